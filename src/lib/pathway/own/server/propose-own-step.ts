import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { openOwnPathway } from './own-pathway.ts';

export const OwnStepForm = z.object({
	words: z.string().trim().min(1, 'own-space.propose-missing').max(500, 'own-space.words-long'),
	dueOn: z.iso.date('own-space.propose-day'),
});

/** She proposes a step of her own; her lead worker reads it and answers. @returns to whom it is proposed */
export async function proposeOwnStep(
	act: Act,
	{ words, dueOn }: z.output<typeof OwnStepForm>,
): Promise<string> {
	const pathway = await openOwnPathway(act);
	if (dueOn < dayOf(act.at)) throw new Refusal(422, 'own-space.propose-day');
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('step')
		.values({
			id,
			pathwayId: pathway.id,
			words,
			dueOn,
			owner: 'person',
			ownerName: pathway.name,
			proposedBy: 'person',
			organisationId: pathway.leadOrganisationId,
			madeAt: act.at,
		})
		.execute();
	await record(act, 'step.proposed', pathway.id, { step: id, by: 'person' });
	return pathway.leadName;
}
