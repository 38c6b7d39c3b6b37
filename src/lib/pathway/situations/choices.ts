import * as z from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isSituationField, type SituationField, situationFields } from './field.ts';

/** What to do for somebody whose line tells no step, or no date: refuse it, or meet her within a fortnight. */
export const withoutStep = ['first-point', 'refuse'] as const;
export type WithoutStep = (typeof withoutStep)[number];

/** Which column says what, by rank, and what is done without a step. */
export const Choices = z.object({
	fields: z.array(z.enum(situationFields).nullable()),
	withoutStep: z.enum(withoutStep),
});
export type Choices = z.infer<typeof Choices>;

/** The choices that a form sends: `column-0`, `column-1`… and `withoutStep`. What names no field is left aside. */
export const choicesOf = (data: FormData, columns: number): Choices => ({
	fields: Array.from({ length: columns }, (_, rank) => {
		const said = data.get(`column-${rank}`);
		return isSituationField(said) ? said : null;
	}),
	withoutStep: data.get('withoutStep') === 'refuse' ? 'refuse' : 'first-point',
});

/** Why these choices do not do: no name, or two columns that say the same. */
export function whyNotChoose({ fields }: Pick<Choices, 'fields'>): TextKey | undefined {
	if (!fields.includes('name')) return 'situations.no-name-column';
	return twiceChosen(fields) ? 'situations.column-twice' : undefined;
}

const twiceChosen = (fields: readonly (SituationField | null)[]): boolean => {
	const said = fields.filter((field) => field !== null);
	return new Set(said).size < said.length;
};
