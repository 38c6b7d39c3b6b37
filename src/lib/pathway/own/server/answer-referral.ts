import * as z from 'zod';
import { alwaysSent, type FieldName, isEnded, type ReferralState } from '#lib/pathway/referrals/referral.ts';
import { clocks } from '#lib/pathway/referrals/referral-clock.ts';
import { moveReferral, type Party } from '#lib/pathway/referrals/server/move-referral.ts';
import { agreeToReferral, refusePaused } from '#lib/pathway/referrals/server/referral-agreement.ts';
import { holdReferral, listFields } from '#lib/pathway/referrals/server/referrals.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { openOwnPathway } from './own-pathway.ts';
import { readOwnReferral } from './own-referral.ts';

/** A field is sent when its box is ticked: `send-need`, `send-phone`… */
export const AgreedReferral = z.looseObject({
	referral: z.uuid(),
	version: z.coerce.number().int().positive(),
});
export const DeclinedReferral = z.object({ referral: z.uuid() });

const herself = (name: string): Party => ({ side: 'person', organisationId: null, byName: name });

/**
 * She says yes to a request that waits for her: what she left ticked leaves, nothing else, and as she was shown it.
 * @throws Refusal 404 when it is not hers; 409 when it was sent, stopped or changed since, or when the place pauses
 */
export async function agreeToOwnReferral(
	act: Act,
	form: z.output<typeof AgreedReferral>,
	language: string,
): Promise<void> {
	const pathway = await openOwnPathway(act);
	const referral = await holdReferral(act, form.referral);
	if (referral.state !== 'awaiting-person') throw new Refusal(409, 'own-space.help-answered');
	if (referral.version !== form.version) throw new Refusal(409, 'own-space.help-changed');
	await refusePaused(act, referral);
	for (const { name } of await listFields(act, referral.id))
		if (!alwaysSent.includes(name) && form[`send-${name}`] === undefined)
			await strike(act, referral.id, name);
	const said = { proof: 'click', witness: null, language, recordedBy: null };
	const agreementId = await agreeToReferral(act, pathway.personId, referral, said);
	const answerBy = addBusinessDays(act.at, clocks.answerWithin, referral.department);
	await moveReferral(act, herself(pathway.name), referral.id, {
		to: 'sent',
		set: { agreementId, sentAt: act.at, answerBy },
	});
	await enqueue(act, 'announce-referral', { referralId: referral.id, moment: 'sent' });
}

async function strike(act: Act, referralId: string, name: FieldName): Promise<void> {
	await act.tx
		.deleteFrom('referralField')
		.where('referralId', '=', referralId)
		.where('name', '=', name)
		.execute();
	await record(act, 'referral.field-struck', referralId, { field: name });
}

/** She does not want it, or not any more: nothing counts against her. @throws Refusal 404; 409 when it is over */
export async function declineOwnReferral(
	act: Act,
	{ referral }: z.output<typeof DeclinedReferral>,
): Promise<void> {
	const pathway = await openOwnPathway(act);
	const { state } = await readOwnReferral(act, referral);
	if (isEnded(state as ReferralState)) throw new Refusal(409, 'own-space.help-answered');
	const { sentAt } = await moveReferral(act, herself(pathway.name), referral, { to: 'declined-by-person' });
	if (sentAt) await enqueue(act, 'announce-referral', { referralId: referral, moment: 'stopped' });
}
