import type { RawRow } from '../../formats/row.ts';
import type { ReadOptions } from '../../server/read-options.ts';
import { readRows } from '../../server/read-rows.ts';

/** The beginning of a file: enough to know its columns and to try a mapping on it. */
export interface Sample {
	/** Names of the columns, in order; of the members met, for a list of objects. */
	readonly columns: readonly string[];
	readonly rows: readonly RawRow[];
	/** Whether the file has more rows. */
	readonly more: boolean;
}

const sampleRows = 2000;

/** @throws Refusal 422 when the file cannot be read */
export async function readSample(path: string, options: ReadOptions = {}): Promise<Sample> {
	let table: readonly string[] | undefined;
	const onColumns = (columns: readonly string[]) => {
		table = columns;
	};
	const rows: RawRow[] = [];
	let more = false;
	for await (const row of readRows(path, { ...options, onColumns })) {
		more = rows.length === sampleRows;
		if (more) break;
		rows.push(row);
	}
	const members = new Set(rows.flatMap(({ values }) => Object.keys(values)));
	return { columns: table ?? [...members], rows, more };
}
