import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { occupationTags } from '../../shown-offers.ts';

export const TaggedOccupation = z.object({
	romeCode: z
		.string('employers.wrong-code')
		.trim()
		.toUpperCase()
		.regex(/^[A-N]\d{4}$/, 'employers.wrong-code'),
	label: z.string('employers.no-label').trim().min(1, 'employers.no-label').max(200, 'employers.long-label'),
	tag: z.enum(occupationTags, 'employers.no-tag'),
});

/** Tags an occupation as one of the ecological transition or of care; its label is written again when it was there. */
export async function tagOccupation(act: Act, occupation: z.infer<typeof TaggedOccupation>): Promise<void> {
	const { id } = await act.tx
		.insertInto('occupationTag')
		.values(occupation)
		.onConflict((conflict) => conflict.columns(['romeCode', 'tag']).doUpdateSet({ label: occupation.label }))
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'occupation.tagged', id, { romeCode: occupation.romeCode, tag: occupation.tag });
}
