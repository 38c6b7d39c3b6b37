import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourceKinds } from '../organisation.ts';
import { radii } from '../search/query.ts';
import { directions, type ResourceFilters, readResourceAddress, writeResourceAddress } from './address.ts';

const read = (address: string) => readResourceAddress(new URL(address, 'https://x.example.org').searchParams);
const typed = fc.stringMatching(/^[a-zé0-9]{0,20}$/);
const filters: fc.Arbitrary<ResourceFilters> = fc.record({
	words: typed,
	place: typed,
	commune: fc.constantFrom('', '62498', '2A004'),
	radiusKm: fc.constantFrom(...radii),
	direction: fc.constantFrom(undefined, ...directions),
	kind: fc.constantFrom(undefined, ...resourceKinds),
	page: fc.integer({ min: 1, max: 500 }),
});

test('what is written is read again', () => {
	fc.assert(
		fc.property(filters, (each) => {
			expect(read(writeResourceAddress(each))).toEqual(each);
		}),
	);
});

test('what makes no sense is left out', () => {
	expect(read('/moyens?sens=donne&genre=or&rayon=7&page=0.5')).toEqual(read('/moyens'));
});
