import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Problem } from '../../formats/row.ts';
import { dayOf } from '../../server/file-day.ts';
import type { ReadOptions } from '../../server/read-options.ts';
import { readRows } from '../../server/read-rows.ts';
import type { SourceLine } from '../../server/source-line.ts';
import { ColumnCheck, type MissingColumn } from '../column-check.ts';
import type { Mapping, Part } from '../mapping.ts';
import { parseMapped } from '../parse-mapped.ts';
import { rulesOf } from '../walk.ts';
import type { AssignedFiles } from './assign-files.ts';
import { type GroupedRow, groupedRowsOf } from './grouped-rows.ts';
import { type LeftRows, readJoined } from './joined-rows.ts';

export interface MappedReading {
	readonly now: Date;
	/** Calendar date, YYYY-MM-DD. */
	readonly today: string;
	/** Told what deserves a look in a file as a whole: a column that no row has. */
	readonly onNotice: (problem: Problem) => void;
}

/**
 * The lines of the files of a mapping, part after part, read by its rules.
 * @throws Refusal 422 when a file cannot be read, or a table lacks a column that the mapping asks for
 */
export async function* readMapped(
	mapping: Mapping,
	files: AssignedFiles,
	reading: MappedReading,
): AsyncGenerator<SourceLine> {
	for (const part of mapping.parts) {
		const joined = await readJoined(mapping, part, files);
		for (const missing of joined.missing) reading.onNotice(noticed(missing, ''));
		for (const path of files.get(aliasOf(part, mapping)) ?? [])
			yield* readPart(mapping, part, path, joined.find, reading);
		const owned = listedFiles(part);
		for (const left of joined.left())
			if (left.count > 0 && owned.has(left.alias)) reading.onNotice(unowned(left));
	}
}

/** Files whose rows are told as a list: each of them must belong to a row. */
const listedFiles = (part: Part): ReadonlySet<string> =>
	new Set(
		[...rulesOf(part, [])].flatMap(({ rule }) =>
			typeof rule === 'object' && 'joined' in rule && rule.joined !== undefined ? [rule.joined] : [],
		),
	);

const unowned = ({ alias, key, count }: LeftRows): Problem => ({
	line: 1,
	field: key,
	value: '',
	problem: translate('mapping.row.unowned', { file: alias, count, column: key }),
});

/** The only file that is not joined, when the part does not name its own. */
export const aliasOf = ({ file, joins }: Part, { files }: Mapping): string =>
	file ?? Object.keys(files).find((alias) => !Object.hasOwn(joins, alias)) ?? '';

async function* readPart(
	mapping: Mapping,
	part: Part,
	path: string,
	joined: (alias: string, key: string) => readonly Readonly<Record<string, unknown>>[],
	{ now, today, onNotice }: MappedReading,
): AsyncGenerator<SourceLine> {
	const setting = { fileDate: await dayOf(path, now), fileName: basename(path), joined, today };
	const check = new ColumnCheck(part);
	let columns: readonly string[] | undefined;
	const onColumns = (told: readonly string[]) => {
		columns = told;
	};
	let isFirst = true;
	const options = { ...mapping.files[aliasOf(part, mapping)], onColumns };
	for await (const { row, group } of rowsOf(part, path, options)) {
		check.see(row.values);
		if (isFirst && columns && !columns.includes(translate('imports.rejected.column')))
			refuseMissing(check.missing(), basename(path));
		isFirst = false;
		const { kept, parsed } = group ? parseMapped(mapping, part, group, setting) : unread;
		yield { path, row: group ?? row, parsed, kept };
	}
	for (const missing of check.missing()) onNotice(noticed(missing, basename(path)));
}

/** A row whose group is still to come is counted, and says nothing by itself. */
const unread = { kept: true, parsed: [] };

async function* rowsOf({ group }: Part, path: string, options: ReadOptions): AsyncGenerator<GroupedRow> {
	if (group) yield* groupedRowsOf(path, group, options);
	else for await (const row of readRows(path, options)) yield { row, group: row };
}

/** All the lines of a table have the same columns: one that is not there never will be. */
function refuseMissing(missing: readonly MissingColumn[], file: string): void {
	if (missing.length === 0) return;
	const near = missing.flatMap((one) => (one.near === undefined ? [] : [quoted(one.near)]));
	throw new Refusal(422, 'mapping.file.no-column', {
		file,
		count: missing.length,
		columns: listed(missing.map(({ names }) => names.map(quoted).join(' ou '))),
		near: near.length > 0 ? near.join(', ') : 'none',
	});
}

const mostNamed = 10;
const listed = (names: readonly string[]): string =>
	names.length > mostNamed ? `${names.slice(0, mostNamed).join(', ')}…` : names.join(', ');

const quoted = (name: string): string => `« ${name} »`;

const noticed = ({ names, near }: MissingColumn, file: string): Problem => ({
	line: 1,
	field: names[0] ?? '',
	value: '',
	problem: translate('mapping.row.no-column', { column: names[0] ?? '', near: near ?? 'none' }),
	...(file === '' ? {} : { file }),
});
