import { rowFor, type Table } from '../columns.ts';
import type { OwnedTable, State } from '../state.ts';

type Hers = { readonly person: 'i32'; readonly next: 'i32' };

/** Ties a row to its person, once: her rows of one table are a chain that starts in `firstOf` and ends with -1. */
export function tie(state: State, name: OwnedTable, row: number, person: number): void {
	const { col }: Table<Hers> = state[name];
	const first = state.firstOf[name];
	if (col.next[row] !== 0) return;
	col.person[row] = person;
	col.next[row] = first[person] ?? -1;
	first[person] = row + 1;
}

/** The row of something that belongs to a pathway, tied to its person. */
export function rowInPathway(
	state: State,
	name: Exclude<OwnedTable, 'pathways' | 'agreements' | 'attempts'>,
	id: string,
	pathwayId: string,
): number {
	const table: Table<Hers & { readonly pathway: 'i32' }> = state[name];
	const row = rowFor(table, id);
	const pathway = rowFor(state.pathways, pathwayId);
	table.col.pathway[row] = pathway;
	tie(state, name, row, state.pathways.col.person[pathway] ?? 0);
	return row;
}
