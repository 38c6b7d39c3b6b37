import * as z from 'zod';
import { personOf } from '#lib/pathway/server/pathways.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { clocks } from '../referral-clock.ts';
import { tellMove, writeMove } from './move-referral.ts';
import { asSource } from './party.ts';
import { agreeToReferral, recipientsOf, refusePaused } from './referral-agreement.ts';
import { type FoundReferral, holdReferral } from './referrals.ts';

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

async function recordBasis(act: Act, referral: FoundReferral, sending: Sending) {
	const personId = await personOf(act, referral.pathwayId);
	if (sending.basis === 'agreement') {
		const { proof, witness, language } = sending;
		const recordedBy = act.actor.hat?.organisationId ?? '';
		const told = { proof: proof ?? 'signed', witness, language, recordedBy };
		return { agreementId: await agreeToReferral(act, personId, referral, told) };
	}
	const ids = await Promise.all(
		(await recipientsOf(act, referral)).map((organisationId) =>
			insertGround(act, personId, organisationId, sending),
		),
	);
	return { groundId: ids[0] };
}

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
