import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { world } from '#lib/testing/world.ts';
import type { ParsedRow } from '../formats/row.ts';
import { type Organisation, type Place, plainOrganisation } from '../organisation.ts';
import { plainService, type Service } from '../service.ts';
import { type ImportOptions, importDirectory } from './import-directory.ts';

const { operator, stranger } = await world();
await operator(loadReference);

const lens: Place = {
	address: '1 rue de Paris',
	addressMore: null,
	postcode: '62300',
	communeName: 'Lens',
	inseeCode: '62498',
	communeCode: null,
	longitude: 2.83,
	latitude: 50.43,
	position: 'given',
};

const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
	source: 'dora',
	sourceId: `dora--${id}`,
	name: `Maison ${id}`,
	description: null,
	link: null,
	siret: null,
	phone: null,
	email: null,
	website: null,
	openingHours: null,
	accessibilityUrl: null,
	networks: [],
	place: lens,
	updatedOn: '2026-10-01',
	fictional: false,
	...plainOrganisation,
	...more,
});

const service = (id: string, organisationId: string, more: Partial<Service> = {}): Service => ({
	source: 'dora',
	sourceId: `dora--${id}`,
	organisationSourceId: `dora--${organisationId}`,
	name: `Aide ${id}`,
	description: 'Une aide.',
	link: null,
	kind: 'support',
	topics: ['mobilite--preparer-un-permis'],
	fee: 'free',
	feeDetails: null,
	audiences: ['everyone'],
	audienceDetails: null,
	conditions: null,
	welcomeModes: ['on-site'],
	zone: [],
	phone: null,
	email: null,
	contactName: null,
	mobilisationLink: null,
	mobilisationModes: [],
	mobilisableBy: [],
	mobilisationDetails: null,
	weeklyHours: null,
	weeks: null,
	openingHours: null,
	place: lens,
	updatedOn: '2026-10-01',
	fictional: false,
	...plainService,
	...more,
});

const lines = (
	...told: readonly (Organisation | Service | Pick<ParsedRow, 'problems' | 'about'>)[]
): ParsedRow[] =>
	told.map((one, i) => ({
		line: i + 2,
		organisation: 'networks' in one ? one : null,
		service: 'topics' in one ? one : null,
		problems: 'problems' in one ? one.problems : [],
		warnings: [],
		about: 'about' in one ? one.about : [],
	}));

const run = (incoming: Parameters<typeof importDirectory>[2], options: Partial<ImportOptions> = {}) =>
	importDirectory(operator, 'data-inclusion', incoming, { fileNames: ['essai.json'], ...options });

const counts = async (incoming: ParsedRow[], options?: Partial<ImportOptions>) => {
	const { rows, added, changed, unchanged, gone, rejectedLines } = await run(incoming, options);
	return { rows, added, changed, unchanged, gone, rejectedLines };
};

const shown = () =>
	stranger(({ tx }) =>
		tx
			.selectFrom('service')
			.select(['sourceId', 'id', 'name', 'goneAt'])
			.where('source', '=', 'dora')
			.orderBy('sourceId')
			.execute(),
	);

const rejectedLine = (kind: 'organisation' | 'service', sourceId: string) => ({
	problems: [{ line: 3, field: 'nom', value: '', problem: 'Il manque un nom.' }],
	about: [{ kind, source: 'dora', sourceId }],
});

const all = lines(organisation('a'), organisation('b'), service('1', 'a'), service('2', 'b'));

test('what is told enters, and telling it again changes nothing', async () => {
	expect(await counts(all)).toEqual({
		rows: 4,
		added: 4,
		changed: 0,
		unchanged: 0,
		gone: 0,
		rejectedLines: 0,
	});
	expect(await counts(all)).toEqual({
		rows: 4,
		added: 0,
		changed: 0,
		unchanged: 4,
		gone: 0,
		rejectedLines: 0,
	});
	const { rows } = await operator(({ tx }) =>
		sql<{ places: number; runs: number; told: number }>`
		select (select count(*)::int from place) as places, (select count(*)::int from import_run) as runs,
			(select count(*)::int from event where name = 'directory.imported') as told`.execute(tx),
	);
	expect(rows).toEqual([{ places: 2, runs: 2, told: 2 }]);
});

test('a dry run counts and changes nothing', async () => {
	const changed = lines(organisation('a', { name: 'Autre nom' }), organisation('z'), service('1', 'a'));
	expect(await counts(changed, { dryRun: true })).toMatchObject({
		added: 1,
		changed: 1,
		unchanged: 1,
		gone: 2,
	});
	expect(await counts(all)).toMatchObject({ unchanged: 4, gone: 0 });
});

test('what changes is changed, what its source no longer tells is gone, what comes back keeps its id', async () => {
	const before = await shown();
	const less = lines(organisation('a'), organisation('b'), service('1', 'a', { fee: 'paid' }));
	expect(await counts(less)).toMatchObject({ added: 0, changed: 1, unchanged: 2, gone: 1 });
	expect((await shown()).map(({ goneAt }) => goneAt !== null)).toEqual([false, true]);
	expect(await counts(all)).toMatchObject({ added: 0, changed: 2, unchanged: 2, gone: 0 });
	expect(await shown()).toEqual(before);
});

test('a file of organisations says nothing of services, nor of other sources', async () => {
	expect(await counts(lines(organisation('a'), organisation('b')))).toMatchObject({ unchanged: 2, gone: 0 });
	const other = organisation('x', { source: 'soliguide', sourceId: 'soliguide--x' });
	expect(await counts(lines(other))).toMatchObject({ added: 1, gone: 0 });
	expect(await counts([])).toMatchObject({ rows: 0, gone: 0 });
});

test('a rejected line changes nothing and makes nothing gone', async () => {
	const report = await run(lines(organisation('a'), rejectedLine('organisation', 'dora--b')));
	expect(report).toMatchObject({ rows: 2, unchanged: 1, gone: 0, rejectedLines: 1 });
	expect(report.rejected).toEqual([{ line: 3, field: 'nom', value: '', problem: 'Il manque un nom.' }]);
});

test('a service of an unknown organisation is rejected; what it gave before stays', async () => {
	const report = await run(lines(service('1', 'a'), service('2', 'nobody'), service('3', 'nobody')));
	expect(report).toMatchObject({ rows: 3, unchanged: 1, added: 0, gone: 0, rejectedLines: 2 });
	expect(report.rejected).toMatchObject([
		{ line: 3, field: 'structure_id', value: 'dora--nobody' },
		{ line: 4, field: 'structure_id', value: 'dora--nobody' },
	]);
	expect([...report.rejectedAtTheEnd.keys()]).toEqual([1, 2]);
});

test('an organisation that goes takes its services out of reach of the next import', async () => {
	expect(await counts(lines(organisation('a'), service('1', 'a'), service('2', 'b')))).toMatchObject({
		gone: 1,
		rejectedLines: 1,
	});
	expect(await counts(all)).toMatchObject({ changed: 1, unchanged: 3, gone: 0 });
});

test('of two lines with one identifier the last is kept, and the first is told', async () => {
	const report = await run(
		lines(
			organisation('a'),
			organisation('b'),
			service('1', 'a', { name: 'Première' }),
			service('1', 'a', { name: 'Seconde' }),
			service('2', 'b'),
		),
	);
	expect(report).toMatchObject({ rows: 5, changed: 1, unchanged: 3, rejectedLines: 1, gone: 0 });
	expect(report.rejected).toMatchObject([{ line: 4, field: 'id', value: 'dora--1' }]);
	expect((await shown()).map(({ name }) => name)).toEqual(['Seconde', 'Aide 2']);
});

test('an organisation told again beside each of its services is one organisation', async () => {
	const [maison] = lines(organisation('nested', { source: 'api', sourceId: 'api--n' }));
	const beside = (id: string, line: number): ParsedRow => ({
		...maison!,
		line,
		service: service(id, 'n', { source: 'api', sourceId: `api--${id}`, organisationSourceId: 'api--n' }),
	});
	expect(await counts([beside('1', 1), beside('2', 2)])).toMatchObject({
		rows: 2,
		added: 2,
		rejectedLines: 0,
	});
	expect(await counts([beside('1', 1), beside('2', 2)])).toMatchObject({
		rows: 2,
		unchanged: 2,
		rejectedLines: 0,
	});
});

test('a file known to be partial makes nothing gone', async () => {
	expect(await counts(lines(organisation('a')), { isPartial: () => true })).toMatchObject({
		unchanged: 1,
		gone: 0,
	});
});

test('a file that breaks midway changes nothing at all', async () => {
	async function* broken(): AsyncGenerator<ParsedRow> {
		yield* lines(organisation('a', { name: 'Ne doit pas rester' }));
		throw new Error('truncated');
	}
	await expect(run(broken())).rejects.toThrow('truncated');
	expect(await counts(lines(organisation('a'), organisation('b')))).toMatchObject({ unchanged: 2 });
});

test('a line that tells an organisation and its service counts once', async () => {
	const pair = (id: string, line: number): ParsedRow => ({
		line,
		organisation: organisation(id, { source: 'fs', sourceId: `fs--${id}` }),
		service: service(id, id, { source: 'fs', sourceId: `fs--${id}`, organisationSourceId: `fs--${id}` }),
		problems: [],
		warnings: [],
		about: [],
	});
	expect(await counts([pair('1', 2), pair('2', 3)])).toMatchObject({ rows: 2, added: 2, gone: 0 });
	expect(await counts([pair('1', 2), pair('1', 3)])).toMatchObject({
		rows: 2,
		unchanged: 1,
		gone: 1,
		rejectedLines: 1,
	});
});

test('a point that cannot be right is told, and the commune’s centre serves', async () => {
	const at = (id: string, place: Partial<Place>) =>
		organisation(id, { source: 'points', sourceId: `points--${id}`, place: { ...lens, ...place } });
	const report = await run(
		lines(
			at('right', {}),
			at('zero', { latitude: 0, longitude: 0 }),
			at('swapped', { latitude: 2.83, longitude: 50.43 }),
			at('sea', { latitude: 45, longitude: -30 }),
			at('far', { latitude: 43.3, longitude: 5.4 }),
			at('half', { longitude: null }),
			at('paris', { inseeCode: '75112', latitude: 48.84, longitude: 2.4 }),
			at('saint-martin', { inseeCode: '97801', latitude: null, longitude: null }),
			at('unknown', { inseeCode: '00000', postcode: null, latitude: null, longitude: null }),
			at('by-postcode', { inseeCode: null, communeName: 'LENS cedex', latitude: null, longitude: null }),
		),
	);
	expect(report).toMatchObject({
		added: 10,
		rejectedLines: 0,
		joined: { directly: 7, resolved: 1, outside: 2, nowhere: 0 },
	});
	expect(report.warnings.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
	expect(new Set(report.warnings.map(({ problem }) => problem)).size).toBe(5);
	const places = await stranger(({ tx }) =>
		tx
			.selectFrom('organisation')
			.innerJoin('place', 'place.id', 'placeId')
			.select(['sourceId', 'position', 'communeCode', 'inseeCode'])
			.where('organisation.source', '=', 'points')
			.execute(),
	);
	const place = (id: string) => places.find(({ sourceId }) => sourceId === `points--${id}`);
	expect(place('right')).toMatchObject({ position: 'given', communeCode: '62498' });
	for (const id of ['zero', 'swapped', 'sea', 'far', 'half'])
		expect(place(id)).toMatchObject({ position: 'commune' });
	expect(place('paris')).toMatchObject({ position: 'given', communeCode: '75056', inseeCode: '75112' });
	expect(place('unknown')).toMatchObject({ position: 'unknown', communeCode: null, inseeCode: '00000' });
	expect(place('by-postcode')).toMatchObject({ position: 'commune', communeCode: '62498' });
});

test('characters that the database cannot hold are left out', async () => {
	const odd = organisation('odd', {
		source: 'odd',
		sourceId: 'odd--1',
		name: 'Maison\u0000 \ud83d du canal',
		description: '\\u0000 <b>=1+1</b>',
	});
	await run(lines(odd));
	const { name, description } = await stranger(({ tx }) =>
		tx
			.selectFrom('organisation')
			.select(['name', 'description'])
			.where('source', '=', 'odd')
			.executeTakeFirstOrThrow(),
	);
	expect([name, description]).toEqual(['Maison \ufffd du canal', '\\u0000 <b>=1+1</b>']);
});

test('a stranger imports nothing', async () => {
	await expect(importDirectory(stranger, 'data-inclusion', all, { fileNames: [] })).rejects.toMatchObject({
		code: '42501',
	});
});
