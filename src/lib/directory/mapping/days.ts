import { loose } from './loose.ts';
import type { DateOrder } from './mapping.ts';
import { isRecord } from './path.ts';
import { textOf } from './text.ts';

const months: Readonly<Record<string, number>> = Object.fromEntries(
	[
		['janvier', 'janv', 'january', 'jan'],
		['fevrier', 'fevr', 'fev', 'february', 'feb'],
		['mars', 'march', 'mar'],
		['avril', 'avr', 'april', 'apr'],
		['mai', 'may'],
		['juin', 'june', 'jun'],
		['juillet', 'juil', 'july', 'jul'],
		['aout', 'august', 'aug'],
		['septembre', 'sept', 'september', 'sep'],
		['octobre', 'oct', 'october'],
		['novembre', 'nov', 'november'],
		['decembre', 'dec', 'december'],
	].flatMap((names, rank) => names.map((name) => [name, rank + 1] as const)),
);

/**
 * The calendar date (YYYY-MM-DD) in a cell: ISO, 02/10/2026, 2.10.26, « 2 octobre 2026 », « octobre 2026 », 2026,
 * 20261002, a spreadsheet's serial number, seconds or milliseconds since 1970. Without an order, 02/10 is the second
 * of October, as in France. Undefined when it cannot be read.
 */
export function dayIn(value: unknown, order?: DateOrder): string | undefined {
	const told = isRecord(value) && '$date' in value ? value.$date : value;
	const text = textOf(told);
	if (text.length > 80) return undefined;
	if (/^-?\d+(?:\.\d+)?$/.test(text)) return fromNumber(text, order);
	return fromSigns(text, order) ?? fromWords(text);
}

function fromNumber(text: string, order: DateOrder | undefined): string | undefined {
	const number = Number(text);
	if (order === 'excel') return fromSerial(number);
	if (order === 'seconds') return inParis(number * 1000);
	if (order === 'milliseconds') return inParis(number);
	const [whole = ''] = text.split('.');
	if (whole.length === 4) return real(number, 1, 1);
	if (whole.length === 5) return fromSerial(number);
	if (whole.length === 8)
		return real(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));
	if (whole.length === 10) return inParis(number * 1000);
	return whole.length >= 12 && whole.length <= 13 ? inParis(number) : undefined;
}

/** Day 1 is 1 January 1900, and spreadsheets hold 1900 for a leap year. */
const fromSerial = (serial: number): string | undefined =>
	serial >= 61 && serial < 2_958_466
		? new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10)
		: undefined;

const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
const inParis = (time: number): string | undefined =>
	Math.abs(time) < 4e12 ? paris.format(new Date(time)) : undefined;

function fromSigns(text: string, order: DateOrder | undefined): string | undefined {
	const [, ofMonth, ofYear] = /^(\d{1,2})\s?[/.-]\s?(\d{4})$/.exec(text) ?? [];
	if (ofMonth !== undefined) return real(Number(ofYear), Number(ofMonth), 1);
	const [, one = '', two = '', three = ''] =
		/^\D{0,12}(\d{1,4})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{1,4}))?(?!\d)/.exec(text) ?? [];
	if (one.length === 4) return real(Number(one), Number(two), Number(three || 1));
	if (three === '' || three.length === 3) return undefined;
	const year = three.length === 4 ? Number(three) : 2000 + Number(three);
	if (order === 'year-first') return real(2000 + Number(one), Number(two), Number(three));
	const [day, month] = order === 'month-first' ? [two, one] : [one, two];
	return (
		real(year, Number(month), Number(day)) ?? (order ? undefined : real(year, Number(day), Number(month)))
	);
}

/** « 1er mars 2026 », « mars 2026 », « March 1, 2026 ». */
function fromWords(text: string): string | undefined {
	const words = text.split(/[\s,.]+/).map(loose);
	const at = words.findIndex((word) => Object.hasOwn(months, word));
	const year = words.find((word, rank) => /^(?:19|20)\d\d$/.test(word) && rank !== at);
	if (at < 0 || year === undefined) return undefined;
	const near = [words[at - 1], words[at + 1]].map(
		(word) => /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(word ?? '')?.[1],
	);
	const day = near.find((found) => found !== undefined);
	return real(Number(year), months[words[at] ?? ''] ?? 0, Number(day ?? 1));
}

/** A day that exists. */
function real(year: number, month: number, day: number): string | undefined {
	if (year < 1900 || year > 2200) return undefined;
	const time = Date.UTC(year, month - 1, day);
	const date = new Date(time);
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : undefined;
}
