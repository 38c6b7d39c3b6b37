import { dayIn } from './days.ts';
import { eachText, readEach } from './each-text.ts';
import { lookUp } from './look-up.ts';
import type { StepObject } from './mapping.ts';
import { numberIn } from './numbers.ts';
import { stepsOf, within } from './path.ts';
import type { Scope } from './scope.ts';
import { bounded, listOf, textOf, yesOrNo } from './text.ts';
import { cut } from './wording.ts';

type SetStep = (value: unknown, step: StepObject, scope: Scope) => unknown;

/** Steps that take a setting, by the member of the step that holds it. */
export const setSteps: { readonly [Name in keyof StepObject]?: SetStep } = {
	split: (value, { split = ',' }) => [value].flat().flatMap((item) => cutAt(textOf(item), listed(split))),
	join: (value, { join = ', ' }) =>
		listOf(value)
			.map((item) => textOf(item))
			.join(join),
	table: (value, step, scope) => lookUp(value, step, scope),
	date: (value, { date }, scope) => readEach(value, scope, 'mapping.row.date', (item) => dayIn(item, date)),
	number: (value, { number = '' }, scope) =>
		readEach(value, scope, 'mapping.row.number', (item) => numberIn(textOf(item).replaceAll(number, ' '))),
	multiply: (value, { multiply = 1 }) => onNumber(value, (number) => number * multiply),
	round: (value, { round = 0 }) => onNumber(value, (number) => Number(number.toFixed(round))),
	truncate: (value, { truncate = 0 }) => eachText(value, (text) => cut(text, truncate)),
	pad: (value, { pad = 0 }) => eachText(value, (text) => (text === '' ? '' : text.padStart(pad, '0'))),
	prefix: (value, { prefix = '' }) => eachText(value, (text) => text && `${prefix}${text}`),
	suffix: (value, { suffix = '' }) => eachText(value, (text) => text && `${text}${suffix}`),
	before: (value, { before = '' }) => eachText(value, (text) => text.split(before, 1)[0]?.trim()),
	after: (value, { after = '' }) => eachText(value, (text) => afterIn(text, after)),
	remove: (value, { remove = [] }) =>
		eachText(value, (text) =>
			replaced(
				text,
				listed(remove).map((word) => [word, ''] as const),
			).trim(),
		),
	replace: (value, { replace = [] }) => eachText(value, (text) => replaced(text, replace)),
	without: (value, { without = [] }) => listOf(value).filter((item) => !without.includes(textOf(item))),
	take: (value, { take = 0 }) => listOf(value).slice(0, take),
	element: (value, { element = 0 }) => listOf(value).at(element),
	get: (value, { get = '' }) => within(value, stepsOf(get)),
	boolean: (value, { boolean = [] }, scope) =>
		readEach(value, scope, 'mapping.row.not-yes-or-no', (item) => yesOrNo(item, boolean)),
};

const listed = (given: string | readonly string[]): readonly string[] =>
	typeof given === 'string' ? [given] : given;

/** A text cut at each of several signs, its braces or brackets left: `{a,b}` is a and b. */
function cutAt(text: string, signs: readonly string[]): string[] {
	const bare = text.replace(/^\{(.*)\}$/s, '$1').replace(/^\[(.*)\]$/s, '$1');
	const parts = signs.reduce<string[]>((all, sign) => all.flatMap((part) => part.split(sign)), [bare]);
	return parts.map((part) => part.trim().replace(/^(["'])(.*)\1$/s, '$2')).filter((part) => part !== '');
}

function afterIn(text: string, sign: string): string {
	const at = text.indexOf(sign);
	return at < 0 ? text : text.slice(at + sign.length).trim();
}

const replaced = (text: string, pairs: readonly (readonly [string, string])[]): string =>
	pairs.reduce(
		(left, [from, to]) => (from === '' ? left : textOf(bounded(left.replaceAll(from, () => to)))),
		text,
	);

function onNumber(value: unknown, work: (number: number) => number): unknown {
	const number = numberIn(value);
	return number === undefined ? undefined : work(number);
}
