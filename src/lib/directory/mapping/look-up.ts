import { looseKept } from './loose.ts';
import type { Codes, StepObject } from './mapping.ts';
import type { Scope } from './scope.ts';
import { listOf, shown, textOf } from './text.ts';

const indexed = new WeakMap<Codes, ReadonlyMap<string, string | readonly string[] | null>>();

/** A table by what sources write, whatever the case, accents and blanks. */
function indexOf(codes: Codes): ReadonlyMap<string, string | readonly string[] | null> {
	let index = indexed.get(codes);
	if (!index) {
		index = new Map(Object.entries(codes).map(([told, code]) => [looseKept(told) || told, code] as const));
		indexed.set(codes, index);
	}
	return index;
}

/** The codes that a table gives for a value, or for each element of a list; one alone comes alone. */
export function lookUp(value: unknown, step: StepObject, scope: Scope): unknown {
	const { table = '' } = step;
	const codes = typeof table === 'string' ? scope.frame.tables(table) : table;
	const index = indexOf(codes ?? {});
	const found = listOf(value).flatMap((item) => codeOf(textOf(item), index, step, scope));
	const distinct = [...new Set(found)];
	return Array.isArray(value) || distinct.length !== 1 ? distinct : distinct[0];
}

function codeOf(
	text: string,
	index: ReadonlyMap<string, string | readonly string[] | null>,
	{ unmatched = 'warn', otherwise }: StepObject,
	scope: Scope,
): unknown[] {
	if (text === '') return [];
	const code = index.get(looseKept(text) || text);
	if (code !== undefined) return listOf(code);
	if (otherwise !== undefined) return listOf(otherwise);
	if (unmatched === 'keep') return [text];
	if (unmatched !== 'drop') scope.note(unmatched, 'mapping.row.unmatched', { value: shown(text) });
	return [];
}
