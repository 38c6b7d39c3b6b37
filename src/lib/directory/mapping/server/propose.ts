import { basename, parse } from 'node:path';
import type { RawRow } from '../../formats/row.ts';
import { dayInParis } from '../../server/file-day.ts';
import type { ReadOptions } from '../../server/read-options.ts';
import { readRows } from '../../server/read-rows.ts';
import { columnNeeds } from '../column-needs.ts';
import { guessMapping } from '../guess.ts';
import type { FieldRules, Mapping } from '../mapping.ts';
import { previewMapping } from '../preview.ts';
import { readMappingValue } from '../read-mapping.ts';

/** A mapping guessed for a file, and what it makes of its first rows. */
export interface Proposal {
	/** The mapping file, to be written as JSON. */
	readonly file: Readonly<Record<string, unknown>>;
	/** Each field that it gives, and the columns that it takes it from. */
	readonly fields: readonly { readonly field: string; readonly columns: readonly string[] }[];
	/** Columns that it takes nothing from. */
	readonly unused: readonly string[];
	/** How many first rows were looked at, and how many would enter. */
	readonly sampled: number;
	readonly right: number;
}

const mostSampled = 200;

/** The first rows of a file, and the columns of a table. */
export interface Sample {
	readonly columns: readonly string[];
	readonly rows: readonly RawRow[];
}

/** @throws Refusal 422 when the file cannot be read */
export async function readSample(path: string, options: ReadOptions = {}): Promise<Sample> {
	const rows: RawRow[] = [];
	let columns: readonly string[] = [];
	const onColumns = (told: readonly string[]) => {
		columns = told;
	};
	for await (const row of readRows(path, { ...options, onColumns })) {
		rows.push(row);
		if (rows.length >= mostSampled) break;
	}
	return { columns, rows };
}

/** @throws Refusal 422 when the file cannot be read */
export async function proposeFor(path: string, now = new Date()): Promise<Proposal> {
	const { columns, rows } = await readSample(path);
	const values = rows.map((row) => row.values);
	const { file, unused } = guessMapping(columns, values, parse(path).name);
	const { mapping } = readMappingValue(file);
	if (!mapping) throw new Error(`the guess for ${basename(path)} is no mapping`);
	const today = dayInParis(now);
	const setting = { today, fileDate: today, fileName: basename(path), joined: () => [] };
	const [part] = mapping.parts;
	const rejected = part ? previewMapping(mapping, part, rows, setting).rejected : rows.length;
	return { file, unused, fields: fieldsOf(mapping), sampled: rows.length, right: rows.length - rejected };
}

const fieldsOf = ({ parts }: Mapping): { field: string; columns: string[] }[] =>
	parts.flatMap(({ structure, services }) => [
		...told('structure', structure?.fields ?? {}),
		...services.flatMap(({ fields }) => told('service', fields)),
	]);

const told = (kind: string, fields: FieldRules): { field: string; columns: string[] }[] =>
	Object.entries(fields).map(([name, rule]) => {
		const part = { joins: {}, values: { rule }, services: [] };
		return { field: `${kind}.${name}`, columns: columnNeeds(part).flatMap(({ names }) => names) };
	});
