import { expect, test } from 'vitest';
import { everything } from './query.ts';
import { laon, sampleEntry, sampleIsOpen } from './sample-entry.ts';
import { buildIndex, findServices } from './search.ts';

const synonyms = [
	['RSA', 'revenu de solidarité active'],
	['hébergement d’urgence', 'mise à l’abri', '115'],
	['permis', 'permis de conduire', 'code de la route'],
];
const index = buildIndex(
	[
		sampleEntry({ id: 'rsa', name: 'Demander le RSA' }),
		sampleEntry({ id: 'income', name: 'Dossier', description: 'Pour le revenu de solidarité active.' }),
		sampleEntry({ id: 'night', name: 'Mise à l’abri des familles' }),
		sampleEntry({ id: 'call', name: 'Appelez le 115' }),
		sampleEntry({ id: 'shelter', name: 'Hébergement', description: 'Une chambre, en urgence.' }),
		sampleEntry({ id: 'road', name: 'Atelier code de la route' }),
		sampleEntry({ id: 'active', name: 'Vie active' }),
	],
	synonyms,
);
const find = (words: string) =>
	findServices(index, { ...everything, words, near: laon }, new Date('2026-10-20T10:00:00Z'), sampleIsOpen)
		.results.map(({ entry }) => entry.id)
		.sort();

test.each([
	['rsa', ['income', 'rsa']],
	['revenu de solidarité active', ['income', 'rsa']],
	['hebergement urgence', ['call', 'night', 'shelter']],
	['115', ['call', 'night', 'shelter']],
	['permis', ['road']],
	['permis de conduire', ['road']],
	['active', ['active', 'income']],
	['demander revenu solidarité active', ['rsa']],
])('« %s » finds what means the same', (words, ids) => {
	expect(find(words)).toEqual(ids);
});

test('what was typed is told as it was typed', () => {
	const [first] = findServices(
		index,
		{ ...everything, words: 'hébergement d’urgence' },
		new Date('2026-10-20T10:00:00Z'),
		sampleIsOpen,
	).results;
	const held = first?.reasons.find(({ key }) => key === 'search.reason.words');
	expect(held?.values.words).toContain('hébergement urgence');
});
