import { expect, test } from 'vitest';
import { translate } from '#lib/texts/translator.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';
import { laon, sampleEntry } from './sample-entry.ts';

const elsewhere = { communeCode: '02722' };

function said(different: Partial<Circumstances>): string[] {
	const circumstances = {
		entry: sampleEntry(elsewhere),
		near: laon,
		km: 4.2,
		isOpen: false,
		closure: undefined,
		covered: true,
		words: [],
		ageDays: 19,
		...different,
	};
	return reasonsFor(circumstances).map(({ key, values }) =>
		translate(key, values).replaceAll(/[\u00a0\u202f]/g, ' '),
	);
}

test('a service near, free, open and fresh says so in this order', () => {
	const entry = sampleEntry({ ...elsewhere, fee: 'free' });
	expect(said({ entry, isOpen: true, words: ['permis', 'voiture'] })).toEqual([
		'à 4 km',
		'gratuit',
		'ouvert maintenant',
		'parle de « permis » et « voiture »',
		'vérifié en octobre 2026',
	]);
});

test.each([
	[0.4, 'given', 'à moins de 1 km'],
	[1.2, 'given', 'à 1 km'],
	[1234, 'given', 'à 1 234 km'],
	[12.3, 'approximate', 'à environ 12 km (lieu placé approximativement)'],
	[0.2, 'approximate', 'à environ 1 km (lieu placé approximativement)'],
	[12.3, 'commune', 'à environ 12 km (placé au centre de la commune)'],
] as const)('%s km, point %s: %s', (km, position, sentence) => {
	expect(said({ km, entry: sampleEntry({ ...elsewhere, position }) })[0]).toBe(sentence);
});

test('in the searcher’s commune, a distance is told only from a point that is known', () => {
	expect(said({ entry: sampleEntry({ position: 'commune' }) })[0]).toBe('dans votre commune');
	expect(said({ entry: sampleEntry(), km: null })[0]).toBe('dans votre commune');
	expect(said({ entry: sampleEntry() })[0]).toBe('à 4 km');
	expect(said({ km: null })[0]).toBe('destiné aux habitants de votre secteur');
});

test('at a distance, alone or as well', () => {
	expect(said({ entry: sampleEntry({ welcomeModes: ['remote'] }) })[0]).toBe('à distance, sans se déplacer');
	const both = sampleEntry({ ...elsewhere, welcomeModes: ['on-site', 'remote'] });
	expect(said({ entry: both }).slice(0, 2)).toEqual(['à 4 km', 'possible aussi à distance']);
});

test.each([
	['2025-03-09', 590, 'à vérifier : fiche de mars 2025'],
	['2024-04-30', 903, 'à vérifier : fiche d’avril 2024'],
	['2024-08-01', 810, 'à vérifier : fiche d’août 2024'],
	['2026-04-21', 182, 'vérifié en avril 2026'],
])('a sheet of %s, %i days ago: %s', (updatedOn, ageDays, sentence) => {
	expect(said({ entry: sampleEntry({ updatedOn }), ageDays }).at(-1)).toBe(sentence);
});

test('a zone that leaves the searcher out is said', () => {
	expect(said({ covered: false })[1]).toBe(
		'peut-être réservé aux habitants d’un autre secteur : appelez avant de venir',
	);
});

test('each part of the rank is said: closed, full, slow, welcoming', () => {
	const entry = sampleEntry({ ...elsewhere, placesLeft: 0, responseDays: 9, welcome: 'unconditional' });
	const closure = { from: '2026-10-01', to: '2026-11-02', reason: null };
	const sentences = said({ entry, closure });
	expect(sentences).toContain('fermé jusqu’au 2 novembre 2026');
	expect(sentences).toContain('aucune place libre');
	expect(sentences).toContain('répond en 9 jours');
	expect(sentences).toContain('accueil sans condition');
	expect(said({ entry: sampleEntry({ ...elsewhere, placesLeft: 1 }) })).toContain('1 place libre');
	expect(said({ entry: sampleEntry({ ...elsewhere, saturation: 'high' }) })).toContain(
		'très demandé en ce moment',
	);
	expect(said({ closure: { ...closure, to: null } })).toContain(
		'fermé en ce moment, sans date de retour connue',
	);
});
