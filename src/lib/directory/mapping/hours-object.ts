import { readWeek, type Week } from '../formats/french-week.ts';
import { isRecord, memberOf } from './path.ts';
import { textOf } from './text.ts';

const names: readonly (readonly string[])[] = [
	['lundi', 'monday', 'mo', 'mon', 'lu', 'lun'],
	['mardi', 'tuesday', 'tu', 'tue', 'ma', 'mar'],
	['mercredi', 'wednesday', 'we', 'wed', 'me', 'mer'],
	['jeudi', 'thursday', 'th', 'thu', 'je', 'jeu'],
	['vendredi', 'friday', 'fr', 'fri', 've', 'ven'],
	['samedi', 'saturday', 'sa', 'sat', 'sam'],
	['dimanche', 'sunday', 'su', 'sun', 'di', 'dim'],
];

/**
 * Opening hours told as an object: a day to a member, each with its spans (`{"monday": {"open": true, "timeslot":
 * [{"start": 930, "end": 1200}]}}`, `{"lundi": ["09:00-12:00"]}`), or schema.org's list (`dayOfWeek`, `opens`,
 * `closes`). Null when the object tells no hours.
 */
export function weekOfObject(value: unknown): Week | null {
	const days = Array.isArray(value) ? listedDays(value) : namedDays(value);
	if (days.every((spans) => spans.length === 0)) return null;
	return readWeek(days.map((spans) => spans.join(' / ')));
}

/** Whether the object says that the place is closed on public holidays. */
export const closedOnHolidays = (value: unknown): boolean =>
	isRecord(value) && /^closed$/i.test(textOf(memberOf(value, 'closedHolidays')));

const namedDays = (value: unknown): string[][] =>
	names.map((aliases) => {
		if (!isRecord(value)) return [];
		const told = aliases.map((name) => memberOf(value, name)).find((found) => found !== undefined);
		return spansOf(told);
	});

function listedDays(list: readonly unknown[]): string[][] {
	const days: string[][] = names.map(() => []);
	for (const item of list) {
		if (!isRecord(item)) continue;
		const told = [memberOf(item, 'dayOfWeek') ?? memberOf(item, 'day') ?? memberOf(item, 'jour')].flat();
		for (const day of told.map(rankOf)) if (day >= 0) days[day]?.push(...spansOf(item));
	}
	return days;
}

function rankOf(day: unknown): number {
	const name = textOf(day)
		.toLowerCase()
		.replace(/^.*[/#]/, '');
	return names.findIndex((aliases) => aliases.includes(name));
}

function spansOf(told: unknown): string[] {
	if (Array.isArray(told)) return told.flatMap(spansOf);
	if (typeof told === 'string') return told.trim() === '' ? [] : [told];
	if (!isRecord(told) || memberOf(told, 'open') === false) return [];
	const inner = ['timeslot', 'timeslots', 'slots', 'hours', 'horaires', 'plages'].map((name) =>
		memberOf(told, name),
	);
	const list = inner.find(Array.isArray);
	if (list) return list.flatMap(spansOf);
	const [from, to] = [clockIn(told, starts), clockIn(told, ends)];
	return from && to ? [`${from} - ${to}`] : [];
}

const starts = ['start', 'opens', 'open', 'from', 'debut', 'de', 'ouverture', 'opens_at'];
const ends = ['end', 'closes', 'close', 'to', 'fin', 'a', 'fermeture', 'closes_at'];

/** « 09:30 » from 930, "0930", "09:30:00", 9 or "9h30". */
function clockIn(slot: Readonly<Record<string, unknown>>, members: readonly string[]): string | undefined {
	const told = members
		.map((name) => memberOf(slot, name))
		.find((found) => typeof found === 'number' || typeof found === 'string');
	const text = textOf(told);
	const [, hours, minutes] =
		/^(\d{1,2})(?:(?:\s*[:hH]\s*)?(\d{2}))?(?::\d{2})?(?:\s*[hH])?$/.exec(text) ?? [];
	return hours === undefined ? undefined : `${hours}:${minutes ?? '00'}`;
}
