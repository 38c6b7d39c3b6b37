import { textOf } from './text.ts';

const longestNumber = 60;
const form = /^[^\d+-]{0,20}([+-]?\d[\d.,]*)[^\d]*$/;

/**
 * The number in a cell: « 1 234,5 », `1,234.5`, « environ 12 places », « 3 km ». A lone comma is a decimal one, as in
 * France. Undefined when there is none, or several.
 */
export function numberIn(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	const text = textOf(value);
	if (text.length > longestNumber) return undefined;
	const tight = text
		.replace(/[\u2212\u2010-\u2013]/g, '-')
		.replace(/(\d)[\s\u00a0\u202f'’]+(?=\d{3}(?:\D|$))/g, '$1');
	const [, digits] = form.exec(tight) ?? [];
	return digits === undefined ? undefined : plain(digits.replace(/[.,]$/, ''));
}

/** Digits with one decimal sign at most; thousands are parted by the sign that comes first or more than once. */
function plain(digits: string): number | undefined {
	const [comma, dot] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
	const decimal = comma > dot ? ',' : '.';
	const other = decimal === ',' ? '.' : ',';
	const parts = digits.replaceAll(other, '').split(decimal);
	const grouped = parts.length > 2;
	if (grouped && !parts.slice(1).every((part) => part.length === 3)) return undefined;
	const number = Number(grouped ? parts.join('') : parts.join('.'));
	return Number.isFinite(number) ? number : undefined;
}
