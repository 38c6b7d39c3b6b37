import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listReaders } from '#lib/person/server/sharing.ts';
import { followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { activatePathway } from './activate-pathway.ts';
import { readShell } from './shell.ts';
import { readSummary } from './summary.ts';

const here = await world();
const noStep = { words: null, owner: 'me', dueOn: '' } as const;

async function lived() {
	const lila = await followed(here, 'Lila', 'Je veux un toit');
	await plannedStep(lila, { words: 'Appeler la crèche' });
	await lila.worker.act((act) => activatePathway(act, lila.pathwayId, noStep));
	return lila;
}
const workerOf = async (name: string) => {
	const organisation = await here.organisation(name);
	return { organisation, ...(await here.person('Nour Petit', 'worker', organisation.id)) };
};

test('a colleague sees her words, what is next, and what happened by whom', async () => {
	const lila = await lived();
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	const seen = await leo.act((act) => readSummary(act, lila.pathwayId, 1));
	expect(seen).toMatchObject({
		pathway: { name: 'Lila', words: 'Je veux un toit', readsSteps: true },
		nextStep: { words: 'Appeler la crèche', ownerName: 'Awa Diallo' },
		total: 2,
	});
	expect(seen.events.map(({ name, by, organisation }) => [name, by, organisation])).toEqual([
		['pathway.activated', 'Awa Diallo', 'Mission locale de Lila'],
		['pathway.opened', 'Awa Diallo', 'Mission locale de Lila'],
	]);
});

test('an organisation that knows her identity sees no word, no step, nothing of what happened', async () => {
	const lila = await lived();
	const ccas = await workerOf('CCAS');
	await share(lila, ccas.organisation.id, 1);
	expect(await ccas.act((act) => readSummary(act, lila.pathwayId, 1))).toMatchObject({
		pathway: { name: 'Lila', leadName: 'Awa Diallo', words: null, readsSteps: false },
		nextStep: undefined,
		goals: [],
		events: [],
		total: 0,
	});
	const log = await lila.worker.act(({ tx }) =>
		tx.selectFrom('accessLog').select(['what', 'workerName']).where('personId', '=', lila.personId).execute(),
	);
	expect(log).toEqual([{ what: 'identity', workerName: 'Nour Petit' }]);
});

test('a query that forgets whom it may tell is refused her words by the database itself', async () => {
	const lila = await lived();
	const ccas = await workerOf('CCAS');
	await share(lila, ccas.organisation.id, 2);
	await expect(
		ccas.act(({ tx }) => tx.selectFrom('pathway').select('words').execute()),
	).rejects.toMatchObject({
		code: '42501',
	});
	const told = sql`select * from pathway_words(${lila.pathwayId}::uuid)`;
	expect((await ccas.act(({ tx }) => told.execute(tx))).rows).toEqual([]);
	expect((await lila.worker.act(({ tx }) => told.execute(tx))).rows).toMatchObject([
		{ words: 'Je veux un toit' },
	]);
});

test('with steps shared, another organisation reads them, and learns whose organisation did what, not the names', async () => {
	const lila = await lived();
	const ccas = await workerOf('CCAS');
	await share(lila, ccas.organisation.id, 3);
	const seen = await ccas.act((act) => readSummary(act, lila.pathwayId, 1));
	expect(seen).toMatchObject({
		pathway: { words: 'Je veux un toit' },
		nextStep: { words: 'Appeler la crèche' },
	});
	expect(seen.events[0]).toMatchObject({ by: null, organisation: 'Mission locale de Lila' });
});

test('a stranger, a provider and a colleague before a closed file get what does not exist', async () => {
	const lila = await lived();
	const stranger = await workerOf('Emmaüs');
	const provider = await here.person('Max Roux', 'provider', lila.organisation.id);
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	await lila.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'closed' }).where('id', '=', lila.personId).execute(),
	);
	for (const { act } of [stranger, provider, leo]) {
		await expect(act((each) => readSummary(each, lila.pathwayId, 1))).rejects.toMatchObject({ status: 404 });
		await expect(act((each) => readShell(each, lila.pathwayId))).rejects.toMatchObject({ status: 404 });
		await expect(act((each) => readShell(each, 'x'))).rejects.toMatchObject({ status: 404 });
	}
	expect(await lila.worker.act((act) => readSummary(act, lila.pathwayId, 1))).toMatchObject({ total: 2 });
});

test('the banner names each organisation once, with all it reads and until when', async () => {
	const lila = await lived();
	const [ccas, stranger] = [await workerOf('CCAS'), await workerOf('Emmaüs')];
	for (const [level, domains] of [
		[1, []],
		[3, []],
		[5, ['health']],
	] as const)
		await share(lila, ccas.organisation.id, level, domains);
	await share(lila, stranger.organisation.id, 1);
	const readers = await lila.worker.act((act) => listReaders(act, lila.personId));
	expect(readers.map(({ name, level, subjects }) => [name, level, subjects])).toEqual([
		['CCAS', 3, ['health']],
		['Emmaüs', 1, []],
	]);
	// Each other organisation knows its own agreements, and nobody else's.
	const seen = await stranger.act((act) => listReaders(act, lila.personId));
	expect(seen.map(({ name }) => name)).toEqual(['Emmaüs']);
});

test('five hundred events are told fifty at a time', async () => {
	const lila = await lived();
	await lila.worker.act(async ({ tx, actor, at }) => {
		const event = {
			name: 'step.moved',
			subject: lila.pathwayId,
			happenedAt: at,
			details: '{"from":"planned","to":"done"}',
		};
		const signed = { accountId: actor.accountId, hatId: actor.hat?.id ?? null };
		const rows = Array.from({ length: 500 }, () => ({
			...event,
			...signed,
			organisationId: lila.organisation.id,
		}));
		await tx.insertInto('event').values(rows).execute();
	});
	const read = () => lila.worker.act((act) => readSummary(act, lila.pathwayId, 1));
	const { events, total } = await read();
	expect([events.length, total]).toEqual([50, 502]);
	expect((await lila.worker.act((act) => readSummary(act, lila.pathwayId, 11))).events).toHaveLength(2);
});
