import { describe, expect, test } from 'vitest';
import { readAddress } from '../search/address.ts';
import { laon } from '../search/sample-entry.ts';
import { keptFilters, keptQuery, newsOf, nextDawn, searchLabel } from './saved-search.ts';

const read = (address: string) => readAddress(new URLSearchParams(address));

test('a position is kept as its commune, a page and an hour are not kept', () => {
	const kept = keptFilters(read('lat=49.56&lon=3.62&page=4&ouvert=oui&q=velo'), laon);
	expect(keptQuery(kept)).toBe('?q=velo&commune=02408');
	expect(keptQuery(read(''))).toBe('?');
});

describe('a search is named by what it asks', () => {
	test.each([
		['', undefined, 'Tous les services'],
		['q=velo', undefined, '«\u00A0velo\u00A0»'],
		[
			'q=velo&theme=mobilite&frais=gratuit&lieu=Laon',
			'Laon',
			'«\u00A0velo\u00A0» · Se déplacer · Gratuit, à moins de 20 km de Laon',
		],
		['besoin=se-loger&lieu=Arras&rayon=50', 'Arras', 'à moins de 50 km d’Arras'],
	])('%s', (address, place, label) => {
		expect(searchLabel(read(address), place)).toContain(label);
	});

	test('in three hundred characters at most', () => {
		const every = read(`q=${'mot '.repeat(80)}&${'public=jeunes&public=femmes&public=familles'.repeat(3)}`);
		expect(searchLabel(every, 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson').length).toBeLessThanOrEqual(
			300,
		);
	});
});

test('news are what was not known, once', () => {
	expect(newsOf(['a', 'b'], ['b', 'c', 'c', 'd'])).toEqual(['c', 'd']);
});

test.each([
	['2026-11-23T11:20:00Z', '2026-11-24T05:00:00.000Z'],
	['2026-11-24T05:00:00Z', '2026-11-25T05:00:00.000Z'],
	['2026-07-01T03:59:00Z', '2026-07-01T04:00:00.000Z'],
])('mornings are Parisian: after %s comes %s', (at, next) => {
	expect(nextDawn(new Date(at)).toISOString()).toBe(next);
});
