import { looseKept } from './loose.ts';
import type { Condition, Test } from './mapping.ts';
import { numberIn } from './numbers.ts';
import { isNothing } from './row-view.ts';
import type { Scope } from './scope.ts';
import { listOf, textOf, yesOrNo } from './text.ts';

/** Whether a row meets a condition. */
export function holds(condition: Condition, scope: Scope): boolean {
	if ('all' in condition) return condition.all.every((inner) => holds(inner, scope));
	if ('any' in condition) return condition.any.some((inner) => holds(inner, scope));
	if ('not' in condition) return !holds(condition.not, scope);
	const value = scope.frame.workOut(condition.of, scope);
	return tests.every((test) => test(value, condition));
}

/** Each is met when the condition does not ask for it. Of a list, one element is enough. */
const tests: readonly ((value: unknown, test: Test) => boolean)[] = [
	(value, { is }) => is === undefined || isAmong(value, [is]),
	(value, { in: among }) => among === undefined || isAmong(value, among),
	(value, { filled }) => filled === undefined || isNothing(value) !== filled,
	(value, { yes }) => yes === undefined || (yesOrNo(value) === true) === yes,
	(value, { contains }) =>
		contains === undefined || someText(value, (text) => text.includes(looseKept(contains))),
	(value, { starts }) =>
		starts === undefined || someText(value, (text) => text.startsWith(looseKept(starts))),
	(value, { least }) => least === undefined || (numberIn(value) ?? Number.NEGATIVE_INFINITY) >= least,
	(value, { most }) => most === undefined || (numberIn(value) ?? Number.POSITIVE_INFINITY) <= most,
];

const isAmong = (value: unknown, among: readonly unknown[]): boolean =>
	among.some((wanted) => {
		const text = looseKept(textOf(wanted));
		return someText(value, (told) => told === text);
	});

/** An empty value is an empty text, so that `is: ""` can be asked. */
const someText = (value: unknown, test: (text: string) => boolean): boolean => {
	const texts = listOf(value).map((item) => looseKept(textOf(item)));
	return (texts.length > 0 ? texts : ['']).some(test);
};
