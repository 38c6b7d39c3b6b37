import communes from '@etalab/decoupage-administratif/data/communes.json' with { type: 'json' };
import epci from '@etalab/decoupage-administratif/data/epci.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { atCommune, listed, ofCommune, ofSign, slugOf, toPeople, typeset } from './french.ts';
import { demoTerritories } from './territories.ts';

const members = new Set(
	epci
		.filter(({ code }) => demoTerritories.some(({ epciCode }) => epciCode === code))
		.flatMap(({ membres }) => membres.map(({ code }) => code)),
);

describe('French links', () => {
	test('elide before every commune of the demo region as INSEE’s official code says', () => {
		const current = communes.filter(({ code, type }) => type === 'commune-actuelle' && members.has(code));
		expect(current.length).toBeGreaterThan(100);
		for (const { nom, typeLiaison } of current) {
			expect([nom, ofCommune(nom).startsWith('d’')]).toEqual([nom, typeLiaison === 1]);
		}
	});

	test.each([
		['Lens', 'de Lens', 'à Lens'],
		['Avion', 'd’Avion', 'à Avion'],
		['Étréaupont', 'd’Étréaupont', 'à Étréaupont'],
		['Le Portel', 'du Portel', 'au Portel'],
		['La Capelle', 'de La Capelle', 'à La Capelle'],
		['Les Autels', 'des Autels', 'aux Autels'],
		['Hary', 'de Hary', 'à Hary'],
	])('%s', (name, of, at) => {
		expect([ofCommune(name), atCommune(name)]).toEqual([of, at]);
	});

	test.each([
		['Le Chevalement', 'du Chevalement'],
		['Les Trois Puits', 'des Trois Puits'],
		['La Lampisterie', 'de la Lampisterie'],
		['L’Estran', 'de l’Estran'],
	])('the sign « %s »', (sign, of) => {
		expect(ofSign(sign)).toBe(of);
	});

	test('join people and lists', () => {
		expect(toPeople('les familles')).toBe('aux familles');
		expect(toPeople('tout le monde')).toBe('à tout le monde');
		expect(listed(['Lens'])).toBe('Lens');
		expect(listed(['Lens', 'Liévin', 'Avion'], 'ou')).toBe('Lens, Liévin ou Avion');
		expect(listed([])).toBe('');
	});

	test('keep signs beside their words', () => {
		expect(typeset("l'aide : 10 € ?")).toBe('l’aide\u00a0: 10\u00a0€\u00a0?');
		expect(slugOf('Épicerie solidaire L’Œuf & le Coron')).toBe('epicerie-solidaire-l-oeuf-le-coron');
	});
});
