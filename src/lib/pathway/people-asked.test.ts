import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleAsked, peopleHref, whose } from './people-asked.ts';

const asked = fc.record({
	whose: fc.constantFrom(undefined, ...whose),
	name: fc.string({ maxLength: 80 }).map((name) => name.trim()),
	page: fc.integer({ min: 1, max: 10_000 }),
});

test('an address says what was asked, and nothing is lost on the way back', () => {
	fc.assert(
		fc.property(asked, (each) => {
			const address = new URL(peopleHref(each), 'https://exemple.test');
			expect(peopleAsked(address.searchParams)).toEqual(each);
		}),
	);
});

test.each(['?page=0', '?page=-3', '?page=1e9', '?page=x', '?qui=tous', ''])(
	'« %s » is the first page of all',
	(search) => {
		expect(peopleAsked(new URLSearchParams(search))).toEqual({ whose: undefined, name: '', page: 1 });
	},
);
