import { expect, test } from 'vitest';
import { findHeader } from './table-header.ts';

const table = (text: string) => text.split('\n').map((line) => line.split(';'));

test.each<[what: string, text: string, names: string[], next: number]>([
	['the first line', 'id;nom\n1;CCAS', ['id', 'nom'], 1],
	[
		'a line below titles',
		'Annuaire 2026;;\nMis à jour le;12/10/2026;\n;;\nNom;CP;Ville\nCCAS;62300;Lens',
		['Nom', 'CP', 'Ville'],
		4,
	],
	['a line with a blank', 'id;nom;;ville\n1;CCAS;x;Lens', ['id', 'nom', '', 'ville'], 1],
	['names even where rows have slid', 'id;nom\n1;a;b;c;d\n2;a;b;c;d', ['id', 'nom'], 1],
	[
		'names under their groups',
		'Lieu;;Lundi;;Mardi;\nNom;Ville;Matin;Après-midi;Matin;Après-midi\nA;Lens;9-12;14-17;9-12;',
		['Nom', 'Ville', 'Lundi Matin', 'Lundi Après-midi', 'Mardi Matin', 'Mardi Après-midi'],
		2,
	],
	[
		'groups completed below',
		'Nom;Ville;Lundi;;Mardi;\n;;Matin;Soir;Matin;Soir\nA;Lens;9-12;14-17;9-12;',
		['Nom', 'Ville', 'Lundi Matin', 'Lundi Soir', 'Mardi Matin', 'Mardi Soir'],
		2,
	],
	[
		'groups over every name',
		'Lieu;Commune;Lundi;;Mardi;\nNom;Ville;Matin;Soir;Matin;Soir\nA;Lens;9-12;14-17;9-12;',
		['Nom', 'Ville', 'Lundi Matin', 'Lundi Soir', 'Mardi Matin', 'Mardi Soir'],
		2,
	],
	[
		'no name above data',
		'CCAS;62300;Lens;0321000001\nMairie;62000;Arras;0321000002',
		['Colonne 1', 'Colonne 2', 'Colonne 3', 'Colonne 4'],
		0,
	],
	['a single column', 'nom\nCCAS\nMairie', ['nom'], 1],
	['nothing', '', [''], 1],
])('the names of a table: %s', (_, text, names, next) => {
	expect(findHeader(table(text))).toEqual({ names, next });
});
