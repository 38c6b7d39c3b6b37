import { codeTables } from './guess-codes.ts';
import type { GuessedColumns as Columns } from './guess-columns.ts';
import { lookOf, separatorIn } from './guess-contents.ts';
import type { Guessed } from './guess-names.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The rule of a column, with the steps that make its values right. */
export function read(
	columns: Columns,
	what: Guessed,
	...steps: readonly unknown[]
): Json | string | undefined {
	const column = columns.of(what);
	if (column === undefined || steps.length === 0) return column;
	return { column, steps };
}

/** The same, each element of a list parted from the others. */
export function list(columns: Columns, what: Guessed, ...steps: readonly unknown[]): Json | undefined {
	const column = columns.of(what);
	if (column === undefined) return undefined;
	const split = separatorIn(columns.valuesOf(what)) ?? '|';
	return { column, steps: [{ split }, ...steps] };
}

/** A field of one code; what the table does not know is left without a word, for its own text is kept beside. */
export const oneCode = (columns: Columns, what: keyof typeof codeTables): Json | undefined =>
	list(columns, what, { table: codeTables[what], unmatched: 'drop' }, 'first');

export function both(codes: Json | undefined, flags: object | undefined): Json | undefined {
	if (codes && !flags) return { ...codes, steps: [...[codes.steps].flat(), 'unique'] };
	const parts = [...(codes ? [codes] : []), ...(flags ? [{ flags }] : [])];
	return parts.length > 0 ? { list: parts, steps: ['unique'] } : undefined;
}

export const filled = (fields: Json): Json =>
	Object.fromEntries(Object.entries(fields).filter(([, rule]) => rule !== undefined));

/** A telephone or a mail; both may be in one column, where neither is a mistake. */
export function contact(
	columns: Columns,
	what: 'phone' | 'email',
	other: 'phone' | 'email',
): Json | string | undefined {
	const isMixed = (values: readonly unknown[]) =>
		(lookOf('phone', values) ?? 0) > 0.3 && (lookOf('email', values) ?? 0) > 0.3;
	const column = columns.of(what) ?? (isMixed(columns.valuesOf(other)) ? columns.of(other) : undefined);
	if (column === undefined) return undefined;
	return { column, steps: isMixed(columns.cellsOf(column)) ? [`${what}s`, 'first'] : [what] };
}
