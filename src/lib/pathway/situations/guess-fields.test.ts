import fc from 'fast-check';
import { expect, test } from 'vitest';
import { situationFields } from './field.ts';
import { guessFields } from './guess-fields.ts';

test('the columns of an association’s spreadsheet are recognised, in French and in English', () => {
	expect(
		guessFields([
			...[
				'N° dossier',
				'PRÉNOM',
				'Date d’ouverture',
				'Ce qu’elle veut',
				'Domaine',
				'Prochaine étape',
				'Échéance',
			],
			...['Qui s’en occupe', 'Langue', 'Ville', 'Consigne de contact', 'Protection', 'Couleur préférée'],
		]),
	).toEqual([
		...['mark', 'name', 'openedOn', 'goal', 'domain', 'step', 'dueOn', 'owner', 'language', 'commune'],
		...['safeContact', 'protection', null],
	]);
	expect(
		guessFields(['Case number', 'First name', 'Start date', 'Goal', 'Next step', 'Due date', 'Language']),
	).toEqual([...['mark', 'name', 'openedOn', 'goal', 'step', 'dueOn', 'language']]);
});

test('« Nom » says the name only when nothing says it better', () => {
	expect(guessFields(['Nom', 'Prénom'])).toEqual([null, 'name']);
	expect(guessFields(['Nom', 'Ville'])).toEqual(['name', 'commune']);
});

test('whatever the headers, each column has one answer and no field is said twice', () => {
	const header = fc.oneof(
		fc.string(),
		fc.constantFrom('Prénom', 'nom', 'PRENOM', 'ville', 'Commune', 'étape', ''),
	);
	fc.assert(
		fc.property(fc.array(header, { maxLength: 40 }), (columns) => {
			const fields = guessFields(columns);
			const said = fields.filter((field) => field !== null);
			expect(fields).toHaveLength(columns.length);
			expect(new Set(said).size).toBe(said.length);
			expect(said.every((field) => situationFields.includes(field))).toBe(true);
		}),
	);
});
