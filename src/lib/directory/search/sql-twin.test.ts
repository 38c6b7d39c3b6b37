import { afterAll, expect, test } from 'vitest';
import { askTwin, fillTwin } from '#lib/testing/sql-search.ts';
import { world } from '#lib/testing/world.ts';
import { chanceFrom } from '../demo/chance.ts';
import { audiences, fees, welcomeModes } from '../service.ts';
import { categories, topics } from '../topic.ts';
import type { SearchEntry } from './entry.ts';
import { everything, type Query, radii } from './query.ts';
import { laon, sampleEntry, sampleIsOpen } from './sample-entry.ts';
import { buildIndex, findServices } from './search.ts';

const { owner } = await world();
const client = await owner.connect();
afterAll(() => client.release());

/** Words whose stem is the same for both. */
const vocabulary = [
	'colis',
	'accueil',
	'sport',
	'bus',
	'toit',
	'salon',
	'repas',
	'forum',
	'atelier',
	'jardin',
];
const at = new Date('2026-10-20T10:00:00Z');
const chance = chanceFrom(7, 'twin');
const text = () => chance.some(vocabulary, chance.int(1, 4)).join(' ');
const entries = Array.from(
	{ length: 400 },
	(_, i): SearchEntry =>
		sampleEntry({
			id: `s${i}`,
			name: text(),
			organisation: text(),
			description: text(),
			topics: chance.some(topics, chance.int(0, 2)),
			audiences: chance.some(audiences, chance.int(0, 2)),
			fee: chance.pick([...fees, null]),
			welcomeModes: chance.some(welcomeModes, chance.int(0, 2)),
			latitude: laon.latitude + chance.int(-8, 8) / 20,
			longitude: laon.longitude + chance.int(-8, 8) / 20,
			communeName: null,
			postcode: null,
		}),
);
const query = (): Query => ({
	...everything,
	words: chance.some(vocabulary, chance.int(0, 3)).join(' '),
	radiusKm: chance.pick(radii),
	...(chance.maybe(0.8) && { near: { label: '', latitude: laon.latitude, longitude: laon.longitude } }),
	topics: chance.maybe(0.3) ? [chance.pick(categories)] : [],
	audiences: chance.maybe(0.3) ? [chance.pick(audiences)] : [],
	...(chance.maybe(0.3) && { fee: chance.pick(fees) }),
	...(chance.maybe(0.3) && { mode: chance.pick(welcomeModes) }),
});

test('the index and PostgreSQL give the same totals and counts', async () => {
	await fillTwin(client, entries);
	const index = buildIndex(entries);
	let found = 0;
	for (let i = 0; i < 150; i++) {
		const asked = query();
		const here = findServices(index, asked, at, sampleIsOpen);
		if (here.relaxed) continue;
		const there = await askTwin(client, asked);
		found += here.total;
		expect([asked, here.total, here.remoteTotal]).toEqual([asked, there.total, there.remoteTotal]);
		expect(counted(here.facets.categories)).toEqual(there.categories);
		expect(counted(here.facets.audiences)).toEqual(there.audiences);
		expect(counted(here.facets.fees)).toEqual(there.fees);
		expect(counted(here.facets.modes)).toEqual(there.modes);
	}
	expect(found).toBeGreaterThan(1000);
});

const counted = (counts: Readonly<Record<string, number>>) =>
	Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
