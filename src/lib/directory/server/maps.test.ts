import { afterAll, expect, test, vi } from 'vitest';
import { anonymous } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import { appUrl } from '#lib/server/app-login.ts';
import { application } from '#lib/server/application.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { world } from '#lib/testing/world.ts';
import { readAddress } from '../search/address.ts';
import { sampleEntry } from '../search/sample-entry.ts';
import { buildIndex } from '../search/search.ts';
import { findHelp } from '../search/server/find-help.ts';
import { placeMap, resultsMap, resultsSurroundings } from './maps.ts';

const { operator, url } = await world();
await operator(loadReference);
vi.stubEnv('APP_DATABASE_URL', appUrl(url));
vi.stubEnv('PASSERELLES_SECRET', 'the secret of an installation for tests');
afterAll(() => application().close());

const lens = { latitude: 50.4322, longitude: 2.8333 };
const entries = [
	sampleEntry({ id: 'a', ...lens }),
	sampleEntry({ id: 'b', latitude: 50.42, longitude: 2.77 }),
	sampleEntry({ id: 'c', latitude: null, longitude: null, position: 'unknown' }),
];
const search = (address: string, listed = entries) =>
	findHelp(
		actAs(application().db, anonymous),
		{ index: buildIndex(listed), version: 1 },
		{
			filters: readAddress(new URLSearchParams(address)),
			at: new Date('2026-11-23T11:00:00Z'),
		},
	);

test('the map of a page of results pins those that have a place, and names the towns around', async () => {
	const help = await search('lieu=Lens');
	const map = await resultsMap(help, 1);
	expect(map?.pins.flatMap(({ points }) => points).length).toBe(2);
	expect(map?.labels.map(({ text }) => text)).toContain('Lens');
	expect(map?.radiusKm).toBe(help.filters.radiusKm);
	const around = await resultsSurroundings(help, 1);
	expect(around.points.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
	expect(around.center?.latitude).toBeCloseTo(50.43, 1);
});

test('nothing to place: no map at all', async () => {
	expect(await resultsMap(await search('lieu=Lens', []), 1)).toBeNull();
	expect(await placeMap(null, 'Maison du canal', 1)).toBeNull();
});

test('the map of one place has its pin, alone and without a number; a rough place says so', async () => {
	const somewhere = {
		address: null,
		addressMore: null,
		postcode: null,
		communeName: 'Lens',
		inseeCode: null,
		communeCode: '62498',
		...lens,
	};
	const exact = await placeMap({ ...somewhere, position: 'given' }, 'Maison du canal', 1);
	expect(exact?.pins).toMatchObject([{ text: '', approximate: false }]);
	const rough = await placeMap({ ...somewhere, position: 'commune' }, 'Maison du canal', 1);
	expect(rough?.pins).toMatchObject([{ approximate: true }]);
	expect(await placeMap({ ...somewhere, longitude: null, position: 'unknown' }, 'Maison', 1)).toBeNull();
});
