import type { z } from 'zod';
import { isTextKey } from '#lib/texts/translator.ts';
import { Notes } from './notes.ts';
import type { RawRow } from './row.ts';

/** What an object tells, unless it breaks a rule; what is to be said of it. */
export interface Checked<Told> {
	readonly told: Told | undefined;
	readonly notes: Notes;
}

/**
 * Checks an object by its schema. A fault in its own terms leaves it out; a fault in what is attached to it — a phone, an
 * identifier, a schedule — leaves that out, with a warning: the rest is still worth having.
 */
export function checked<Told extends object>(
	schema: z.ZodType<Told>,
	values: Readonly<Record<string, unknown>>,
	row: RawRow,
): Checked<Told> {
	const notes = new Notes(row);
	const { success, data, error } = schema.safeParse(values);
	const attached: Path[] = [];
	for (const { path, message } of error?.issues ?? []) {
		const reason = isTextKey(message) ? message : 'api.hsds.not-object';
		const item = itemOf(path);
		if (item) attached.push(item);
		notes[item ? 'warn' : 'reject'](path.join('.'), valueAt(values, path), reason);
	}
	const told = success ? data : schema.safeParse(without(values, attached)).data;
	if (told) checkNames(told, notes, '');
	return { told: notes.problems.length === 0 ? told : undefined, notes };
}

type Path = readonly PropertyKey[];

/** Where the item of a list stands that a path leads into; nothing for the services of an organization, entries too. */
function itemOf(path: Path): Path | undefined {
	const rank = path.findIndex((step, at) => typeof step === 'number' && path[at - 1] !== 'services');
	return rank < 0 ? undefined : path.slice(0, rank + 1);
}

const valueAt = (values: unknown, path: Path): unknown =>
	path.reduce<unknown>((at, step) => (isRecord(at) ? at[String(step)] : undefined), values);

function without(values: Readonly<Record<string, unknown>>, items: readonly Path[]): Record<string, unknown> {
	const copy = structuredClone(values);
	for (const path of items) {
		const list = valueAt(copy, path.slice(0, -1));
		if (Array.isArray(list)) list[Number(path.at(-1))] = null;
	}
	return withoutNulls(copy);
}

const longestName = 300;

/** The directory holds no entry without a name, nor a name of many lines. */
function checkNames(told: object, notes: Notes, path: string): void {
	if ('name' in told && typeof told.name === 'string') {
		if (told.name.trim() === '') notes.reject(`${path}name`, '', 'api.hsds.missing');
		if ([...told.name].length > longestName)
			notes.reject(`${path}name`, told.name, 'imports.field.too-long', { max: longestName });
	}
	for (const [name, inner] of Object.entries(told)) {
		if (name === 'organization' || name === 'service') checkNames(inner, notes, `${path}${name}.`);
		if (name === 'services' && Array.isArray(inner))
			for (const [rank, one] of inner.entries()) checkNames(one, notes, `${path}services.${rank}.`);
	}
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** Many write null for what they do not tell. */
export function withoutNulls(values: RawRow['values']): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) =>
			value === null ? [] : [[name, withoutNullsIn(value)]],
		),
	);
}

const withoutNullsIn = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNullsIn);
	return isRecord(value) ? withoutNulls(value) : value;
};
