import { isNothing } from './row-view.ts';
import type { Finding, Scope } from './scope.ts';
import { listOf, shown, textOf } from './text.ts';

/** Does something to a text, or to each text of a list. */
export const eachText = (value: unknown, work: (text: string) => unknown): unknown =>
	Array.isArray(value) ? listOf(value.map((item) => work(textOf(item)))) : work(textOf(value));

/** Reads a value, or each of a list; what cannot be read is left aside, and told. */
export function readEach(
	value: unknown,
	scope: Scope,
	reason: Finding['reason'],
	read: (value: unknown) => unknown,
): unknown {
	const one = (item: unknown): unknown => {
		const found = read(item);
		if (found === undefined && !isNothing(item)) scope.note('warn', reason, { value: shown(item) });
		return found;
	};
	return Array.isArray(value) ? listOf(value.map(one)) : one(value);
}
