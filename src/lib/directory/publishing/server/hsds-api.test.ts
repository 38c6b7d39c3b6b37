import { beforeAll, expect, test } from 'vitest';
import { actAsOperator } from '#lib/server/act.ts';
import { databaseOver } from '#lib/server/database.ts';
import { compiledSchemas, hsdsSchemas } from '#lib/testing/hsds-schemas.ts';
import { testOnSharedData } from '#lib/testing/shared-data.ts';
import { canaries, itsTerritory, variedDirectory } from '#lib/testing/varied-directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { profilePatches } from '../../formats/hsds-profile.ts';
import { termId } from '../../formats/hsds-taxonomies.ts';
import { importDirectory } from '../../server/import-directory.ts';
import type { Envelope } from '../envelope.ts';
import { answerApiDetails, answerOpenApi, answerProfile } from './answer-api-details.ts';
import { answerOrganization, answerOrganizations } from './answer-organizations.ts';
import { answerPlaceOfService, answerPlacesOfServices } from './answer-service-at-locations.ts';
import { answerService, answerServices } from './answer-services.ts';
import { answerTaxonomies, answerTaxonomy, answerTerm, answerTerms } from './answer-taxonomies.ts';

let w: World;
const served = 40;
const later = new Date(noon.getTime() + 3_600_000);

beforeAll(async () => {
	w = await world();
	await w.owner.query(itsTerritory);
	await importDirectory(w.operator, 'dora', variedDirectory(served + 3), { fileNames: [] });
	const then = actAsOperator(databaseOver(w.owner), () => later);
	await importDirectory(then, 'dora', variedDirectory(served), { fileNames: [] });
});

interface Item {
	readonly id: string;
	readonly [term: string]: unknown;
}
type Answer = (request: Request) => Response | Promise<Response>;

const base = 'https://exemple.fr/api/hsds/v3';
const lists: Readonly<Record<string, Answer>> = {
	services: (request) => answerServices(request, w.stranger, noon),
	organizations: (request) => answerOrganizations(request, w.stranger, noon),
	service_at_locations: (request) => answerPlacesOfServices(request, w.stranger, noon),
	taxonomies: answerTaxonomies,
	taxonomy_terms: answerTerms,
};
const ones: Readonly<Record<string, (request: Request, id: string) => Promise<Response>>> = {
	services: (request, id) => answerService(request, id, w.stranger, noon),
	organizations: (request, id) => answerOrganization(request, id, w.stranger, noon),
	service_at_locations: (request, id) => answerPlaceOfService(request, id, w.stranger, noon),
	taxonomies: answerTaxonomy,
	taxonomy_terms: answerTerm,
};
const names = Object.keys(lists);
const kindOf: Readonly<Record<string, string>> = {
	services: 'service',
	organizations: 'organization',
	service_at_locations: 'service_at_location',
	taxonomies: 'taxonomy',
	taxonomy_terms: 'taxonomy_term',
};

const ask = (name: string, search = '', init: RequestInit = {}) =>
	lists[name]!(new Request(`${base}/${name}${search}`, init));
const askOne = (name: string, id: string) => ones[name]!(new Request(`${base}/${name}/${id}`), id);

async function page(name: string, search = ''): Promise<Envelope<Item>> {
	const answer = await ask(name, search);
	expect(answer.status, search).toBe(200);
	return answer.json();
}

/** Every item of a list, page after page; each page says rightly which it is. */
async function crawl(name: string, search = '', perPage = 100): Promise<Item[]> {
	const items: Item[] = [];
	for (let number = 1; ; number++) {
		const told = await page(name, `?${search}&per_page=${perPage}&page=${number}`);
		items.push(...told.contents);
		expect(told).toMatchObject({
			page_number: number,
			size: told.contents.length,
			first_page: number === 1,
			last_page: number === told.total_pages,
			empty: told.contents.length === 0,
		});
		if (!told.last_page) expect(told.size).toBe(perPage);
		if (told.last_page) {
			expect(told.total_items).toBe(items.length);
			return items;
		}
	}
}

const stream = async (name: string, search: string): Promise<Item[]> => {
	const answer = await ask(name, `?format=ndjson&${search}`);
	expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
	return (await answer.text())
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
};

const ids = (items: readonly Item[]) => items.map(({ id }) => id);

test('1: the door says what this is; addresses that it names answer', async () => {
	const details = await answerApiDetails(new Request(base), base).json();
	expect(details).toEqual({
		version: '3.1',
		profile: `${base}/profile.json`,
		openapi_url: `${base}/openapi.json`,
	});
	const profile = await answerProfile(new Request(base), base).json();
	expect(profile.uri).toBe(details.profile);
	expect(Object.keys(profile.patches)).toEqual(['organization', 'service', 'service_at_location']);
	const { paths, components } = await answerOpenApi(new Request(base), base).json();
	expect(Object.keys(paths).toSorted()).toEqual(
		['/', ...names.flatMap((name) => [`/${name}`, `/${name}/{id}`])].toSorted(),
	);
	for (const [, ref] of JSON.stringify([paths, components]).matchAll(/"#\/components\/(\w+\/\w+)"/g)) {
		const [section, name] = ref!.split('/');
		expect(components[section!]).toHaveProperty(name!);
	}
});

test.each(names)('1: %s: its pages hold together, and each id of the list answers', async (name) => {
	const items = await crawl(name, '', 7);
	expect(items.length).toBeGreaterThan(3);
	expect(new Set(ids(items)).size).toBe(items.length);
	for (const { id } of items.slice(0, 25)) {
		const answer = await askOne(name, id);
		expect(answer.status).toBe(200);
		expect((await answer.json()).id).toBe(id);
	}
	for (const id of ['x', '3a19ff88-4620-4d17-9830-ac1d859eb5d5', '3a19ff88-4620-8d17-9830-ac1d859eb5d5']) {
		const none = await askOne(name, id);
		expect([none.status, none.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
	}
});

testOnSharedData(
	'2: every body is valid HSDS 3.1, and says nothing that our profile does not declare',
	async () => {
		const more = Object.fromEntries(
			Object.entries(profilePatches).map(([kind, { properties }]) => [kind, properties]),
		);
		const [open, strict, compiled] = [hsdsSchemas(), hsdsSchemas(more), compiledSchemas()];
		for (const name of names) {
			const takesFull = ['services', 'organizations', 'service_at_locations'].includes(name);
			const [listed, whole] = [await crawl(name), takesFull ? await crawl(name, 'full=true') : []];
			for (const body of takesFull ? listed : []) expect(compiled(`${kindOf[name]}_list`, body)).toEqual([]);
			for (const body of whole) expect(compiled(`${kindOf[name]}.min`, body)).toEqual([]);
			const bodies = [...listed, ...whole];
			if (name === 'services') bodies.push(...(await crawl(name, 'modified_after=2026-11-23')));
			if (name === 'organizations') bodies.push(...(await crawl(name, 'full_service=true')));
			for (const { id } of bodies.slice(0, 10)) bodies.push(await (await askOne(name, id)).json());
			for (const body of bodies) {
				expect(open(kindOf[name]!, body)).toEqual([]);
				expect(strict(kindOf[name]!, body)).toEqual([]);
			}
		}
	},
);

const modified = `modified_after=${encodeURIComponent(later.toISOString())}`;
const filters = (organisation: string): Readonly<Record<string, readonly string[]>> => ({
	services: [
		'search=permis',
		'search=ete%20ATELIER',
		`taxonomy_term_id=${termId('publics', 'tous-publics')}`,
		`taxonomy_term_id=${termId('thematiques', 'mobilite')}`,
		`taxonomy_id=${'TYPE'}`,
		`organization_id=${organisation}`,
		modified,
		'modified_after=2026-11-23',
	],
	organizations: [
		'search=maison',
		`taxonomy_term_id=${termId('reseaux_porteurs', 'mission-locale')}`,
		`taxonomy_term_id=${termId('thematiques', 'mobilite')}`,
		`taxonomy_id=${'TYPE'}`,
	],
	service_at_locations: [
		'search=permis',
		`taxonomy_term_id=${termId('frais', 'gratuit')}`,
		`taxonomy_id=${'TYPE'}`,
		`organization_id=${organisation}`,
		'modified_after=2026-11-23',
		'postcode=62300&proximity=5000',
		'postcode=62000',
	],
	taxonomies: ['search=publics', 'search=data'],
	taxonomy_terms: [
		'search=aide',
		'top_only=true',
		`parent_id=${termId('thematiques', 'mobilite')}`,
		`taxonomy_id=${'TYPE'}`,
	],
});

test.each(names)('3: %s: two filters together find what each finds', async (name) => {
	const [first] = await crawl('organizations');
	const [type] = await crawl('taxonomies', 'search=types%20de%20services');
	const some = filters(first!.id)[name]!.map((one) => one.replace('TYPE', type!.id));
	const found = new Map<string, string[]>();
	for (const one of some) found.set(one, ids(await crawl(name, one)));
	const all = ids(await crawl(name));
	for (const [one, its] of found) {
		expect(its.length, one).toBeGreaterThan(0);
		expect(its.length, one).toBeLessThanOrEqual(all.length + 3);
	}
	for (const [a, ofA] of found)
		for (const [b, ofB] of found) {
			const [nameOf] = a.split('=');
			if (a === b || b.split('=')[0] === nameOf) continue;
			const both = ids(await crawl(name, `${a}&${b}`));
			expect(both, `${a} & ${b}`).toEqual(ofA.filter((id) => ofB.includes(id)));
		}
});

test('4: minimal tells exactly the ids of the whole crawl, at once', async () => {
	const minimal = await page('services', '?minimal=true');
	expect(minimal).toMatchObject({ total_pages: 1, first_page: true, last_page: true, size: served });
	expect(ids(minimal.contents)).toEqual(ids(await crawl('services', '', 9)));
	for (const one of minimal.contents) expect(Object.keys(one)).toEqual(['id', 'last_modified']);
	expect(ids(await crawl('services', 'minimal=true', 9))).toEqual(ids(minimal.contents));
});

test('4: what was read before, brought up to date by what changed since, is the whole', async () => {
	const before = await w.stranger(async ({ tx }) => tx.selectFrom('service').select('id').execute());
	expect(before).toHaveLength(served + 3);
	const mirror = new Set(before.map(({ id }) => id));
	const changed = await crawl('services', modified);
	expect(changed.filter(({ status }) => status === 'defunct')).toHaveLength(3);
	for (const { id, status } of changed) if (status === 'defunct') mirror.delete(id);
	expect([...mirror].toSorted()).toEqual(ids(await crawl('services')));
	const [gone] = changed.filter(({ status }) => status === 'defunct');
	expect(await (await askOne('services', gone!.id)).json()).toEqual(gone);
});

test.each(names)('5: %s: the stream is its pages, one after another', async (name) => {
	expect(await stream(name, '')).toEqual(await crawl(name, '', 11));
	if (name === 'services') expect(await stream(name, 'full=true')).toEqual(await crawl(name, 'full=true'));
	const empty = await page(name, '?search=introuvable-ici');
	expect(empty).toMatchObject({ empty: true, contents: [], total_items: 0, last_page: true });
	expect(await stream(name, 'search=introuvable-ici')).toEqual([]);
});

test('7: nothing confidential or private leaves, in any form', async () => {
	const told = [];
	for (const name of names)
		for (const search of ['', 'search=arret', ...(name.startsWith('taxonom') ? [] : ['full=true'])])
			told.push(...(await crawl(name, search)), ...(await stream(name, search)));
	told.push(...(await crawl('organizations', 'full_service=true')));
	for (const { id } of await crawl('services')) told.push(await (await askOne('services', id)).json());
	const text = JSON.stringify(told);
	for (const canary of canaries) expect(text).not.toContain(canary);
	expect(ids(await crawl('services', 'search=canari'))).toEqual([]);
	const near = await crawl('service_at_locations', 'postcode=62300&proximity=9000');
	expect(JSON.stringify(near)).not.toContain('canari');
});

test('words may be sent in the body, and mean the same', async () => {
	const body = JSON.stringify({ search: 'permis', per_page: 5, full: true });
	const posted = await ask('services', '', { method: 'POST', body });
	expect(await posted.json()).toEqual(await page('services', '?search=permis&per_page=5&full=true'));
});

test.each([
	['services', '?page=0', 'page'],
	['services', '?per_page=1000', 'per_page'],
	['services', '?taxonomy_term_id=12', 'taxonomy_term_id'],
	['services', '?modified_after=hier', 'modified_after'],
	['services', '?format=xml', 'format'],
	['services', '?postcode=62300', 'postcode'],
	['service_at_locations', '?proximity=100', 'proximity'],
	['service_at_locations', '?postcode=6230', 'postcode'],
	['taxonomies', '?search=', 'search'],
])('%s%s is a problem that names %s', async (name, search, faulty) => {
	const answer = await ask(name, search);
	expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
	const { parameters } = await answer.json();
	expect(parameters).toMatchObject([{ name: faulty, detail: expect.stringMatching(/\.$/) }]);
});

test('who has an answer already is sent none', async () => {
	const etag = (await ask('services')).headers.get('etag')!;
	const again = await ask('services', '', { headers: { 'if-none-match': etag } });
	expect([again.status, await again.text()]).toEqual([304, '']);
});
