import { offMachineClock, onMachineClock, quietly, readHours } from '#lib/time/reading-hours.ts';
import { zoneOf } from '#lib/time/zone.ts';

/** An opening, `HH:MM`; `24:00` ends a day, and a night ends before it began. */
export interface Opening {
	readonly opens: string;
	readonly closes: string;
}

/** The openings of an ordinary week, Monday first. */
export type Week = readonly (readonly Opening[])[];

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const someDay = `(?:${days.join('|')})`;
const someDays = new RegExp(`^(${someDay}(?:[-,]\\s*${someDay})*)\\s+(.+)$`);
const ofHolidays = /^(?:PH|SH)(?:,(?:PH|SH))*(?:\s|$)/;
const span = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/;

/**
 * The ordinary week of an OpenStreetMap expression; undefined when its hours depend on the time of the year or cannot
 * be read. What it says of holidays is left out.
 */
export const weekOf = (expression: string): Week | undefined =>
	plainWeek(expression) ?? readWeek(withoutHolidays(expression));

/** Nearly all expressions are that plain, and reading them takes no library. */
function plainWeek(expression: string): Week | undefined {
	const week: (readonly Opening[])[] = days.map(() => []);
	const rules = expression.split(';').map((text) => text.trim());
	const told = rules.filter((rule) => rule !== '' && !ofHolidays.test(rule));
	for (const rule of told) {
		const [, chosen = 'Mo-Su', hours = rule] = someDays.exec(rule) ?? [];
		const openings = openingsOf(hours);
		// A rule that takes an evening away leaves the night that follows it: the library knows how.
		if (!openings || (told.length > 1 && openings.some(isNight))) return undefined;
		for (const day of daysOf(chosen)) week[day] = openings;
	}
	return week;
}

function openingsOf(hours: string): Opening[] | undefined {
	if (hours === 'off' || hours === 'closed') return [];
	const openings = hours.split(',').map((text) => {
		const [, opens, closes] = span.exec(text.trim()) ?? [];
		return opens && closes ? { opens, closes } : undefined;
	});
	return openings.every((opening) => opening !== undefined) ? openings : undefined;
}

const isNight = ({ opens, closes }: Opening): boolean => closes <= opens;

function daysOf(chosen: string): number[] {
	return chosen.split(/,\s*/).flatMap((range) => {
		const [first = '', last = first] = range.split('-').map((day) => day.trim());
		const [from, to] = [days.indexOf(first), days.indexOf(last)];
		const length = ((to - from + 7) % 7) + 1;
		return Array.from({ length }, (_, step) => (from + step) % 7);
	});
}

const withoutHolidays = (expression: string): string =>
	(expression.match(/(?:"[^"]*"|[^";])+/g) ?? []).filter((rule) => !ofHolidays.test(rule.trim())).join(';');

const dayMs = 86_400_000;
const minuteMs = 60_000;
const monday = Date.UTC(2024, 0, 8);
const france = zoneOf('75');

function readWeek(expression: string): Week | undefined {
	const hours = readHours(expression, france);
	if (!hours?.isWeekStable()) return undefined;
	return quietly(() => {
		const [first, last] = [monday - dayMs, monday + 8 * dayMs].map(onMachineClock);
		const spans = hours
			.getOpenIntervals(first!, last!)
			.map(([start, end]) => [offMachineClock(start), offMachineClock(end)] as const)
			.flatMap(([from, to]) => cutDays(from, to));
		return days.map((_, day) => openingsFrom(spans, monday + day * dayMs));
	});
}

type Spell = readonly [from: number, to: number];

/** What never closes is cut at midnight; a night of less than a day belongs to the evening that begins it. */
function cutDays(from: number, to: number): Spell[] {
	if (to - from < dayMs) return [[from, to]];
	const midnight = (Math.floor(from / dayMs) + 1) * dayMs;
	return [[from, midnight], ...(to > midnight ? cutDays(midnight, to) : [])];
}

const openingsFrom = (spells: readonly Spell[], start: number): Opening[] =>
	spells
		.filter(([from]) => from >= start && from < start + dayMs)
		.map(([from, to]) => ({
			opens: clock(from - start),
			closes: to - start === dayMs ? '24:00' : clock((to - start) % dayMs),
		}));

const clock = (ms: number): string =>
	[Math.floor(ms / minuteMs / 60), Math.floor(ms / minuteMs) % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
