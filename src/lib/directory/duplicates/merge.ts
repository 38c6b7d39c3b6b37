import * as z from 'zod';
import { sides } from './merging.ts';

/** What a person decides when she makes one entry of two. */
export const Merge = z.object({
	keep: z.enum(sides, 'duplicates.keep-missing'),
	/** Who is believed, by field; a field left out is as it was proposed. */
	choices: z.record(z.string(), z.enum([...sides, 'both'])).default({}),
	/** Number of the last change that was on the screen. */
	seen: z.coerce.number().int().optional(),
	/** Pairs of their services, merged in the same gesture as they are proposed. */
	services: z.array(z.uuid()).max(200).default([]),
});
export type Merge = z.output<typeof Merge>;
