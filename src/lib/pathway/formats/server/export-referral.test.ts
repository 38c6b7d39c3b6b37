import { expect, test } from 'vitest';
import { openEmergency } from '#lib/person/server/open-emergency.ts';
import { stopAgreement } from '#lib/person/server/stop-agreement.ts';
import type { Work } from '#lib/server/act.ts';
import { followed, share } from '../../../testing/pathways.ts';
import { drafted, sent } from '../../../testing/referrals.ts';
import { world } from '../../../testing/world.ts';
import { acceptReferral } from '../../referrals/server/accept-referral.ts';
import { completeReferral } from '../../referrals/server/complete-referral.ts';
import { asSource, asTarget } from '../../referrals/server/party.ts';
import { withdrawReferral } from '../../referrals/server/withdraw-referral.ts';
import { bundleOf } from '../fhir.ts';
import { listed, TaskSearch } from '../task-search.ts';
import { exportReferral } from './export-referral.ts';
import { searchTasks } from './search-tasks.ts';

const here = await world();
const { organisation, person } = here;
const plie = await organisation('PLIE de l’Artois');
const ccas = await organisation('CCAS de Lens');
const samira = await person('Samira Benali', 'provider', plie.id);
const stranger = await person('Nour Petit', 'worker', ccas.id);
const lila = await followed(here, 'Lila');
await lila.worker.act(({ tx }) =>
	tx
		.updateTable('person')
		.set({ phone: '06 00 00 00 01', safeContact: 'Le matin' })
		.where('id', '=', lila.personId)
		.execute(),
);

const nothing = { status: 404, reason: 'problem.nothing-here' };
const read = (work: Work, id: string) => work((act) => exportReferral(act, id));
const search = (work: Work, query: string) =>
	work((act) => {
		const asked = new URL(`https://passerelles.test/api/fhir/Task?${query}`);
		const told = Object.fromEntries(
			[...asked.searchParams].map(([name, value]) => [
				name,
				listed.some((one) => one === name) ? value.split(',') : value,
			]),
		);
		return searchTasks(act, TaskSearch.parse(told), asked);
	});
const idsIn = async (work: Work, query = '') =>
	(await search(work, query)).entry?.map(({ resource }) => resource?.id) ?? [];

test('the recipient hands on what she let go, and a stranger finds nothing', async () => {
	const id = await sent(lila, [plie.id], { fields: ['phone'] });
	const bundle = JSON.stringify(bundleOf(await read(samira.act, id), 'https://passerelles.test/api/fhir'));
	for (const word of ['Lila', '06 00 00 00 01', 'Le matin', 'Passer le permis', 'PLIE de l’Artois'])
		expect(bundle).toContain(word);
	for (const secret of [lila.personId, lila.pathwayId]) expect(bundle).not.toContain(secret);
	await expect(read(stranger.act, id)).rejects.toMatchObject(nothing);
	await expect(read(here.stranger, id)).rejects.toMatchObject(nothing);
	expect(await idsIn(samira.act)).toContain(id);
	expect(await idsIn(stranger.act)).toEqual([]);
});

test('a draft answers as what does not exist, even to whoever writes it', async () => {
	const id = await drafted(lila, [plie.id], { domain: 'food' });
	for (const work of [lila.worker.act, samira.act])
		await expect(read(work, id)).rejects.toMatchObject(nothing);
	expect(await idsIn(lila.worker.act)).not.toContain(id);
});

test('a draft that was dropped never left: nobody reads it', async () => {
	const id = await drafted(lila, [plie.id], { domain: 'housing' });
	await lila.worker.act(async (act) => withdrawReferral(act, await asSource(act), id, { words: null }));
	await expect(read(lila.worker.act, id)).rejects.toMatchObject(nothing);
});

test('once she withdraws, the recipient finds nothing at the next reading; the source still does', async () => {
	const id = await sent(lila, [plie.id], { domain: 'digital' });
	const { agreement } = await read(samira.act, id);
	await lila.worker.act((act) => stopAgreement(act, lila.personId, agreement!.id, { way: 'in-person' }));
	await expect(read(samira.act, id)).rejects.toMatchObject(nothing);
	expect(await idsIn(samira.act)).not.toContain(id);
	expect(await read(lila.worker.act, id)).toMatchObject({ state: 'sent' });
});

test('once done, the recipient keeps its own act and loses the rest', async () => {
	const id = await sent(lila, [plie.id], { domain: 'reading' });
	const acceptance = { contactName: 'Samira Benali', contactPhone: null, firstContactOn: '2026-11-26' };
	await samira.act(async (act) => acceptReferral(act, await asTarget(act), id, acceptance));
	await samira.act(async (act) =>
		completeReferral(act, await asTarget(act), id, { words: 'Trois ateliers' }),
	);
	expect(await read(samira.act, id)).toMatchObject({
		state: 'completed',
		outcome: 'Trois ateliers',
		fields: [],
	});
});

test('two organisations do not know her by the same name', async () => {
	const id = await sent(lila, [plie.id], { domain: 'money' });
	const [seen, followedHere] = [await read(samira.act, id), await read(lila.worker.act, id)];
	expect(seen.patientId).not.toBe(followedHere.patientId);
	expect(await idsIn(samira.act, `patient=Patient/${seen.patientId}`)).toContain(id);
	expect(await idsIn(samira.act, `patient=${followedHere.patientId}`)).toEqual([]);
});

test('each reading stands in her log, by whoever read it, once in ten minutes', async () => {
	const nadia = await followed(here, 'Nadia');
	const id = await sent(nadia, [plie.id], { domain: 'work' });
	await read(samira.act, id);
	await read(samira.act, id);
	await search(samira.act, '');
	await read(stranger.act, id).catch(() => {});
	const lines = await nadia.worker.act(({ tx }) =>
		tx
			.selectFrom('accessLog')
			.select(['workerName', 'organisationId', 'what'])
			.where('personId', '=', nadia.personId)
			.execute(),
	);
	expect(lines).toEqual([{ workerName: 'Samira Benali', organisationId: plie.id, what: 'referral' }]);
});

test('a search says its page and where the next one is; filters add up', async () => {
	const first = await search(lila.worker.act, '_count=2');
	expect(first.entry).toHaveLength(2);
	const next = first.link?.find(({ relation }) => relation === 'next')?.url;
	const second = await search(lila.worker.act, new URL(next!).search.slice(1));
	const ids = [...first.entry!, ...second.entry!].map(({ resource }) => resource?.id);
	expect(new Set(ids).size).toBe(4);
	expect(await idsIn(lila.worker.act, 'status=completed')).toHaveLength(1);
	expect(await idsIn(lila.worker.act, `status=completed&owner=Organization/${ccas.id}`)).toEqual([]);
	expect(await idsIn(lila.worker.act, '_lastUpdated=gt2026-11-23T11:00:00Z')).toEqual([]);
	expect(TaskSearch.safeParse({ status: ['sent'] }).success).toBe(false);
	expect(TaskSearch.safeParse({ _lastUpdated: ['2026'] }).success).toBe(false);
});

test('what a follow-up refers to comes along when it is asked for, each once', async () => {
	const kinds = async (query: string) =>
		(await search(samira.act, query)).entry
			?.filter(({ search: found }) => found?.mode === 'include')
			.map(({ resource }) => resource?.resourceType) ?? [];
	expect(await kinds('')).toEqual([]);
	expect(new Set(await kinds('_include=Task:patient'))).toEqual(new Set(['Patient']));
	const everything = await search(samira.act, '_include=*');
	const urls = everything.entry?.map(({ fullUrl }) => fullUrl) ?? [];
	expect(new Set(urls).size).toBe(urls.length);
	expect(urls.filter((url) => url?.includes('/Patient/'))).toHaveLength(2);
	expect(JSON.stringify(everything)).not.toContain(lila.personId);
});

test('what is read in an emergency leaves in no file', async () => {
	const nora = await followed(here, 'Nora');
	const nour = await person('Nour Petit', 'worker', ccas.id);
	const shared = await share(nora, ccas.id, 1);
	await nora.worker.act((act) => stopAgreement(act, nora.personId, shared, { way: 'phone' }));
	await nora.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'protected' }).where('id', '=', nora.personId).execute(),
	);
	const id = await sent(nora, [plie.id], { domain: 'links' });
	await expect(read(nour.act, id)).rejects.toMatchObject(nothing);
	const form = { reason: 'danger', explanation: 'Elle a appelé : elle est en danger.' } as const;
	await nour.act((act) => openEmergency(act, nora.pathwayId, form));
	await expect(read(nour.act, id)).rejects.toMatchObject({ status: 403 });
});
