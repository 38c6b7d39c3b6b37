import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summaryOf } from './summary.ts';

test('a short description is told whole, without its marks', () => {
	expect(summaryOf('## Aide\n* au **permis**')).toBe('Aide au permis');
});

test('a long one ends with a sentence when one fits', () => {
	const sentence = 'Un accompagnement pour préparer le permis, à son rythme, avec une monitrice de l’équipe.';
	expect(summaryOf(`${sentence} ${'Et encore un mot '.repeat(30)}`)).toBe(sentence);
});

test('otherwise it is cut between two words', () => {
	expect(summaryOf('mot '.repeat(200))).toMatch(/^(mot )+mot…$/);
});

test('it is never longer than the list can hold', () => {
	fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => summaryOf(text).length <= 221));
});
