import type { z } from 'zod';
import { serviceSchema, structureSchema } from './data-inclusion-schemas.ts';

type Told = Readonly<Record<string, unknown>>;

/**
 * A `structure` that the schema of data·inclusion v1 accepts. Entries may come from elsewhere than data·inclusion: a
 * name too long is cut, one too short says what it names, an optional value that breaks a rule is left out.
 */
export const fitStructure = <Row extends Told>(row: Row): Row => fitted(structureSchema, row, 'Structure');

/** A `service` that the schema of data·inclusion v1 accepts. */
export const fitService = <Row extends Told>(row: Row): Row => fitted(serviceSchema, row, 'Service');

function fitted<Row extends Told>(schema: z.ZodType, row: Row, kind: string): Row {
	const { error } = schema.safeParse(row);
	if (!error) return row;
	const names = new Set(error.issues.map(({ path }) => String(path[0])));
	return Object.assign({ ...row }, ...[...names].map((name) => ({ [name]: repaired(name, row, kind) })));
}

function repaired(name: string, row: Told, kind: string): unknown {
	const value = row[name];
	if (typeof value !== 'string') return null;
	if (name === 'nom') return between(value, `${kind} ${value}`.trim(), 150);
	if (name === 'description') return between(value, `${row.nom} : ${value}`, 10_000);
	return null;
}

const between = (value: string, longer: string, most: number): string => {
	const characters = [...value];
	return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : longer;
};
