import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleAsked, peopleHref, whose } from './people-asked.ts';

const asked = fc.record({
	whose: fc.constantFrom(undefined, ...whose),
	page: fc.integer({ min: 1, max: 10_000 }),
});

test('an address says what was asked, and nothing is lost on the way back', () => {
	fc.assert(
		fc.property(asked, (each) => {
			const address = new URL(peopleHref(each), 'https://exemple.test');
			expect(peopleAsked(address.searchParams)).toEqual({ ...each, name: '' });
		}),
	);
});

test('a name is never in an address, whatever is typed: it is sought on one page', () => {
	const search = new URLSearchParams('qui=moi&page=3&prenom=Lila');
	expect(peopleAsked(search, ' Élo ')).toEqual({ whose: 'mine', name: 'Élo', page: 1 });
	expect(peopleAsked(search)).toEqual({ whose: 'mine', name: '', page: 3 });
	fc.assert(
		fc.property(fc.string({ minLength: 3 }), (typed) => {
			expect(peopleHref(peopleAsked(search, typed))).not.toContain('prenom');
		}),
	);
});

test.each(['?page=0', '?page=-3', '?page=1e9', '?page=x', '?qui=tous', ''])(
	'« %s » is the first page of all',
	(search) => {
		expect(peopleAsked(new URLSearchParams(search))).toEqual({ whose: undefined, name: '', page: 1 });
	},
);
