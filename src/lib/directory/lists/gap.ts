import * as z from 'zod';
import { audiences } from '../service.ts';
import { categories, topics } from '../topic.ts';

/** Free sentences are wiped after a year; the rest names nobody and stays. */
export const sentenceKept = 365 * 86_400_000;

const theme = z.enum([...topics, ...categories]);
const optional = (longest: number, reason: string) => z.string().trim().max(longest, reason).default('');

/** What the form says: a place, a need in words or in topics, perhaps a sentence. `surnom` is filled by machines only. */
export const NewGap = z
	.object({
		lieu: z.string('lists.gap-place-missing').trim().min(1, 'lists.gap-place-missing').max(100),
		/** The commune that the search knew, while its name was not typed over. */
		commune: z
			.string()
			.regex(/^\w{5}$/)
			.or(z.literal(''))
			.default(''),
		connu: z.string().max(200).default(''),
		q: optional(200, 'lists.gap-words-long'),
		theme: z.array(theme).max(20).default([]),
		public: z.array(z.enum(audiences)).max(20).default([]),
		sentence: optional(500, 'lists.gap-sentence-long'),
		surnom: z.string().default(''),
	})
	.refine(({ q, theme }) => q !== '' || theme.length > 0, {
		path: ['q'],
		message: 'lists.gap-words-missing',
	});
export type NewGap = z.infer<typeof NewGap>;

/** The fields of the form that take several answers. */
export const gapLists = ['theme', 'public'] as const;
