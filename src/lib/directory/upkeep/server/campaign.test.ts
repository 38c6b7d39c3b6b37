import { expect, test } from 'vitest';
import { newVisitor } from '#lib/testing/accounts.ts';
import { addService, runner, takeJobs, tokenIn, writeTo } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { progressOf, stateOf } from '../campaign.ts';
import { answerReview } from './answer-review.ts';
import { findCampaign, listCampaigns } from './campaigns.ts';
import { noteCampaignEntry } from './note-campaign-entry.ts';
import { endCampaign } from './run-campaigns.ts';
import { countAsked, type NewCampaign, startCampaign } from './start-campaign.ts';
import { verifyServices } from './verify-services.ts';

const { db, door, owner, operator, person, organisation, stranger } = await world();
const { sent, run } = runner(db);
const odile = await person('Odile', 'coordinator');
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const today = '2026-11-23';

const campaign: NewCampaign = {
	name: 'Mise à jour d’hiver',
	territory: null,
	category: null,
	staleMonths: null,
	startsOn: today,
	endsOn: '2026-12-06',
};

/** Organisations of one theme, with an address each unless it is null. */
async function houses(category: string, ...emails: (string | null)[]) {
	return Promise.all(
		emails.map(async (email, rank) => {
			const { id } = await organisation(`${category} ${rank}`);
			await writeTo(operator, id, email);
			const services = [
				await addService(operator, id, `Aide ${rank}`),
				await addService(operator, id, `Autre ${rank}`),
			];
			await operator(({ tx }) =>
				tx
					.updateTable('service')
					.set({ topics: [`${category}--x`] })
					.where('organisationId', '=', id)
					.execute(),
			);
			return { id, services };
		}),
	);
}
const start = (more: Partial<NewCampaign>, by = odile) =>
	by.act((act) => startCampaign(act, { ...campaign, ...more }));
async function anHour(at = noon) {
	const before = sent.length;
	await takeJobs(owner, 'run-campaigns');
	await run('run-campaigns', {}, at);
	for (const wave of await takeJobs(owner, 'send-review-letters')) await run('send-review-letters', wave, at);
	return sent.slice(before);
}
const follow = (id: string) => odile.act((act) => findCampaign(act, id));
const states = async (id: string) => (await follow(id)).entries.map(stateOf);

test('a campaign mails those it may, says who must be telephoned, and follows their answers', async () => {
	const [first, second, third] = await houses('famille', 'un@famille.test', 'deux@famille.test', null);
	const id = await start({ category: 'famille' });
	const mails = await anHour();
	expect(mails.map(({ to }) => to).sort()).toEqual(['deux@famille.test', 'un@famille.test']);
	expect(await anHour()).toEqual([]);
	const before = await follow(id);
	expect(progressOf(before.entries, before, today, noon)).toEqual({
		total: 3,
		finished: 0,
		started: 0,
		toCall: 1,
		days: 14,
	});

	await answerReview(
		door,
		tokenIn(
			mails.find(({ to }) => to === 'un@famille.test'),
			'verifier',
		),
		{ answer: 'exact' },
		newVisitor(),
	);
	await answerReview(
		door,
		tokenIn(
			mails.find(({ to }) => to === 'deux@famille.test'),
			'verifier',
		),
		{ answer: 'exact', service: second!.services[0] },
		newVisitor(),
	);
	expect(await states(id)).toEqual(['finished', 'started', 'to-do']);
	await odile.act((act) => verifyServices(act, { organisation: third!.id }));
	expect(await states(id)).toEqual(['finished', 'started', 'finished']);
	expect(first).toBeDefined();
	await odile.act((act) => endCampaign(act, id));
});

test('who updates alone is known from one campaign to the next; who must be telephoned is not mailed', async () => {
	const [first] = await houses('sante', 'un@sante.test', 'deux@sante.test');
	const id = await start({ category: 'sante' });
	const noted = {
		organisation: first!.id,
		autonomy: 'not',
		caller: 'Thomas',
		remindOn: '2026-11-30',
		note: 'Le mardi.',
		state: null,
	} as const;
	await odile.act((act) => noteCampaignEntry(act, id, noted));
	expect((await anHour()).map(({ to }) => to)).toEqual(['deux@sante.test']);
	expect((await follow(id)).entries[0]).toMatchObject({
		caller: 'Thomas',
		remindOn: '2026-11-30',
		note: 'Le mardi.',
		autonomy: 'not',
	});
	await odile.act((act) => noteCampaignEntry(act, id, { ...noted, state: 'finished' }));
	expect(await states(id)).toEqual(['finished', 'to-do']);
	await odile.act((act) => endCampaign(act, id));
	const next = await start({ category: 'sante' });
	expect((await follow(next)).entries[0]).toMatchObject({ autonomy: 'not', caller: null });
	await odile.act((act) => endCampaign(act, next));
});

test('waves are of one hundred; the job sends the next one an hour later', async () => {
	await houses('mobilite', ...Array.from({ length: 103 }, (_, rank) => `m${rank}@mobilite.test`));
	const id = await start({ category: 'mobilite' });
	expect(await anHour()).toHaveLength(100);
	const { rows } = await owner.query(
		`select run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'run-campaigns'`,
	);
	expect(rows).toEqual([{ run_at: new Date(noon.getTime() + 3_600_000) }]);
	expect(await anHour()).toHaveLength(3);
	await odile.act((act) => endCampaign(act, id));
});

test('a campaign waits for its first day, and ends by itself after the last', async () => {
	await houses('numerique', 'un@numerique.test');
	const id = await start({ category: 'numerique', startsOn: '2026-11-25' });
	expect(await anHour()).toEqual([]);
	expect(await anHour(later(2))).toHaveLength(1);
	expect((await follow(id)).endedAt).toBeNull();
	await anHour(later(14));
	expect((await follow(id)).endedAt).toEqual(later(14));
});

test('a territory is its communes of the latest year; staleness keeps those nobody looked at', async () => {
	await operator(async ({ tx }) => {
		await tx
			.insertInto('territory')
			.values([
				{ kind: 'set', code: 'bassin', year: 2024, name: 'Bassin' },
				{ kind: 'set', code: 'bassin', year: 2026, name: 'Bassin' },
			])
			.execute();
		const communes = ['00001', '00002'].map((code) => ({
			code,
			name: code,
			searchName: code,
			currentCode: code,
			position: 'unknown',
			kind: 'commune',
		}));
		await tx.insertInto('commune').values(communes).execute();
		await tx
			.insertInto('territoryCommune')
			.values([
				{ kind: 'set', code: 'bassin', year: 2024, communeCode: '00002' },
				{ kind: 'set', code: 'bassin', year: 2026, communeCode: '00001' },
			])
			.execute();
	});
	const [here, there] = await houses('logement-hebergement', 'ici@logement.test', 'la@logement.test');
	for (const [rank, house] of [here!, there!].entries())
		await operator(async ({ tx }) => {
			const place = await tx
				.insertInto('place')
				.values({ source: 'test', key: house.id, communeCode: `0000${rank + 1}`, position: 'unknown' })
				.returning('id')
				.executeTakeFirstOrThrow();
			await tx.updateTable('organisation').set({ placeId: place.id }).where('id', '=', house.id).execute();
		});
	const count = (more: Partial<NewCampaign>) =>
		odile.act((act) => countAsked(act, { ...campaign, category: 'logement-hebergement', ...more }));
	expect(await count({})).toBe(2);
	expect(await count({ territory: 'set:bassin' })).toBe(1);
	expect(await count({ staleMonths: 12 })).toBe(2);
	expect(await count({ staleMonths: 24 })).toBe(0);
	const id = await start({ category: 'logement-hebergement', territory: 'set:bassin' });
	expect(await follow(id)).toMatchObject({ territory: 'Bassin', entries: [{ organisationId: here!.id }] });
	await odile.act((act) => endCampaign(act, id));
});

test('a campaign that asks nobody, or whose end is past, is refused with what to do', async () => {
	await expect(start({ category: 'se-former' })).rejects.toMatchObject({
		status: 422,
		reason: 'upkeep.campaign-empty',
	});
	await expect(start({ endsOn: '2026-11-22', startsOn: '2026-11-01' })).rejects.toMatchObject({
		reason: 'upkeep.ends-past',
	});
});

test('an organisation’s own people and strangers see no campaign, and note nothing', async () => {
	const [house] = await houses('remobilisation', 'un@remob.test');
	const id = await start({ category: 'remobilisation' });
	const ines = await person('Inès', 'provider', house!.id);
	for (const work of [ines.act, stranger]) {
		expect(await work(listCampaigns)).toEqual([]);
		await expect(work((act) => findCampaign(act, id))).rejects.toMatchObject({ status: 404 });
		await expect(
			work((act) =>
				noteCampaignEntry(act, id, {
					organisation: house!.id,
					autonomy: 'not',
					caller: null,
					remindOn: null,
					note: null,
					state: null,
				}),
			),
		).rejects.toMatchObject({ status: 404 });
	}
	await expect(start({ category: 'remobilisation' }, ines)).rejects.toMatchObject({ code: '42501' });
});

test('an id that is none is nobody’s campaign, never a failure', async () => {
	await expect(odile.act((act) => endCampaign(act, 'rien'))).rejects.toMatchObject({ status: 404 });
	const nothing = { state: null, autonomy: 'unknown', caller: null, remindOn: null, note: null } as const;
	const note = { organisation: crypto.randomUUID(), ...nothing };
	await expect(odile.act((act) => noteCampaignEntry(act, 'rien', note))).rejects.toMatchObject({
		status: 404,
	});
});
