import * as z from 'zod';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';

/** An empty field is nothing. */
const orNothing = (text: string | undefined): string | null => text || null;

const withoutNir = (text: string): boolean => !looksLikeNir(text);

/** What must be typed about somebody: some signs, not too many, and never a social security number. */
export const told = (most: number, missing: TextKey, long: TextKey) =>
	z.string({ error: missing }).trim().min(1, missing).max(most, long).refine(withoutNir, 'notes.nir');

/** The same, when it may be left empty: null then. */
export const mayTell = (most: number, long: TextKey) =>
	z.string().trim().max(most, long).refine(withoutNir, 'notes.nir').optional().transform(orNothing);

/** One value of a closed list, or none: null. */
export const oneOrNone = <const Values extends readonly string[]>(values: Values, unknown: TextKey) =>
	z
		.union([z.literal('', { error: unknown }), z.enum(values, { error: unknown })], { error: unknown })
		.optional()
		.transform((value) => value || null);

/** The id of what a form makes, drawn when the form is: the same form sent twice makes one thing. */
export const Once = z.uuid({ error: 'problem.field-invalid' });
