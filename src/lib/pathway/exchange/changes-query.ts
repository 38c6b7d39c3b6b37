import * as z from 'zod';
import { positionIn } from './cursor.ts';

/** How a reader asks for what has changed: from where, and how much at most. */
export const ChangesQuery = z.strictObject({
	since: z
		.string()
		.transform((told, context) => {
			const position = positionIn(told);
			if (position) return position;
			context.addIssue({ code: 'custom', message: 'pathway-api.since-wrong' });
			return z.NEVER;
		})
		.optional(),
	limit: z
		.string()
		.regex(/^\d{1,3}$/, 'pathway-api.limit-wrong')
		.transform(Number)
		.refine((limit) => limit >= 1 && limit <= 100, 'pathway-api.limit-wrong')
		.default(50),
});
export type ChangesQuery = z.output<typeof ChangesQuery>;
