import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import { actAsOperator } from '#lib/server/act.ts';
import { databaseOver } from '#lib/server/database.ts';
import { anOrganisation, aService, lens, linesOf } from '#lib/testing/directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { pagesOf } from './pages.ts';
import { readOrganisations } from './read-organisations.ts';
import { readServices } from './read-services.ts';

let w: World;
const later = new Date(noon.getTime() + 3_600_000);

const shelter = { confidential: true, contactPrivate: true, phone: '03 21 00 00 00', email: 'a@exemple.fr' };
const stop = {
	name: 'Marché',
	address: '3 place du canari',
	communeCode: '62498',
	longitude: 2.8,
	latitude: 50.4,
	openingHours: null,
	dates: [],
};

beforeAll(async () => {
	w = await world();
	await w.owner.query(`
		insert into territory (kind, code, year, name) values ('region', '32', 2025, 'Hauts-de-France'), ('department', '62', 2025, 'Pas-de-Calais');
		insert into commune (code, name, kind, current_code, department_code, region_code, search_name, population)
			values ('62498', 'Lens', 'commune', '62498', '62', '32', 'lens', 32000)`);
	const lines = linesOf(
		anOrganisation('1', { siret: '20009320100016', place: lens }),
		anOrganisation('2', { ...shelter, siret: '20009320100016' }),
		anOrganisation('3'),
		aService('a', '1', { zone: ['62', '62498', 'france'], place: null }),
		aService('b', '2', { stops: [stop] }),
		aService('c', '3', { closures: [{ from: '2026-11-23', to: null, reason: 'travaux' }] }),
		aService('d', '1'),
	);
	await importDirectory(w.operator, 'dora', lines, { fileNames: [] });
});

const all = { limit: 100 };

test('a service comes with its place, its région, the names of its zone, and who offers it', async () => {
	const { entries, total } = await w.stranger((act) => readServices(act, {}, { ...all, counted: true }));
	expect(total).toBe(4);
	expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).toSorted());
	const a = entries.find(({ sourceId }) => sourceId === 'dora--a');
	expect(a).toMatchObject({
		organisationSourceId: 'dora--1',
		place: { ...lens, communeCode: '62498' },
		region: 'Hauts-de-France',
		zoneNames: { 62: 'Pas-de-Calais', 62498: 'Lens' },
		gone: false,
		modifiedAt: noon,
		organisation: { sourceId: 'dora--1', siret: '20009320100016', gone: false, sameAs: [] },
	});
	expect(a?.placeId).toMatch(/^[\da-f-]{36}$/);
});

test('what is confidential or private is not read at all', async () => {
	const { entries } = await w.stranger((act) => readServices(act, {}, all));
	const b = entries.find(({ sourceId }) => sourceId === 'dora--b');
	expect(b).toMatchObject({ confidential: true, stops: [], place: { address: null, communeName: 'Lens' } });
	expect(b?.organisation).toMatchObject({
		siret: null,
		phone: null,
		email: null,
		place: { longitude: null },
	});
	expect(JSON.stringify(b)).not.toContain('canari');
});

test('pages follow one another without a gap or an overlap, by place or by id', async () => {
	const whole = (await w.stranger((act) => readServices(act, {}, all))).entries.map(({ id }) => id);
	const pages = [];
	for await (const page of pagesOf(w.stranger, readServices, {}, 3)) pages.push(page.map(({ id }) => id));
	expect(pages.map((page) => page.length)).toEqual([3, 1]);
	expect(pages.flat()).toEqual(whole);
	const second = await w.stranger((act) => readServices(act, {}, { limit: 2, offset: 2 }));
	expect(second.entries.map(({ id }) => id)).toEqual(whole.slice(2));
	const beyond = await w.stranger((act) => readServices(act, {}, { limit: 2, offset: 10, counted: true }));
	expect(beyond).toEqual({ entries: [], total: 4 });
});

test('what changed since an instant, and what is gone since, come back as such', async () => {
	const then = actAsOperator(databaseOver(w.owner), () => later);
	const lines = linesOf(
		anOrganisation('1', { siret: '20009320100016', name: 'Maison neuve' }),
		anOrganisation('2', { ...shelter, siret: '20009320100016' }),
		anOrganisation('3'),
		aService('a', '1', { zone: ['62', '62498', 'france'], place: null }),
		aService('b', '2', { stops: [stop] }),
		aService('c', '3', { closures: [{ from: '2026-11-23', to: null, reason: 'travaux' }] }),
	);
	await importDirectory(then, 'dora', lines, { fileNames: [] });
	const since = { modifiedAfter: later, withGone: true };
	const { entries } = await w.stranger((act) => readServices(act, since, all));
	expect(entries.map(({ sourceId, gone }) => [sourceId, gone]).toSorted()).toEqual([
		['dora--a', false],
		['dora--d', true],
	]);
	const organisations = await w.stranger((act) => readOrganisations(act, since, { ...all, counted: true }));
	expect(organisations.entries.map(({ name }) => name)).toEqual(['Maison neuve']);
	expect(organisations.total).toBe(1);
});

test('merged organisations lend their services to the one that stays, and say which it is', async () => {
	await w.owner.query(`update organisation set merged_into = (select id from organisation where source_id = 'dora--1')
		where source_id = 'dora--3'`);
	const { entries } = await w.stranger((act) => readOrganisations(act, { withGone: true }, all));
	const [kept, merged] = ['dora--1', 'dora--3'].map((id) => entries.find(({ sourceId }) => sourceId === id));
	expect(merged).toMatchObject({ gone: true, mergedInto: kept?.id });
	expect(kept?.sameAs).toEqual([{ source: 'dora', sourceId: 'dora--3' }]);
	const lent = await w.stranger((act) =>
		readServices(act, { where: [sql<boolean>`o.id = ${kept?.id}`] }, all),
	);
	expect(lent.entries.map(({ sourceId }) => sourceId).toSorted()).toEqual(['dora--a', 'dora--c']);
	expect(lent.entries.every(({ organisationSourceId }) => organisationSourceId === 'dora--1')).toBe(true);
});

test('what is listed is what the views list', async () => {
	await w.owner.query(`update organisation set gone_at = now() where source_id = 'dora--2'`);
	for (const read of [readServices, readOrganisations] as const) {
		const { entries } = await w.stranger<{ entries: readonly { id: string }[] }>((act) => read(act, {}, all));
		const view = read === readServices ? 'listed_service' : 'listed_organisation';
		const { rows } = await w.owner.query(`select id from ${view} order by id`);
		expect(entries.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
		expect(rows.length).toBeGreaterThan(0);
	}
});

test('a page is one query, whatever its size', async () => {
	const asked = vi.spyOn(pg.Client.prototype, 'query');
	const count = (limit: number) =>
		w.stranger(async (act) => {
			asked.mockClear();
			const { entries } = await readServices(act, {}, { limit, counted: true });
			return [entries.length, asked.mock.calls.length];
		});
	expect([await count(1), await count(3)]).toEqual([
		[1, 1],
		[2, 1],
	]);
	asked.mockRestore();
});
