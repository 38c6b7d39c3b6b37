import type OpeningHours from 'opening_hours';
import { translate } from '#lib/texts/translator.ts';
import { clockTime } from './clock-time.ts';
import { offMachineClock, onMachineClock, quietly, readHours } from './reading-hours.ts';
import { zoneOf } from './zone.ts';

/** One line of a week: 0 is Monday, 7 public holidays, 8 school holidays; no span means closed. */
export interface DayHours {
	readonly day: number;
	readonly spans: readonly string[];
}

const france = zoneOf('75');

/** How hours are said in a language; minutes count from midnight. */
export interface HourWords {
	readonly clock: (minutes: number) => string;
	readonly allDay: () => string;
	readonly from: (time: string) => string;
}

const inFrench: HourWords = {
	clock: clockTime,
	allDay: () => translate('time.all-day'),
	from: (time) => translate('time.from', { time }),
};

/**
 * An ordinary week, Monday first, then what the expression says of public and school holidays; undefined when it
 * cannot be read or when its hours depend on the time of the year.
 */
export function weekTable(expression: string, words: HourWords = inFrench): DayHours[] | undefined {
	const rules = (expression.match(/(?:"[^"]*"|[^";])+/g) ?? []).map((rule) => readRule(rule.trim()));
	const week = weekOf(rules.map(ordinary).filter(Boolean).join('; '), words);
	if (!week || !readHours(expression, france)) return undefined;
	const holidays = holidayNames.flatMap((name, index) => {
		const rule = rules.findLast(({ days }) => days.includes(name));
		return rule ? [{ day: 7 + index, spans: weekOf(`Mo-Su ${rule.hours}`, words)?.[0] }] : [];
	});
	const lines = [...week.map((spans, day) => ({ day, spans })), ...holidays];
	return lines.flatMap(({ day, spans }) => (spans ? [{ day, spans }] : []));
}

/** The library calls no week ordinary once it speaks of holidays: they are read apart. */
interface Rule {
	readonly days: readonly string[];
	readonly hours: string;
	readonly text: string;
}

const holidayNames = ['PH', 'SH'];
const selector =
	/^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH))*)(?:\s*:\s*|\s+)(.*)$/;

function readRule(text: string): Rule {
	const [, days = '', hours = text] = selector.exec(text) ?? [];
	return { days: days.split(',').filter(Boolean), hours, text };
}

function ordinary({ days, hours, text }: Rule): string {
	const left = days.filter((day) => !holidayNames.includes(day));
	if (left.length === days.length) return text;
	return left.length === 0 ? '' : `${left.join(',')} ${hours}`;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Any ordinary week, from its Monday. */
const monday = Date.UTC(2024, 0, 8);

interface Span {
	readonly from: number;
	readonly to: number;
	readonly isOpenEnded: boolean;
	readonly comment: string | undefined;
}

function weekOf(text: string, words: HourWords): string[][] | undefined {
	const hours = readHours(text, france);
	if (!hours?.isWeekStable()) return undefined;
	return quietly(() => {
		const spans = spansOf(hours, text);
		return Array.from({ length: 7 }, (_, day) => {
			const start = monday + day * dayMs;
			return spans
				.filter(({ from }) => from >= start && from < start + dayMs)
				.map((span) => say(span, start, words));
		});
	});
}

/** A night belongs to the evening that begins it; what never closes is cut at midnight. */
function spansOf(hours: OpeningHours, text: string): Span[] {
	const [first, last] = [monday - dayMs, monday + 8 * dayMs].map(onMachineClock);
	return hours.getOpenIntervals(first!, last!).flatMap(([start, end, isUnknown, comment]) => {
		const [from, to] = [offMachineClock(start), offMachineClock(end)];
		const isOpenEnded = isUnknown && text.includes('+');
		const known = comment && text.includes(comment) ? comment : undefined;
		return cutDays(from, to).map((span) => ({ ...span, isOpenEnded, comment: known }));
	});
}

function cutDays(from: number, to: number): { from: number; to: number }[] {
	if (to - from < dayMs) return [{ from, to }];
	const midnight = (Math.floor(from / dayMs) + 1) * dayMs;
	return [{ from, to: midnight }, ...(to > midnight ? cutDays(midnight, to) : [])];
}

function say({ from, to, isOpenEnded, comment }: Span, day: number, words: HourWords): string {
	const start = words.clock((from - day) / minuteMs);
	const span =
		to - from === dayMs
			? words.allDay()
			: isOpenEnded
				? words.from(start)
				: `${start}\u00a0–\u00a0${words.clock((to - day) / minuteMs)}`;
	return comment ? `${span} (${comment})` : span;
}
