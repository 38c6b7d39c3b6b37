import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import { readRows } from '../../server/read-rows.ts';
import { ColumnCheck, type MissingColumn } from '../column-check.ts';
import { looseKept } from '../loose.ts';
import type { Mapping, Part } from '../mapping.ts';
import { RowView } from '../row-view.ts';
import { textOf } from '../text.ts';
import type { AssignedFiles } from './assign-files.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of the files joined to a part, in memory, by alias and key. */
export interface JoinedRows {
	readonly find: (alias: string, key: string) => readonly Row[];
	/** Columns that the part asks of them and that they lack. */
	readonly missing: readonly MissingColumn[];
	/** How many rows of each file no row has asked for, and the column that names it. */
	readonly left: () => readonly LeftRows[];
}

export interface LeftRows {
	readonly alias: string;
	readonly key: string;
	readonly count: number;
}

const mostCells = 20_000_000;
const none: readonly Row[] = [];

/** @throws Refusal 422 when a joined file cannot be read, or is too large to be held */
export async function readJoined(mapping: Mapping, part: Part, files: AssignedFiles): Promise<JoinedRows> {
	const tables = new Map<string, ReadonlyMap<string, readonly Row[]>>();
	const missing: MissingColumn[] = [];
	for (const [alias, { key }] of Object.entries(part.joins)) {
		const check = new ColumnCheck(part, alias);
		const paths = files.get(alias) ?? [];
		tables.set(alias, await readTable(mapping, alias, key, paths, check));
		if (paths.length > 0) missing.push(...check.missing());
	}
	const asked = new Set<readonly Row[]>();
	const find = (alias: string, key: string) => {
		const rows = tables.get(alias)?.get(looseKept(key) || key) ?? none;
		asked.add(rows);
		return rows;
	};
	const left = () =>
		Object.entries(part.joins).map(([alias, { key }]) => {
			const never = [...(tables.get(alias)?.values() ?? [])].filter((rows) => !asked.has(rows));
			return { alias, key, count: never.reduce((sum, { length }) => sum + length, 0) };
		});
	return { find, missing, left };
}

async function readTable(
	mapping: Mapping,
	alias: string,
	key: string,
	paths: readonly string[],
	check: ColumnCheck,
): Promise<ReadonlyMap<string, readonly Row[]>> {
	const rows = new Map<string, Row[]>();
	let cells = 0;
	for (const path of paths)
		for await (const { values } of readRows(path, mapping.files[alias])) {
			check.see(values);
			cells += Object.keys(values).length;
			if (cells > mostCells)
				throw new Refusal(422, 'mapping.file.too-many-joined', { file: basename(path), most: mostCells });
			const told = textOf(new RowView(values).find(key)?.value);
			if (told === '') continue;
			const known = rows.get(looseKept(told) || told);
			if (known) known.push(values);
			else rows.set(looseKept(told) || told, [values]);
		}
	return rows;
}
