import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryOf } from '#lib/directory/search/ask.ts';
import type { SearchEntry } from '#lib/directory/search/entry.ts';
import { laon, northOfLaon, sampleEntry, sampleIsOpen } from '#lib/directory/search/sample-entry.ts';
import { buildIndex, findServices } from '#lib/directory/search/search.ts';
import { audiences } from '#lib/directory/service.ts';
import { topics } from '#lib/directory/topic.ts';
import { domains } from '#lib/person/domain.ts';
import { type Criteria, filtersFor, inOneList, needCodes, needOf, topicsOf } from './match.ts';
import { needOptions } from './shown-need.ts';

const at = new Date('2026-11-23T11:00:00Z');
const food = 'equipement-et-alimentation--alimentation';
const criteria: Criteria = {
	need: { domain: 'food', topic: null },
	communeCode: laon.communeCode,
	radiusKm: 20,
	audiences: [],
	fee: undefined,
	mode: undefined,
	openNow: false,
	withPlaces: false,
};
const rank = (entries: readonly SearchEntry[], asked: Criteria): string[] => {
	const query = queryOf(filtersFor(asked), laon, []);
	return findServices(buildIndex(entries), query, at, sampleIsOpen).results.map(({ entry }) => entry.id);
};
const audience = fc.constantFrom(...audiences.filter((one) => one !== 'everyone'));
const anyEntry = fc
	.record({
		km: fc.double({ min: 0, max: 19, noNaN: true }),
		updatedOn: fc.constantFrom('2026-11-01', '2025-02-01', '2022-01-01'),
		placesLeft: fc.option(fc.nat(5)),
		responseDays: fc.option(fc.nat(30)),
	})
	.map(({ km, ...more }) => sampleEntry({ topics: [food], ...more, ...northOfLaon(km) }));

test('every need has a code, a name, and the topics of its own domain', () => {
	expect(needOptions().map(({ value }) => value)).toEqual(['', ...needCodes]);
	for (const domain of domains) {
		expect(needOf(domain)).toEqual({ domain, topic: null });
		for (const topic of topicsOf(domain)) expect(needOf(topic)).toEqual({ domain, topic });
	}
	const abroad = topics.filter((topic) => topic.startsWith('souvrir-a-linternational--'));
	expect(needCodes).toHaveLength(domains.length + topics.length - abroad.length);
	expect(needOptions().every(({ label }) => label !== '' && !label.includes('--'))).toBe(true);
});

test('a service outside her audiences never outranks the same one inside', () => {
	fc.assert(
		fc.property(anyEntry, audience, audience, fc.boolean(), (entry, hers, theirs, swapped) => {
			fc.pre(hers !== theirs);
			const inside = { ...entry, id: swapped ? 'a' : 'b', audiences: [hers] };
			const outside = { ...entry, id: swapped ? 'b' : 'a', audiences: [theirs] };
			expect(rank([outside, inside], { ...criteria, audiences: [hers] })).toEqual([inside.id]);
		}),
	);
});

test('a service whose zone leaves her out never outranks the same one that covers her', () => {
	fc.assert(
		fc.property(anyEntry, (entry) => {
			const covers = { ...entry, id: 'b', zone: [laon.communeCode] };
			const elsewhere = { ...entry, id: 'a', zone: ['62498'] };
			expect(rank([elsewhere, covers], criteria)).toEqual(['b', 'a']);
		}),
	);
});

test('the order is the same whatever the order of the rows', () => {
	fc.assert(
		fc.property(fc.array(anyEntry, { minLength: 2, maxLength: 15 }), (rows) => {
			const entries = rows.map((entry, i) => ({ ...entry, id: `s${i}` }));
			expect(rank(entries.toReversed(), criteria)).toEqual(rank(entries, criteria));
		}),
	);
});

test('services and employers make one list: by score, services first, then ids, cut at the most', () => {
	const one = (id: string, score: number) => ({ id, score });
	const ids = (most: number) =>
		inOneList([one('s2', 0.5), one('s1', 0.5)], [one('e1', 0.5), one('e2', 0.9)], most).map(({ id }) => id);
	expect(ids(20)).toEqual(['e2', 's1', 's2', 'e1']);
	expect(ids(2)).toEqual(['e2', 's1']);
});
