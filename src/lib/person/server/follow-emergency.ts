import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { reviews, stillToReview, stillToTell } from '../emergency.ts';
import { findEmergency } from './emergencies.ts';
import { refuseUnlessLead } from './lead.ts';

export const Told = z.object({ emergency: z.uuid() });
export const Delayed = Told.extend({
	because: z.string().trim().min(10, 'agreements.explanation-short').max(500, 'agreements.delay-long'),
});
export const Reviewed = Told.extend({ review: z.enum(reviews, 'agreements.review-missing') });

/** The person was told, by word or by the letter. @throws Refusal 404 for whoever does not lead, 409 when it was done */
export async function tellOfEmergency(act: Act, personId: string, { emergency }: z.output<typeof Told>) {
	const { id } = await following(act, personId, emergency, stillToTell);
	await change(act, id, { toldAt: act.at });
	await record(act, 'person.emergency-told', personId, {});
}

/** She is told later, for her safety alone; the motive is kept. @throws Refusal as `tellOfEmergency` */
export async function delayTelling(act: Act, personId: string, form: z.output<typeof Delayed>) {
	const { id } = await following(act, personId, form.emergency, stillToTell);
	await change(act, id, { delayedBecause: form.because });
	await record(act, 'person.emergency-delayed', personId, {});
}

/** Somebody else of the lead organisation judges it, once. @throws Refusal as `tellOfEmergency` */
export async function reviewEmergency(act: Act, personId: string, form: z.output<typeof Reviewed>) {
	const { id } = await following(act, personId, form.emergency, stillToReview);
	const { review } = form;
	await change(act, id, { review, reviewedAt: act.at, reviewedBy: act.actor.hat?.id ?? null });
	await record(act, 'person.emergency-reviewed', personId, { review });
}

type Followed = Awaited<ReturnType<typeof findEmergency>>;

async function following(act: Act, personId: string, id: string, owed: (emergency: Followed) => boolean) {
	await refuseUnlessLead(act, personId, 'emergency.follow');
	const emergency = await findEmergency(act, personId, id);
	if (emergency.own) throw new Refusal(409, 'agreements.emergency-own');
	if (!owed(emergency)) throw new Refusal(409, 'agreements.emergency-done');
	return emergency;
}

async function change(
	{ tx }: Act,
	id: string,
	values: {
		toldAt?: Date;
		delayedBecause?: string;
		review?: (typeof reviews)[number];
		reviewedAt?: Date;
		reviewedBy?: string | null;
	},
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('breakGlass')
		.set(values)
		.where('id', '=', id)
		.where(values.review ? 'reviewedAt' : 'toldAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Refusal(409, 'agreements.emergency-done');
}
