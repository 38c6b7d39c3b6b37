import { basename } from 'node:path';
import { dayInParis, dayOf } from '../../server/file-day.ts';
import { columnNeeds } from '../column-needs.ts';
import type { FieldRules, Mapping, Part } from '../mapping.ts';
import { type Preview, previewMapping } from '../preview.ts';
import { readMappingValue } from '../read-mapping.ts';
import { assignFiles } from './assign-files.ts';
import { guessFile } from './guess-file.ts';
import { readJoined } from './joined-rows.ts';
import { aliasOf } from './read-mapped.ts';
import { readSample } from './read-sample.ts';

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

/** @throws Refusal 422 when the file cannot be read */
export async function proposeFor(path: string, now = new Date()): Promise<Proposal> {
	const { file, unused } = await guessFile(path);
	const { mapping } = readMappingValue(file);
	if (!mapping) throw new Error(`the guess for ${basename(path)} is no mapping`);
	const [part] = mapping.parts;
	const preview = part && (await tryPart(mapping, part, path, now));
	const sampled = preview?.kept ?? 0;
	return { file, unused, fields: fieldsOf(mapping), sampled, right: sampled - (preview?.rejected ?? 0) };
}

/** What the mapping makes of the first rows, those of other sheets at hand. */
async function tryPart(mapping: Mapping, part: Part, path: string, now: Date): Promise<Preview> {
	const files = await assignFiles(mapping, [path]);
	const { rows } = await readSample(path, mapping.files[aliasOf(part, mapping)]);
	const { find } = await readJoined(mapping, part, files);
	const today = dayInParis(now);
	const setting = { today, fileDate: await dayOf(path, now), fileName: basename(path), joined: find };
	return previewMapping(mapping, part, rows.slice(0, mostSampled), setting);
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
