import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { sampleEntry } from '../../search/sample-entry.ts';
import { buildIndex } from '../../search/search.ts';
import { foundList } from './found-list.ts';

const { stranger } = await world();
const day = new Date('2026-11-23T11:00:00Z');
const entries = Array.from({ length: 250 }, (_, at) =>
	sampleEntry({ id: String(at).padStart(4, '0'), name: at < 230 ? 'Colis' : 'Vélo', fee: 'free' }),
);
const edition = { index: buildIndex(entries), version: 1 };
const found = (address: string, most?: number) =>
	foundList(stranger, edition, new URLSearchParams(address), day, most);

test('a list is whole, whatever the page of its address, each service once', async () => {
	const { hits, total } = await found('q=colis&page=3');
	expect(total).toBe(230);
	expect(new Set(hits.map(({ entry }) => entry.id)).size).toBe(230);
});

test('a list stops at its limit and says how long it would be', async () => {
	const { hits, total } = await found('q=colis', 150);
	expect([hits.length, total]).toEqual([150, 230]);
});

test('filters are those of the page', async () => {
	expect((await found('q=velo')).total).toBe(20);
	expect((await found('frais=payant')).total).toBe(0);
});
