import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import { isArchive } from '../../server/archive.ts';
import type { FileRules, Mapping, Part } from '../mapping.ts';

/** The paths of each file that a mapping speaks of, by alias. */
export type AssignedFiles = ReadonlyMap<string, readonly string[]>;

/**
 * Which file is which: said as `alias=path`, else known by its name, else the only one left without a path. A workbook
 * is every sheet that the mapping reads.
 * @throws Refusal 422 when a file is none that the mapping knows, or one that it needs is not there
 */
export async function assignFiles(mapping: Mapping, given: readonly string[]): Promise<AssignedFiles> {
	const assigned = new Map(Object.keys(mapping.files).map((alias) => [alias, [] as string[]]));
	const loose: string[] = [];
	for (const told of given) {
		const [alias, path] = split(told, mapping);
		if (alias === undefined) loose.push(path);
		else assigned.get(alias)?.push(path);
	}
	for (const path of loose)
		for (const alias of await aliasesOf(path, mapping, assigned)) assigned.get(alias)?.push(path);
	for (const [alias, rules] of Object.entries(mapping.files))
		if (!rules.optional && assigned.get(alias)?.length === 0)
			throw new Refusal(422, 'mapping.file.missing', { alias });
	return assigned;
}

/** `structures=data/s.json`; a path that has `=` in it is one when no alias is before. */
function split(told: string, { files }: Mapping): [alias: string | undefined, path: string] {
	const at = told.indexOf('=');
	const alias = told.slice(0, Math.max(at, 0));
	return at > 0 && Object.hasOwn(files, alias) ? [alias, told.slice(at + 1)] : [undefined, told];
}

async function aliasesOf(
	path: string,
	{ files, parts }: Mapping,
	assigned: AssignedFiles,
): Promise<string[]> {
	const aliases = Object.entries(files);
	const named = aliases.filter(([, rules]) => bears(basename(path), rules)).map(([alias]) => alias);
	if (named.length > 0) return named;
	const sheets = aliases.filter(([, { sheet, names }]) => sheet !== undefined && names === undefined);
	if (sheets.length > 0 && (await isArchive(path))) return sheets.map(([alias]) => alias);
	const free = aliases.map(([alias]) => alias).filter((alias) => assigned.get(alias)?.length === 0);
	const [only] =
		aliases.length === 1 ? aliases.map(([alias]) => alias) : free.length === 1 ? free : mainOnly(parts, free);
	if (only !== undefined) return [only];
	const known = aliases.map(([alias]) => alias).join(', ');
	throw new Refusal(422, 'mapping.file.which', { file: basename(path), known });
}

/** Of the files still without a path, the one that is read row by row, when there is one only. */
function mainOnly(parts: readonly Part[], free: readonly string[]): string[] {
	const mains = free.filter((alias) => parts.some(({ file }) => file === alias));
	return mains.length === 1 ? mains : [];
}

const bears = (name: string, { names = [] }: FileRules): boolean =>
	names.some((pattern) => matches(name, pattern));

/** `*` stands for anything; case does not count. */
function matches(name: string, pattern: string): boolean {
	const [first = '', ...rest] = pattern.toLowerCase().split('*');
	const told = name.toLowerCase();
	if (!told.startsWith(first)) return false;
	let at = first.length;
	for (const [rank, piece] of rest.entries()) {
		const isLast = rank === rest.length - 1;
		const found = isLast ? told.length - piece.length : told.indexOf(piece, at);
		if (found < at || (isLast && !told.endsWith(piece))) return false;
		at = found + piece.length;
	}
	return at === told.length || rest.length > 0;
}
