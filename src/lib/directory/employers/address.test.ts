import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptances, offerKinds } from '../organisation.ts';
import { radii } from '../search/query.ts';
import { occupationTags } from '../shown-offers.ts';
import { type EmployerFilters, readEmployerAddress, romeCodeIn, writeEmployerAddress } from './address.ts';

const read = (address: string) => readEmployerAddress(new URL(address, 'https://x.example.org').searchParams);
const typed = fc.stringMatching(/^[a-zé0-9]{0,20}$/);
const filters: fc.Arbitrary<EmployerFilters> = fc.record({
	words: typed,
	place: typed,
	commune: fc.constantFrom('', '62498', '2A004'),
	radiusKm: fc.constantFrom(...radii),
	kind: fc.constantFrom(undefined, ...offerKinds),
	tag: fc.constantFrom(undefined, ...occupationTags),
	accepts: fc.subarray([...acceptances]),
	page: fc.integer({ min: 1, max: 500 }),
});

test('what is written is read again', () => {
	fc.assert(
		fc.property(filters, (each) => {
			expect(read(writeEmployerAddress(each))).toEqual(each);
		}),
	);
});

test('what makes no sense is left out', () => {
	expect(read('/employeurs?offre=fortune&couleur=mauve&rayon=12&page=-3&accepte=tout&commune=x')).toEqual(
		read('/employeurs'),
	);
});

test('a code of the ROME is told from words', () => {
	expect(romeCodeIn(' k1302 ')).toBe('K1302');
	expect(romeCodeIn('Z1302')).toBeUndefined();
	expect(romeCodeIn('K1302 aide')).toBeUndefined();
});
