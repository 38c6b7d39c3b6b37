import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedName, nearNames } from './person-name.ts';

test.each([
	['Léa', 'lea', true],
	['Éloïse', 'ELOISE', true],
	['Cœur', 'coeur', true],
	['Lila', 'Lila B.', true],
	['Jean-Pierre', 'jean pierre', true],
	['Fatima', 'Fatma', true],
	['Mehdi', 'Medhi', true],
	['Sarah', 'Sara', true],
	['Lila', 'Lola', true],
	['Léo', 'Léa', false],
	['Lila', 'Lilasse B.', false],
	['Anne', 'Annette', false],
	['Awa', 'Nour', false],
	['…', 'Lila', false],
	['…', '!', false],
])('« %s » and « %s »: %s', (one, other, near) => {
	expect(nearNames(one, other)).toBe(near);
});

const names = fc.string({ unit: fc.constantFrom(...'abcdéèœç -'), maxLength: 8 });

test('nearness looks the same from both sides, and a name with letters is near itself', () => {
	fc.assert(
		fc.property(names, names, (a, b) => {
			expect(nearNames(a, b)).toBe(nearNames(b, a));
			expect(nearNames(a, a)).toBe(foldedName(a) !== '');
		}),
	);
});

test('one letter more or less is near, from four letters on', () => {
	const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 4, maxLength: 9 });
	fc.assert(
		fc.property(word, fc.nat(), fc.constantFrom(...'xyz'), (name, at, letter) => {
			const place = at % (name.length + 1);
			expect(nearNames(name, name.slice(0, place) + letter + name.slice(place))).toBe(true);
		}),
	);
});
