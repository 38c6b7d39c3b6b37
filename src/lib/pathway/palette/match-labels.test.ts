import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchLabels } from './match-labels.ts';

const labels = [
	'Ouvrir un parcours',
	'Écrire une note',
	'Personnes',
	'À traiter',
	'Mes personnes âgées',
	'L’agenda',
];
const found = (typed: string) => matchLabels(labels, typed).map((place) => labels[place]);

test('accents, capitals and apostrophes do not count', () => {
	expect(found('ecr')).toEqual(['Écrire une note']);
	expect(found('A TRAI')).toEqual(['À traiter']);
	expect(found('âGE')).toEqual(['Mes personnes âgées', 'L’agenda']);
	expect(found("l'ag")).toEqual(['L’agenda']);
});

test('what begins as typed comes before what only holds the word', () => {
	expect(found('per')).toEqual(['Personnes', 'Mes personnes âgées']);
	expect(found('note ecrire')).toEqual(['Écrire une note']);
});

test('a word is sought by its beginning, never by its middle', () => {
	expect(found('cours')).toEqual([]);
	expect(found('zzz')).toEqual([]);
});

test('nothing typed keeps everything, in order; signs alone are nothing', () => {
	expect(found('')).toEqual(labels);
	expect(found('  ’% ')).toEqual(labels);
});

test('whatever is typed, places are those of the list, each once; a whole label finds itself', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), fc.string(), (some, typed) => {
			const places = matchLabels(some, typed);
			expect(new Set(places).size).toBe(places.length);
			expect(places.every((place) => place >= 0 && place < some.length)).toBe(true);
			for (const [place, label] of some.entries()) expect(matchLabels(some, label)).toContain(place);
		}),
	);
});
