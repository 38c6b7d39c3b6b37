import * as z from 'zod';
import { findPathway, leads } from '#lib/pathway/server/pathways.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { mayTell } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { afterPerson, afterReceiver, canRelayBecome, mayReceive, type RelayState } from '../relay.ts';
import { findRelay } from './relays.ts';

const relay = z.uuid('steps.relay-unknown');

export const ReceiverAnswer = z.object({
	relay,
	answer: z.enum(['accepted', 'refused'], 'steps.relay-answer-missing'),
	words: mayTell(500, 'steps.reason-long'),
});

export const PersonYes = z.object({
	relay,
	proof: z.enum(['signed', 'oral', 'helper'], 'steps.relay-proof-missing'),
	witness: mayTell(120, 'steps.before-long'),
});

export const RelayToWithdraw = z.object({ relay });

type FoundRelay = Awaited<ReturnType<typeof findRelay>>;

/** The receiver's yes or no; a no says why. Two yeses at once: one wins. @returns where the relay stands then */
export async function answerRelay(
	act: Act,
	{ relay: id, answer, words }: z.output<typeof ReceiverAnswer>,
): Promise<RelayState> {
	const found = await findRelay(act, id);
	const us = { hatId: act.actor.hat?.id ?? '', organisationId: organisationOf(act.actor) };
	if (!mayReceive(found, us)) throw notOurs(found, us.organisationId);
	if (answer === 'refused' && !words) throw new Refusal(422, 'steps.relay-words-missing');
	const state = answer === 'refused' ? 'refused' : afterReceiver(found);
	await move(act, found, state, {
		answeredAt: act.at,
		answerWords: words,
		...(state !== 'refused' && { toHatId: us.hatId, toName: await nameOfActor(act) }),
	});
	return state;
}

/** Somebody of ours was quicker, or it was never ours to answer. */
const notOurs = ({ id, state, toOrganisationId }: FoundRelay, ours: string): Refusal =>
	state !== 'proposed' && toOrganisationId === ours
		? new Refusal(409, 'steps.relay-changed')
		: new NotYours('relay.answer', id);

/** The person's yes, with its proof, written by those who lead. */
export async function agreeToRelay(
	act: Act,
	{ relay: id, proof, witness }: z.output<typeof PersonYes>,
): Promise<void> {
	const found = await ledRelay(act, id);
	if (proof !== 'signed' && !witness) throw new Refusal(422, 'steps.relay-witness-missing');
	if (found.personAcceptedAt) throw new Refusal(409, 'steps.relay-changed');
	const state = afterPerson(found);
	await move(act, found, state, {
		personAcceptedAt: act.at,
		personProof: proof,
		personWitness: witness,
	});
	await record(act, 'relay.agreed-by-person', found.pathwayId, { relay: id });
}

/** Those who lead take their proposal back, as long as it is not effective. */
export async function withdrawRelay(
	act: Act,
	{ relay: id }: z.output<typeof RelayToWithdraw>,
): Promise<void> {
	await move(act, await ledRelay(act, id), 'withdrawn', {});
}

async function ledRelay(act: Act, id: string): Promise<FoundRelay> {
	const found = await findRelay(act, id);
	if (!leads(act, await findPathway(act, found.pathwayId))) throw new NotYours('relay.move', id);
	return found;
}

type Changes = Partial<
	Pick<
		FoundRelay,
		'toHatId' | 'toName' | 'answeredAt' | 'answerWords' | 'personAcceptedAt' | 'personProof' | 'personWitness'
	>
>;

/** Writes what was said; the lead passes in the act that makes the relay effective, and in no other. */
async function move(act: Act, found: FoundRelay, state: RelayState, changes: Changes): Promise<void> {
	if (state !== found.state && !canRelayBecome(found.state, state))
		throw new Refusal(409, 'steps.relay-changed');
	await act.tx
		.updateTable('relay')
		.set({ ...changes, state, ...(state === 'effective' && { effectiveAt: act.at }) })
		.where('id', '=', found.id)
		.execute();
	if (state === 'effective') await passLead(act, { ...found, ...changes });
	if (state !== found.state && state !== 'proposed')
		await record(act, `relay.${state}`, found.pathwayId, { relay: found.id });
}

async function passLead(
	{ tx }: Act,
	{ pathwayId, toHatId, toOrganisationId, toName }: FoundRelay,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('pathway')
		.set((eb) => ({
			leadHatId: toHatId ?? '',
			leadOrganisationId: toOrganisationId,
			leadName: toName ?? '',
			version: eb('version', '+', 1),
		}))
		.where('id', '=', pathwayId)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Error('an effective relay passes the lead');
}
