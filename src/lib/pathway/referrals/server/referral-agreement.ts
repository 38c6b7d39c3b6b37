import { textVersion } from '#lib/person/agreement.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { fieldLevels } from '../referral.ts';
import { type FoundReferral, listFields } from './referrals.ts';

/** How she said yes to a referral, and who wrote it down: nobody, when she did it by her own hand. */
interface SaidYes {
	readonly proof: string;
	readonly witness: string | null;
	readonly language: string;
	readonly recordedBy: string | null;
}

const halfYear = 183 * 86_400_000;

/** Whoever pauses has said until when: it was shown before sending. @throws Refusal 409 */
export async function refusePaused({ tx, at }: Act, referral: FoundReferral): Promise<void> {
	if (!referral.toOrganisationId) return;
	const pause = await tx
		.selectFrom('referralPause')
		.select('until')
		.where('organisationId', '=', referral.toOrganisationId)
		.where((eb) => eb.or([eb('serviceId', 'is', null), eb('serviceId', '=', referral.serviceId)]))
		.where('endedAt', 'is', null)
		.where('until', '>=', at.toISOString().slice(0, 10))
		.executeTakeFirst();
	if (pause) throw new Refusal(409, 'referral.paused', { until: pause.until });
}

/** To whom it goes: the recipient, or those called. */
export async function recipientsOf(
	{ tx }: Act,
	referral: Pick<FoundReferral, 'id' | 'toOrganisationId'>,
): Promise<readonly string[]> {
	if (referral.toOrganisationId) return [referral.toOrganisationId];
	const called = await tx
		.selectFrom('referralCall')
		.select('organisationId')
		.where('referralId', '=', referral.id)
		.execute();
	return called.map(({ organisationId }) => organisationId);
}

/** Records that she agrees to these very fields, for each recipient. @returns the id of the first one's agreement */
export async function agreeToReferral(
	act: Act,
	personId: string,
	referral: FoundReferral,
	said: SaidYes,
): Promise<string | undefined> {
	const fields = await listFields(act, referral.id);
	const level = fields.some(({ name }) => fieldLevels[name] > 2) ? 3 : 2;
	const { tx, at, actor } = act;
	const ids: string[] = [];
	for (const organisationId of await recipientsOf(act, referral)) {
		const id = crypto.randomUUID();
		ids.push(id);
		await tx
			.insertInto('agreement')
			.values({
				...said,
				...{ id, personId, organisationId, level, textVersion },
				purpose: 'referral',
				startsAt: at,
				endsAt: new Date(at.getTime() + halfYear),
				way: 'referral',
				recordedByHat: actor.hat?.id ?? null,
				recordedAt: at,
			})
			.execute();
		await record(act, 'agreement.recorded', personId, { level, way: 'referral' });
	}
	return ids[0];
}
