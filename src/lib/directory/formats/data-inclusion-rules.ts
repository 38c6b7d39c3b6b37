import { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';

type Values = Record<string, string | number>;

/** A value that is not there at all is missing; any other of the wrong type is told as such. */
const orMissing = (wrong: TextKey) => ({
	error: ({ input }: { input?: unknown }) =>
		input === undefined || input === null ? 'imports.field.missing' : wrong,
});

const rule = (error: TextKey, params: Values = {}) => ({ error, params, abort: true });

/** Counts characters as people and JSON Schema do, not UTF-16 units. */
const characters = (text: string): number => [...text].length;
const atLeast = (text: string, min: number): boolean => text.length >= 2 * min || characters(text) >= min;
const atMost = (text: string, max: number): boolean => text.length <= max || characters(text) <= max;

export const text = () => z.string(orMissing('imports.field.not-text'));

export const filled = () => text().refine((given) => given !== '', rule('imports.field.missing'));

export const textBetween = (min: number, max: number) =>
	text()
		.refine((given) => atLeast(given, min), rule('imports.field.too-short', { min }))
		.refine((given) => atMost(given, max), rule('imports.field.too-long', { max }))
		.meta({ minLength: min, maxLength: max });

export const pattern = (regex: RegExp, error: TextKey) =>
	text()
		.refine((given) => regex.test(given), rule(error))
		.meta({ pattern: regex.source });

const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

/** The dot-atom form of RFC 5322, at most 254 characters. */
export function isEmail(given: string): boolean {
	if (given.length > 254) return false;
	const at = given.lastIndexOf('@');
	const labels = given.slice(at + 1).split('.');
	return (
		localPart.test(given.slice(0, Math.max(at, 0))) && labels.length > 1 && labels.every((l) => label.test(l))
	);
}

export const email = () => text().refine(isEmail, rule('imports.field.email')).meta({ format: 'email' });

const longestLink = 2083;
const linkShape =
	/^https?:\/\/(?:[\w\-.~!$&'()*+,;=:%]*@)?[\w\-.~]+(?::\d*)?(?:\/[\w\-.~!$&'()*+,;=:@%/]*)?(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?(?:#[\w\-.~!$&'()*+,;=:@%/?]*)?$/i;
const loosePercent = /%(?![\da-f]{2})/i;

/** A URI of RFC 3986 that a browser opens over http or https: never `javascript:`. */
export const isLink = (given: string): boolean =>
	given.length <= longestLink && linkShape.test(given) && !loosePercent.test(given) && URL.canParse(given);

export const link = () => text().refine(isLink, rule('imports.field.link')).meta({ format: 'uri' });

/** A day that exists, YYYY-MM-DD. */
export function isDay(given: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
	const time = Date.parse(`${given}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(given);
}

/** That it is not in the future is checked apart: it takes today's date. */
export const day = () =>
	text()
		.refine(isDay, rule('imports.field.date-unreadable'))
		.refine((given) => given >= '2000-01-01', rule('imports.field.date-old'))
		.meta({ format: 'date' });

export const number = () => z.number(orMissing('imports.field.not-number'));

export const numberFrom = (min: number) =>
	number()
		.refine((given) => given >= min, rule('imports.field.too-small', { min }))
		.meta({ minimum: min });

export const yesOrNo = () => z.boolean(orMissing('imports.field.not-yes-or-no'));

const biggestWhole = 2_147_483_647;
export const wholeFrom = (min: number) =>
	number()
		.refine(Number.isInteger, rule('imports.field.not-whole'))
		.refine((given) => given >= min, rule('imports.field.too-small', { min }))
		.refine((given) => given <= biggestWhole, rule('imports.field.too-big', { max: biggestWhole }))
		.meta({ type: 'integer', minimum: min });

const shortList = 14;

export function code<const Slug extends string>(slugs: readonly Slug[]) {
	const known = new Set<string>(slugs);
	const error =
		slugs.length > shortList
			? rule('imports.field.code-unknown')
			: rule('imports.field.code-not-in-list', { codes: slugs.join(', ') });
	return z
		.custom<Slug>((given) => typeof given === 'string' && known.has(given), error)
		.meta({ type: 'string', enum: [...slugs] });
}

/** data·inclusion v1: codes of communes, départements, EPCI, countries, or `france`. */
export const zoneCode = () => pattern(/^(?:\w{2,3}|\w{5}|\d{9}|france)$/, 'imports.field.zone-unknown');

export const list = <Item extends z.ZodType<string>>(item: Item) =>
	z.array(item, orMissing('imports.field.not-list'));

export const filledList = <Item extends z.ZodType<string>>(item: Item) =>
	list(item).refine((given) => given.length > 0, rule('imports.field.list-empty'));

export const allDifferent = [
	(given: readonly string[]) => new Set(given).size === given.length,
	rule('imports.field.list-repeats'),
] as const;

export const everyoneAlone = [
	(given: readonly string[]) => !given.includes('tous-publics') || given.length === 1,
	rule('imports.field.everyone-alone'),
] as const;
