import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { agreeToMeet } from '#lib/pathway/referrals/server/agree-to-meet.ts';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { listSteps } from '#lib/pathway/steps/server/steps.ts';
import { type Followed, followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { agreeToRelay, answerRelay, withdrawRelay } from './answer-relay.ts';
import { NewRelay, proposeRelay } from './propose-relay.ts';
import { listAwaited, listRelays } from './relays.ts';

const here = await world();
type Worker = Followed['worker'];

const relayTo = (to: string, over: object = {}) =>
	NewRelay.parse({ to, reason: 'Déménagement', meetingOn: '2026-12-01', personPresent: 'yes', ...over });
const yes = (relay: string) => ({ relay, answer: 'accepted', words: null }) as const;
const said = (relay: string) => ({ relay, proof: 'oral', witness: 'Nadia' }) as const;
const leadOf = (who: Worker, id: string) => who.act(async (act) => (await findPathway(act, id)).leadHatId);

/** Two organisations, a person, and her agreement to a relay from one to the other. */
async function between(name: string) {
	const one = await followed(here, name);
	const ccas = await here.organisation('CCAS');
	const nour = await here.person('Nour Petit', 'worker', ccas.id);
	const max = await here.person('Max Roux', 'worker', ccas.id);
	await relayAgreement(one, ccas.id);
	const propose = () =>
		one.worker.act((act) => proposeRelay(act, one.pathwayId, relayTo(`organisation:${ccas.id}`)));
	return { ...one, awa: one.worker, ccas, nour, max, propose };
}

const relayAgreement = ({ pathwayId, worker }: Followed, organisation: string) =>
	worker.act((act) => agreeToMeet(act, pathwayId, { organisation, agreedBy: 'oral', heardBy: 'Nadia' }));

test('to another organisation: her agreement first, then both yeses, and the lead passes', async () => {
	const { awa, nour, propose, pathwayId, ccas } = await between('Lina');
	const other = await here.organisation('Ailleurs');
	await expect(
		awa.act((act) => proposeRelay(act, pathwayId, relayTo(`organisation:${other.id}`))),
	).rejects.toMatchObject({ reason: 'steps.relay-no-agreement' });

	expect(await nour.act((act) => listSteps(act, pathwayId))).toEqual([]);
	const relay = await propose();
	expect(await nour.act(listAwaited)).toMatchObject([{ id: relay, name: 'Lina' }]);
	await nour.act((act) => answerRelay(act, yes(relay)));
	expect(await leadOf(awa, pathwayId)).toBe(awa.actor.hat?.id);

	await awa.act((act) => agreeToRelay(act, said(relay)));
	expect(await nour.act((act) => findPathway(act, pathwayId))).toMatchObject({
		leadHatId: nour.actor.hat?.id,
		leadOrganisationId: ccas.id,
		leadName: 'Nour Petit',
	});
	await expect(awa.act((act) => findPathway(act, pathwayId))).rejects.toMatchObject({ status: 404 });
});

test('the person first, then the receiver: his act passes the lead; the old one keeps its own acts', async () => {
	const one = await between('Sara');
	const { awa, nour, propose, pathwayId } = one;
	const mine = await plannedStep(one);
	const relay = await propose();
	await awa.act((act) => agreeToRelay(act, said(relay)));
	expect(await leadOf(awa, pathwayId)).toBe(awa.actor.hat?.id);
	await nour.act((act) => answerRelay(act, yes(relay)));
	expect(await leadOf(nour, pathwayId)).toBe(nour.actor.hat?.id);

	await plannedStep({ pathwayId, worker: nour });
	expect((await awa.act((act) => listSteps(act, pathwayId))).map(({ id }) => id)).toEqual([mine]);
	expect(await nour.act((act) => listSteps(act, pathwayId))).toHaveLength(2);
});

test('why is read by whoever receives it once the person has said yes, and by those who lead at once', async () => {
	const { awa, nour, max, propose, pathwayId, worker } = await between('Aya');
	const relay = await propose();
	const reasonFor = async (who: Worker) => (await who.act(listAwaited)).map(({ reason }) => reason);
	expect(await reasonFor(nour)).toEqual([null]);
	await expect(
		nour.act(({ tx }) => tx.selectFrom('relay').select('reason').where('id', '=', relay).execute()),
	).rejects.toThrow(/permission denied/);
	expect((await worker.act((act) => listRelays(act, pathwayId)))[0]?.reason).toBe('Déménagement');

	await nour.act((act) => answerRelay(act, yes(relay)));
	expect(await reasonFor(nour)).toEqual([null]);
	await awa.act((act) => agreeToRelay(act, said(relay)));
	expect((await nour.act((act) => listRelays(act, pathwayId)))[0]?.reason).toBe('Déménagement');
	// A colleague of the receiver leads with him from then on.
	expect((await max.act((act) => listRelays(act, pathwayId)))[0]?.reason).toBe('Déménagement');
	const stranger = await here.person('Ana Lopez', 'worker', (await here.organisation('Loin')).id);
	expect(await stranger.act((act) => listRelays(act, pathwayId))).toEqual([]);
	const told = sql<{ reason: string | null }>`select relay_reason(${relay}::uuid) as reason`;
	expect((await stranger.act(({ tx }) => told.execute(tx))).rows).toEqual([{ reason: null }]);
});

test('the person said yes first: whoever is asked reads why before answering', async () => {
	const { awa, nour, propose } = await between('Mila');
	const relay = await propose();
	await awa.act((act) => agreeToRelay(act, said(relay)));
	expect(await nour.act(listAwaited)).toMatchObject([{ reason: 'Déménagement' }]);
});

test('to a colleague by name: nobody else takes it', async () => {
	const one = await followed(here, 'Yara');
	const [leo, eve] = [
		await here.person('Léo Martin', 'worker', one.organisation.id),
		await here.person('Ève Blanc', 'worker', one.organisation.id),
	];
	const relay = await one.worker.act((act) =>
		proposeRelay(act, one.pathwayId, relayTo(`colleague:${leo.actor.hat?.id}`)),
	);
	expect(await eve.act(listAwaited)).toEqual([]);
	await expect(eve.act((act) => answerRelay(act, yes(relay)))).rejects.toMatchObject({ status: 404 });
	await one.worker.act((act) => agreeToRelay(act, said(relay)));
	await leo.act((act) => answerRelay(act, yes(relay)));
	expect(await leadOf(eve, one.pathwayId)).toBe(leo.actor.hat?.id);
});

test('two of the other organisation accept at once: one wins, the other is told', async () => {
	const { nour, max, propose, pathwayId, awa } = await between('Zoé');
	const relay = await propose();
	await awa.act((act) => agreeToRelay(act, said(relay)));
	const ends = await Promise.allSettled(
		[nour, max].map((who) => who.act((act) => answerRelay(act, yes(relay)))),
	);
	expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
		reason: { status: 409, reason: 'steps.relay-changed' },
	});
	const winner = ends[0]?.status === 'fulfilled' ? nour : max;
	expect(await leadOf(nour, pathwayId)).toBe(winner.actor.hat?.id);
});

test('accepted and withdrawn at once: one wins', async () => {
	const { nour, awa, propose } = await between('Nina');
	const relay = await propose();
	await awa.act((act) => agreeToRelay(act, said(relay)));
	const ends = await Promise.allSettled([
		nour.act((act) => answerRelay(act, yes(relay))),
		awa.act((act) => withdrawRelay(act, { relay })),
	]);
	expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('refused with a reason, the lead stays and another relay can be proposed', async () => {
	const { nour, awa, propose, pathwayId } = await between('Ines');
	const relay = await propose();
	await expect(propose()).rejects.toMatchObject({ reason: 'steps.relay-already' });
	await expect(
		nour.act((act) => answerRelay(act, { relay, answer: 'refused', words: null })),
	).rejects.toMatchObject({ reason: 'steps.relay-words-missing' });
	await nour.act((act) => answerRelay(act, { relay, answer: 'refused', words: 'Équipe complète' }));
	expect(await leadOf(awa, pathwayId)).toBe(awa.actor.hat?.id);
	await propose();
	expect(await awa.act((act) => listRelays(act, pathwayId))).toHaveLength(2);
});

describe('ownership changes only on acceptance, in the database too', () => {
	test('those who lead cannot hand the lead over, nor accept for the receiver', async () => {
		const { awa, nour, ccas, propose, pathwayId } = await between('Maya');
		const take = { leadHatId: nour.actor.hat?.id ?? '', leadOrganisationId: ccas.id };
		const handOver = () =>
			awa.act(({ tx }) => tx.updateTable('pathway').set(take).where('id', '=', pathwayId).execute());
		await expect(handOver()).rejects.toMatchObject({ constraint: 'pathway_lead_by_relay' });
		const relay = await propose();
		for (const state of ['accepted', 'effective'])
			await expect(
				awa.act(({ tx, at }) =>
					tx
						.updateTable('relay')
						.set({ state, toHatId: take.leadHatId, personAcceptedAt: at, effectiveAt: at })
						.where('id', '=', relay)
						.execute(),
				),
			).rejects.toMatchObject({ constraint: 'relay_accepted_by_receiver' });
		await expect(handOver()).rejects.toMatchObject({ constraint: 'pathway_lead_by_relay' });
	});

	test('a receiver takes nothing before the person’s yes, and a stranger nothing at all', async () => {
		const { nour, awa, propose, pathwayId } = await between('Rosa');
		const relay = await propose();
		const grab = (who: Worker) =>
			who.act(({ tx, actor }) =>
				tx
					.updateTable('pathway')
					.set({
						leadHatId: actor.hat?.id ?? '',
						leadOrganisationId: actor.hat?.organisationId ?? '',
					})
					.where('id', '=', pathwayId)
					.executeTakeFirst(),
			);
		await nour.act((act) => answerRelay(act, yes(relay)));
		expect((await grab(nour)).numUpdatedRows).toBe(0n);
		const stranger = await here.person('Ana Lopez', 'worker', (await here.organisation('Loin')).id);
		for (const attempt of [
			() => stranger.act((act) => answerRelay(act, yes(relay))),
			() => stranger.act((act) => agreeToRelay(act, said(relay))),
			() => stranger.act((act) => withdrawRelay(act, { relay })),
			() => nour.act((act) => agreeToRelay(act, said(relay))),
			() => nour.act((act) => withdrawRelay(act, { relay })),
		])
			await expect(attempt()).rejects.toMatchObject({ status: 404 });
		expect((await grab(stranger)).numUpdatedRows).toBe(0n);
		expect(await stranger.act(listAwaited)).toEqual([]);
		expect(await leadOf(awa, pathwayId)).toBe(awa.actor.hat?.id);
	});

	test('a partner with whom steps are shared proposes no relay', async () => {
		const one = await between('Lou');
		await share(one, one.ccas.id, 3);
		await expect(
			one.nour.act((act) =>
				agreeToMeet(act, one.pathwayId, { organisation: one.ccas.id, agreedBy: 'signed', heardBy: null }),
			),
		).rejects.toMatchObject({ status: 404 });
		await expect(
			one.nour.act((act) => proposeRelay(act, one.pathwayId, relayTo(`organisation:${one.ccas.id}`))),
		).rejects.toMatchObject({ status: 404 });
	});
});
