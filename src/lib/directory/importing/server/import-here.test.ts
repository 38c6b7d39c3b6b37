import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { mappingFrom, placed } from '#lib/testing/mapping-trial.ts';
import { noon, world } from '#lib/testing/world.ts';
import { importMapped } from '../../server/import-source.ts';
import { asMapping } from '../simple-rule.ts';
import { openDraftWith } from './begin-import.ts';
import { findDraft, listDrafts, listImportRuns } from './drafts.ts';
import { giveMapping } from './give-mapping.ts';
import { lookAtDraft } from './look-at-draft.ts';
import { readScheduledImport } from './read-scheduled-import.ts';
import { runImportDraft, startDraft } from './run-draft.ts';
import { saveDraftMapping } from './save-draft-mapping.ts';
import { saveMapping } from './save-mapping.ts';
import { findSavedMapping, listSavedMappings } from './saved-mappings.ts';
import { listSchedules, scheduleImport, stopSchedule } from './schedule-import.ts';

const { db, operator, stranger, person, owner } = await world();
await operator(loadReference);
const steward = await person('Odile', 'coordinator');
const other = await person('Marc', 'facilitator');
const provider = await person('Paul', 'provider');

const csv = `Nom de la structure;Adresse;Code postal;Ville;Téléphone;Aide proposée;Description;Public
Maison des aidants;1 rue de Paris;62300;Lens;03 21 00 00 01;Répit;Un temps de repos pour les aidants.;familles
Épicerie solidaire;2 rue Neuve;62300;Lens;03 21 00 00 02;Colis;Un colis de nourriture chaque semaine.;tout le monde
`;
const file = (text: string) => [{ name: 'annuaire-lens.csv', bytes: Buffer.from(text) }];
const run = (draftId: string) => runImportDraft({ draftId }, { db, actor: steward.actor, now: () => noon });
const names = () =>
	stranger(async ({ tx }) => {
		const rows = await tx.selectFrom('listedOrganisation').select('name').execute();
		return rows.map(({ name }) => name).toSorted();
	});
const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};

test('an unknown table: a guess, a look, a correction, and it is in the directory', async () => {
	const id = await openDraftWith(steward.act, file(csv), '');
	const draft = await steward.act((act) => findDraft(act, id));
	const look = await lookAtDraft(steward.act, draft, noon);
	expect(look.sample.columns).toContain('Aide proposée');
	await steward.act((act) =>
		saveDraftMapping(
			act,
			id,
			form({
				name: 'Annuaire de Lens',
				source: 'lens',
				'f.service.nom': 'column Aide proposée',
				'f.service.publics': 'column Public',
				'c.service.publics.count': '2',
				'c.service.publics.0.from': 'familles',
				'c.service.publics.0.to': 'familles',
				'c.service.publics.1.from': 'tout le monde',
				'c.service.publics.1.to': 'tous-publics',
			}),
		),
	);
	const again = await lookAtDraft(steward.act, await steward.act((act) => findDraft(act, id)), noon);
	expect(again.faults).toEqual([]);
	expect(again.preview).toMatchObject({ kept: 2, rejected: 0 });
	await steward.act((act) => startDraft(act, id));
	await steward.act((act) => startDraft(act, id)); // a second click
	const { rows } = await owner.query(`select 1 from graphile_worker.jobs where key = 'import-draft ${id}'`);
	expect(rows).toHaveLength(1);
	await run(id);
	const done = await steward.act((act) => findDraft(act, id));
	expect(done).toMatchObject({ state: 'done', report: { rows: 2, added: 2, rejectedLines: 0 } });
	expect(await names()).toEqual(['Épicerie solidaire', 'Maison des aidants'].toSorted());
	const service = await stranger(({ tx }) =>
		tx
			.selectFrom('listedService')
			.select(['name', 'audiences', 'phone'])
			.where('name', '=', 'Colis')
			.executeTakeFirst(),
	);
	expect(service?.audiences).toEqual(['everyone']);
	const [latest] = await steward.act((act) => listImportRuns(act));
	expect(latest).toMatchObject({ source: 'lens', undoable: true });
	await steward.act((act) => saveMapping(act, id, { name: 'Annuaire de Lens' }));
	await steward.act((act) => saveMapping(act, id, { name: 'annuaire de lens' }));
	expect(await other.act((act) => listSavedMappings(act))).toHaveLength(1);
});

test('a kept mapping reads the next file without a question', async () => {
	const [kept] = await other.act((act) => listSavedMappings(act));
	const id = await openDraftWith(other.act, file(csv), `saved ${kept!.id}`);
	const draft = await other.act((act) => findDraft(act, id));
	expect(asMapping(draft.mapping)).toMatchObject({ source: 'lens' });
});

test('what cannot be read leaves no draft, and what goes wrong later is said on its page', async () => {
	const before = (await steward.act((act) => listDrafts(act))).length;
	await expect(openDraftWith(steward.act, file('<html></html>'), '')).rejects.toMatchObject({ status: 422 });
	await expect(openDraftWith(steward.act, [], '')).rejects.toMatchObject({ reason: 'importing.no-file' });
	expect(await steward.act((act) => listDrafts(act))).toHaveLength(before);
	const id = await openDraftWith(steward.act, file(csv), '');
	await steward.act((act) =>
		saveDraftMapping(act, id, form({ expert: '{"version":1,"name":"x","source":"X Y"}' })),
	);
	await expect(steward.act((act) => startDraft(act, id))).rejects.toMatchObject({
		reason: 'importing.not-ready',
	});
});

test('a draft is its author’s; nobody but stewards imports', async () => {
	const id = await openDraftWith(steward.act, file(csv), '');
	for (const { act } of [other, provider, { act: stranger }])
		await expect(act((here) => findDraft(here, id))).rejects.toMatchObject({ status: 404 });
	await expect(openDraftWith(provider.act, file(csv), '')).rejects.toThrow(/row-level security/);
	expect(await provider.act((act) => listSavedMappings(act))).toEqual([]);
});

let served = csv;
const server = http.createServer((request, response) => {
	const etag = `"${served.length}"`;
	const [, sentTo] = /^\/ailleurs\?(.+)$/.exec(request.url ?? '') ?? [];
	if (request.url === '/manege') return void response.writeHead(302, { location: '/manege' }).end();
	if (sentTo) return void response.writeHead(302, { location: decodeURIComponent(sentTo) }).end('ailleurs');
	if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
	response.writeHead(200, { etag, 'content-type': 'text/csv' }).end(served);
});
afterAll(() => void server.close());

test('an address is read again by itself, unless it has not changed; a private one is refused', async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/annuaire-lens.csv`;
	const [kept] = await steward.act((act) => listSavedMappings(act));
	await steward.act((act) => scheduleImport(act, { mapping: kept!.id, url, every: 'week' }));
	const schedule = async () => (await steward.act((act) => listSchedules(act)))[0]!;
	const { id: scheduleId } = await schedule();
	const read = (mayReach?: () => boolean) =>
		readScheduledImport({ scheduleId }, { db, actor: steward.actor, now: () => noon }, mayReach);
	await read();
	expect((await schedule()).lastProblem).toMatch(/adresse privée/);
	served = csv.replace('Maison des aidants', 'Maison des proches');
	await read(() => true);
	expect(await schedule()).toMatchObject({
		lastProblem: null,
		nextAt: new Date('2026-11-30T11:00:00Z'),
	});
	expect(await names()).toContain('Maison des proches');
	const runs = async () => (await steward.act((act) => listImportRuns(act))).length;
	const before = await runs();
	await read(() => true);
	expect(await runs()).toBe(before);
	await steward.act((act) => stopSchedule(act, { schedule: scheduleId }));
	await read(() => true);
	expect(await runs()).toBe(before);
});

test('an address that sends elsewhere is followed, never to a private address nor for ever', async () => {
	const base = `http://localhost:${(server.address() as AddressInfo).port}`;
	const sentTo = (url: string) => `${base}/ailleurs?${encodeURIComponent(url)}`;
	const [kept] = await steward.act((act) => listSavedMappings(act));
	const problemOf = async (url: string) => {
		await steward.act((act) => scheduleImport(act, { mapping: kept!.id, url, every: 'day' }));
		const { id: scheduleId } = (await steward.act((act) => listSchedules(act)))[0]!;
		const asPublic = (address: string) => address !== '169.254.169.254';
		await readScheduledImport({ scheduleId }, { db, actor: steward.actor, now: () => noon }, asPublic);
		const { lastProblem } = (await steward.act((act) => listSchedules(act)))[0]!;
		await steward.act((act) => stopSchedule(act, { schedule: scheduleId }));
		return lastProblem;
	};
	served = csv.replace('Épicerie solidaire', 'Épicerie sociale');
	expect(await problemOf(sentTo(`${base}/annuaire-lens.csv`))).toBeNull();
	expect(await names()).toContain('Épicerie sociale');
	expect(await problemOf(sentTo('http://169.254.169.254/latest/meta-data'))).toMatch(/adresse privée/);
	expect(await problemOf(sentTo('file:///etc/passwd'))).toMatch(/adresse/);
	expect(await problemOf(`${base}/manege`)).toMatch(/302/);
});

test('a mapping goes from hand to hand: kept here, given as a file, given back', async () => {
	const [kept] = await steward.act((act) => listSavedMappings(act));
	const { mapping } = await steward.act((act) => findSavedMapping(act, kept!.id));
	const text = JSON.stringify({ ...Object(mapping), name: 'Annuaire d’ailleurs' });
	await other.act((act) => giveMapping(act, `\ufeff${text}`));
	const names = (await other.act((act) => listSavedMappings(act))).map(({ name }) => name);
	expect(names).toHaveLength(2);
	expect(names).toContain('Annuaire d’ailleurs');
	const report = await importMapped(
		operator,
		mappingFrom(JSON.parse(text)),
		[await placed('lens.csv', csv)],
		{
			now: noon,
			dryRun: true,
		},
	);
	expect(report).toMatchObject({ rows: 2, rejectedLines: 0, source: 'lens' });
});

test('a mapping that somebody gives is checked before it is kept', async () => {
	await expect(steward.act((act) => giveMapping(act, '{"version":2}'))).rejects.toMatchObject({
		status: 422,
	});
	await expect(steward.act((act) => giveMapping(act, 'nom;adresse'))).rejects.toMatchObject({ status: 422 });
});
