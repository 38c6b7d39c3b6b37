import type { OwnedTable, State } from '../state.ts';

/** Calls with each row of a person in a table, the last told first, until it answers true. */
export function anyRowOf(
	state: State,
	name: OwnedTable,
	person: number,
	is: (row: number) => boolean,
): boolean {
	const { next } = state[name].col;
	for (let row = (state.firstOf[name][person] ?? 0) - 1; row >= 0; row = (next[row] ?? 0) - 1)
		if (is(row)) return true;
	return false;
}
