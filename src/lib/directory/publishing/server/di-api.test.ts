import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { canaries, itsTerritory, variedDirectory } from '#lib/testing/varied-directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { audienceOf, kindOf, slugsOf } from '../../formats/data-inclusion-codes.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { scoreOf } from '../di-answers.ts';
import {
	detailedService,
	detailedStructure,
	foundService,
	listedStructure,
	pageOf,
	source,
	toldService,
} from '../di-schemas.ts';
import {
	answerDiSearch,
	answerDiService,
	answerDiServices,
	answerDiSources,
	answerDiStructure,
	answerDiStructures,
} from './answer-di.ts';
import { readServices } from './read-services.ts';

let w: World;
const today = '2026-11-23';

beforeAll(async () => {
	w = await world();
	await w.owner.query(itsTerritory);
	await importDirectory(w.operator, 'dora', variedDirectory(40), { fileNames: [] });
});

const base = 'https://exemple.fr/api/v1';
const lists = {
	structures: (request: Request) => answerDiStructures(request, w.stranger, noon),
	services: (request: Request) => answerDiServices(request, w.stranger, noon),
	'search/services': (request: Request) => answerDiSearch(request, w.stranger, noon),
};
type List = keyof typeof lists;
const ask = (list: List, search = '', headers = {}) =>
	lists[list](new Request(`${base}/${list}${search}`, { headers }));

interface Told {
	readonly id: string;
	readonly [field: string]: unknown;
}
interface Page {
	readonly items: readonly Told[];
	readonly total: number;
	readonly page: number;
	readonly size: number;
	readonly pages: number;
}
async function page(list: List, search = ''): Promise<Page> {
	const answer = await ask(list, search);
	expect(answer.status, search).toBe(200);
	return answer.json();
}
const services = async (search = '') => (await page('services', `?size=1000&${search}`)).items;
const found = async (search: string) =>
	(await page('search/services', `?size=1000&${search}`)).items as unknown as {
		service: Told;
		distance: number | null;
	}[];

test('lists follow data·inclusion’s pages, without a gap or an overlap', async () => {
	const whole = await page('services', '?size=1000');
	expect(whole).toMatchObject({ total: 40, page: 1, size: 40, pages: 1 });
	const ids: string[] = [];
	for (let number = 1; number <= 3; number++) {
		const one = await page('services', `?size=15&page=${number}`);
		expect(one).toMatchObject({ total: 40, page: number, pages: 3, size: number < 3 ? 15 : 10 });
		ids.push(...one.items.map(({ id }) => id));
	}
	expect(ids).toEqual(whole.items.map(({ id }) => id));
	expect(await page('services', '?page=9')).toMatchObject({ items: [], total: 40, size: 0, page: 9 });
	expect(await page('structures')).toMatchObject({ total: 4, size: 4, pages: 1 });
});

test('each answer is what its schema says', async () => {
	pageOf(listedStructure)
		.strict()
		.parse(await page('structures'));
	pageOf(toldService)
		.strict()
		.parse(await page('services'));
	pageOf(foundService)
		.strict()
		.parse(await page('search/services', '?code_commune=62498'));
	const request = new Request(base);
	const one = await (await answerDiService(request, 'dora--s0', w.stranger, noon)).json();
	detailedService.parse(one);
	expect(one).toMatchObject({ id: 'dora--s0', structure_id: 'dora--o0', structure: { id: 'dora--o0' } });
	const structure = await (await answerDiStructure(request, 'dora--o1', w.stranger, noon)).json();
	detailedStructure.parse(structure);
	expect(structure.services).toHaveLength(10);
	const sources = await (await answerDiSources(request, w.stranger)).json();
	expect(sources).toEqual([{ slug: 'dora', nom: 'dora', description: null }]);
	source.array().parse(sources);
});

test('what does not exist is a problem 404', async () => {
	for (const answer of [answerDiService, answerDiStructure])
		expect((await answer(new Request(base), 'dora--nobody', w.stranger, noon)).status).toBe(404);
	expect((await ask('search/services', '?code_commune=99999')).status).toBe(404);
});

test.each<[string, (service: Told) => boolean]>([
	['thematiques=mobilite', ({ thematiques }) => JSON.stringify(thematiques).includes('mobilite--')],
	[
		'thematiques=numerique--acquerir-un-equipement&thematiques=mobilite',
		({ thematiques }) => thematiques !== null,
	],
	['frais=gratuit', ({ frais }) => frais === 'gratuit'],
	['frais=gratuit,payant', ({ frais }) => frais !== null],
	['types=atelier', ({ type }) => type === 'atelier'],
	['publics=femmes', ({ publics }) => /tous-publics|femmes/.test(JSON.stringify(publics))],
	['publics=tous-publics', () => true],
	['recherche_public=jeune', ({ publics }) => /jeunes/.test(JSON.stringify(publics))],
	['modes_accueil=en-presentiel', () => true],
	['modes_accueil=a-distance', () => false],
	['sources=dora', () => true],
	['sources=soliguide', () => false],
	['code_commune=62041', ({ code_insee }) => code_insee === '62041'],
	['code_departement=62', () => true],
	['slug_departement=pas-de-calais', () => true],
	['slug_departement=nord', () => false],
	['code_region=32', () => true],
	['slug_region=hauts-de-france', () => true],
	['score_qualite_minimum=0.5', ({ score_qualite }) => Number(score_qualite) >= 0.5],
	['score_qualite_minimum=1', ({ score_qualite }) => score_qualite === 1],
])('?%s keeps what it says, and only that', async (search, isKept) => {
	const all = await services();
	const kept = all.filter(isKept).map(({ id }) => id);
	expect((await services(search)).map(({ id }) => id)).toEqual(kept);
});

test('the score in SQL is the score in the page', async () => {
	await w.owner.query(`update service set updated_on = date '2026-11-20' - n * 41, description = repeat('🙂é', n * 4),
			mobilisation_modes = case n % 3 when 0 then '{email}' when 1 then '{phone,visit}' else '{}' end::text[],
			mobilisable_by = case n % 2 when 0 then '{people}' else '{}' end::text[], email = case n % 5 when 0 then 'a@b.fr' end
		from (select id, row_number() over (order by source_id)::int as n from service) numbered where numbered.id = service.id`);
	const { entries } = await w.stranger((act) => readServices(act, {}, { limit: null }));
	const scores = new Set(entries.map((service) => scoreOf(service, today)));
	expect(scores.size).toBeGreaterThan(20);
	for (const least of scores) {
		const kept = entries.filter((service) => scoreOf(service, today) >= least);
		expect(await services(`score_qualite_minimum=${least}`)).toHaveLength(kept.length);
	}
});

test('a search goes from the nearest to the farthest, and leaves out other zones', async () => {
	const around = await found('lat=50.43&lon=2.83');
	const distances = around.map(({ distance }) => distance ?? Infinity);
	expect(distances).toEqual(distances.toSorted((a, b) => a - b));
	expect(new Set(distances)).toContain(0);
	expect(Math.max(...distances.filter(Number.isFinite))).toBeGreaterThan(10);
	const near = await found('code_commune=62498');
	expect(near.every(({ service }) => !JSON.stringify(service.zone_eligibilite).includes('62041'))).toBe(true);
	expect(await found('lat=43.3&lon=5.4')).toEqual([]);
	const arras = await found('code_commune=62041&lat=50.29&lon=2.78');
	expect(arras[0]).toMatchObject({ distance: 0, service: { commune: 'Arras' } });
	expect((await found('q=permis')).every(({ service }) => /permis/i.test(String(service.nom)))).toBe(true);
	expect(await found('q=permis')).not.toEqual([]);
});

test('a shelter is as far as the centre of its commune: its distance tells nothing of its place', async () => {
	const shelter = (await found('code_commune=62498')).filter(
		({ service }) => service.structure_id === 'dora--o3',
	);
	expect(shelter.length).toBeGreaterThan(0);
	expect(new Set(shelter.map(({ distance }) => distance))).toEqual(new Set([0]));
});

test.each([
	['services', '?frais=cher', 'frais', ['gratuit', 'payant']],
	['services', '?types=atelier&types=cours', 'types', slugsOf(kindOf)],
	['search/services', '?publics=chats', 'publics', slugsOf(audienceOf)],
	['services', '?size=1001', 'size', undefined],
	['services', '?page=0', 'page', undefined],
	['services', '?score_qualite_minimum=2', 'score_qualite_minimum', undefined],
	['structures', '?frais=gratuit', 'frais', undefined],
	['structures', '?exclure_doublons=oui', 'exclure_doublons', undefined],
	['search/services', '?lat=50', 'lat', undefined],
	['search/services', '?lat=abc&lon=2', 'lat', undefined],
	['search/services', '?code_commune=Lens', 'code_commune', undefined],
] as const)('%s%s is a problem that names %s, and what it may be', async (list, search, name, accepted) => {
	const answer = await ask(list, search);
	expect(answer.status).toBe(400);
	expect(answer.headers.get('content-type')).toBe('application/problem+json');
	const { parameters } = await answer.json();
	expect(parameters).toHaveLength(1);
	expect(parameters[0]).toMatchObject({ name, detail: expect.stringMatching(/ /) });
	expect(parameters[0].accepted).toEqual(accepted);
});

test('who has the answer already is sent nothing', async () => {
	for (const list of ['structures', 'services', 'search/services'] as const) {
		const etag = (await ask(list)).headers.get('etag')!;
		expect((await ask(list, '', { 'if-none-match': etag })).status).toBe(304);
	}
});

test('no answer tells what is confidential, nor that it is', async () => {
	const answers = await Promise.all([
		ask('structures', '?size=1000'),
		ask('services', '?size=1000'),
		ask('search/services', '?code_commune=62498&size=1000'),
		answerDiStructure(new Request(base), 'dora--o3', w.stranger, noon),
		answerDiService(new Request(base), 'dora--s3', w.stranger, noon),
	]);
	for (const answer of answers) {
		const text = await answer.text();
		expect(text).toContain('dora--o3');
		for (const canary of [...canaries, 'confidentiel']) expect(text).not.toContain(canary);
	}
});

test('what became one with another is told with it', async () => {
	await w.owner.query(`update organisation set merged_into = (select id from organisation where source_id = 'dora--o0')
		where source_id = 'dora--o1'`);
	const answer = await answerDiStructure(new Request(base), 'dora--o1', w.stranger, noon);
	const told = await answer.json();
	expect(told).toMatchObject({ id: 'dora--o0', doublons: [{ source: 'dora', id: 'dora--o1' }] });
	expect(told.services).toHaveLength(20);
	expect((await page('structures', '?exclure_doublons=true')).total).toBe(3);
});

test('whatever is asked is answered, or refused with a reason', async () => {
	const name = fc.constantFrom(
		'page',
		'size',
		'lat',
		'lon',
		'q',
		'publics',
		'code_commune',
		'slug_region',
		'sources',
	);
	const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.integer().map(String));
	const list = fc.constantFrom<List>('structures', 'services', 'search/services');
	await fc.assert(
		fc.asyncProperty(list, fc.array(fc.tuple(name, value), { maxLength: 3 }), async (at, pairs) => {
			const answer = await ask(at, `?${new URLSearchParams(pairs)}`);
			expect([200, 400, 404]).toContain(answer.status);
		}),
		{ numRuns: 60 },
	);
});
