import { expect, test } from 'vitest';
import { lineOf } from '../table.ts';
import { refusedLinesFile } from './refused-lines.ts';

const table = {
	file: 'tableau.csv',
	columns: ['Prénom', 'Échéance', 'Remarque'],
	lines: [
		lineOf(2, ['Zoé', '01/12/2026', 'rien']),
		lineOf(3, ['=HYPERLINK("http://exemple.test")', 'bientôt', '@note']),
	],
};
const choices = { fields: ['name', 'dueOn', null] as const, withoutStep: 'refuse' as const };

test('refused lines come back with their columns and « Problème », and nothing that a spreadsheet would run', async () => {
	const csv = await refusedLinesFile(table, { ...choices, fields: [...choices.fields] }, [
		{
			line: 3,
			faults: [
				{ field: 'dueOn', reason: 'situations.date-unread', values: { said: 'bientôt' } },
				{ field: null, reason: 'notes.nir' },
			],
		},
	]);
	expect(csv).toContain('Prénom;Échéance;Remarque;Problème');
	expect(csv).toContain(`'=HYPERLINK`);
	expect(csv).toContain(`'@note`);
	expect(csv).toContain('Ligne 3, colonne « Échéance »');
	expect(csv).not.toContain('Zoé');
});

test('when everything is written there is no file', async () => {
	expect(await refusedLinesFile(table, { ...choices, fields: [...choices.fields] }, [])).toBeNull();
});
