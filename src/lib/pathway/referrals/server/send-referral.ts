import * as z from 'zod';
import { personOf } from '#lib/pathway/server/pathways.ts';
import { textVersion } from '#lib/person/agreement.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { fieldLevels } from '../referral.ts';
import { clocks } from '../referral-clock.ts';
import { tellMove, writeMove } from './move-referral.ts';
import { asSource } from './party.ts';
import { type FoundReferral, holdReferral, listFields } from './referrals.ts';

const proofNeedsWitness = (value: { proof?: string | undefined; witness?: string | null }): boolean =>
	!(value.proof === 'oral' || value.proof === 'helper') || Boolean(value.witness);

/** Her agreement to these very fields, or another legal ground, explained. Never neither. */
export const Sending = z
	.object({
		basis: z.enum(['agreement', 'ground'], 'referral.basis-missing'),
		proof: z.enum(['signed', 'oral', 'click', 'helper'], 'referral.proof-missing').optional(),
		witness: z
			.string()
			.trim()
			.max(120)
			.optional()
			.transform((name) => name || null),
		language: z
			.string()
			.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
			.default('fr'),
		ground: z
			.union(
				[
					z.literal(''),
					z.enum(['social-work', 'care-team', 'child-protection', 'vital-interest', 'legal-duty']),
				],
				'referral.ground-missing',
			)
			.optional(),
		explanation: z.string().trim().max(1000, 'referral.words-long').optional(),
		version: z.coerce.number().int().positive(),
	})
	.refine((value) => value.basis !== 'agreement' || value.proof, {
		path: ['proof'],
		error: 'referral.proof-missing',
	})
	.refine(proofNeedsWitness, { path: ['witness'], error: 'referral.witness-missing' })
	.refine((value) => value.basis !== 'ground' || value.ground, {
		path: ['ground'],
		error: 'referral.ground-missing',
	})
	.refine((value) => value.basis !== 'ground' || (value.explanation ?? '').length >= 10, {
		path: ['explanation'],
		error: 'referral.explanation-short',
	});
export type Sending = z.infer<typeof Sending>;

/**
 * Sends a referral: what she saw is what leaves, under her recorded agreement or a ground of the law that is explained.
 * What changed since it was shown to her is not sent.
 */
export async function sendReferral(act: Act, referralId: string, sending: Sending): Promise<void> {
	const source = await asSource(act);
	const referral = await holdReferral(act, referralId);
	if (referral.fromOrganisationId !== source.organisationId) throw new Refusal(404, 'problem.nothing-here');
	if (referral.state !== 'draft' && referral.state !== 'awaiting-person')
		throw new Refusal(409, 'referral.already-sent');
	if (referral.version !== sending.version) throw new Refusal(409, 'referral.changed-since');
	await refusePaused(act, referral);
	const basis = await recordBasis(act, referral, sending);
	if (referral.state === 'draft') await tellMove(act, source, referral, { to: 'awaiting-person' });
	await writeMove(
		act,
		source,
		{ ...referral, state: 'awaiting-person' },
		{
			to: 'sent',
			set: {
				...basis,
				sentAt: act.at,
				answerBy: addBusinessDays(act.at, clocks.answerWithin, referral.department),
			},
		},
	);
	await enqueue(act, 'announce-referral', { referralId, moment: 'sent' });
}

/** Whoever pauses has said until when: it was shown before sending. */
async function refusePaused({ tx, at }: Act, referral: FoundReferral): Promise<void> {
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

async function recordBasis(act: Act, referral: FoundReferral, sending: Sending) {
	const personId = await personOf(act, referral.pathwayId);
	const recipients = referral.toOrganisationId
		? [referral.toOrganisationId]
		: (
				await act.tx
					.selectFrom('referralCall')
					.select('organisationId')
					.where('referralId', '=', referral.id)
					.execute()
			).map(({ organisationId }) => organisationId);
	const ids = await Promise.all(
		recipients.map((organisationId) =>
			sending.basis === 'agreement'
				? insertAgreement(act, personId, organisationId, referral, sending)
				: insertGround(act, personId, organisationId, sending),
		),
	);
	return sending.basis === 'agreement' ? { agreementId: ids[0] } : { groundId: ids[0] };
}

async function insertAgreement(
	act: Act,
	personId: string,
	organisationId: string,
	referral: FoundReferral,
	{ proof, witness, language }: Sending,
): Promise<string> {
	const id = crypto.randomUUID();
	const fields = await listFields(act, referral.id);
	const level = fields.some(({ name }) => fieldLevels[name] > 2) ? 3 : 2;
	await act.tx
		.insertInto('agreement')
		.values({
			id,
			personId,
			organisationId,
			level,
			purpose: 'referral',
			startsAt: act.at,
			endsAt: new Date(act.at.getTime() + halfYear),
			proof: proof ?? 'signed',
			witness,
			language,
			textVersion,
			way: 'referral',
			recordedBy: act.actor.hat?.organisationId ?? '',
			recordedByHat: act.actor.hat?.id ?? null,
			recordedAt: act.at,
		})
		.execute();
	await record(act, 'agreement.recorded', personId, { level, way: 'referral' });
	return id;
}

const halfYear = 183 * 86_400_000;

async function insertGround(
	act: Act,
	personId: string,
	organisationId: string,
	{ ground, explanation }: Sending,
): Promise<string> {
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('legalGround')
		.values({
			id,
			personId,
			organisationId,
			ground: ground ?? '',
			explanation: explanation ?? '',
			recordedBy: act.actor.hat?.organisationId ?? '',
			recordedByHat: act.actor.hat?.id ?? '',
			recordedAt: act.at,
		})
		.execute();
	await record(act, 'agreement.ground-recorded', personId, { ground: ground ?? '' });
	return id;
}
