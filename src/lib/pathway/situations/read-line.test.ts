import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';
import { type SituationField, situationFields } from './field.ts';
import { readLine } from './read-line.ts';
import { lineOf } from './table.ts';

const today = '2026-11-23';
const reading = (fields: readonly (SituationField | null)[]) => ({ fields, today, worker: 'Awa Diallo' });

/** One line that says so much. */
function read(said: Partial<Record<SituationField, string>>) {
	const fields = situationFields.filter((field) => field in said);
	return readLine(
		lineOf(
			2,
			fields.map((field) => said[field] ?? ''),
		),
		reading(fields),
	);
}
const reasons = (said: Partial<Record<SituationField, string>>) =>
	read(said).faults.map(({ field, reason }) => [field, reason]);

test('a line of an association’s spreadsheet is read as its worker wrote it', () => {
	const line = read({
		name: 'Lila',
		mark: 'A 12',
		openedOn: '02/10/2026',
		goal: 'Un logement à moi',
		domain: 'Logement',
		step: 'Appeler la mairie',
		dueOn: '2026-12-01',
		owner: 'Awa Diallo',
		language: 'arabe',
		commune: 'Lens',
		safeContact: 'SMS après 18 h, sans dire d’où',
		protection: 'Protégé',
	});
	expect(line).toMatchObject({
		name: 'Lila',
		mark: 'A 12',
		openedOn: '2026-10-02',
		goal: { words: 'Un logement à moi', domain: 'housing' },
		step: { words: 'Appeler la mairie', dueOn: '2026-12-01', owner: 'me' },
		language: 'ar',
		commune: 'Lens',
		contact: { rule: 'careful', words: 'SMS après 18 h, sans dire d’où' },
		protection: 'protected',
		faults: [],
	});
});

test('dates are days first, of ISO or serial numbers of a spreadsheet', () => {
	const days = ['02/10/2026', '2026-10-02', '46297', '2/10/26', '2 octobre 2026'].map(
		(openedOn) => read({ name: 'Lila', openedOn }).openedOn,
	);
	expect(days).toEqual(Array(5).fill('2026-10-02'));
	expect(reasons({ name: 'Lila', openedOn: '10/25/2026' })).toEqual([['openedOn', 'situations.date-unread']]);
	expect(reasons({ name: 'Lila', openedOn: 'bientôt' })).toEqual([['openedOn', 'situations.date-unread']]);
});

test('who moves the step: her worker, the person, and nobody who has not said yes', () => {
	const owners = ['moi', 'AWA DIALLO', 'elle-même', 'Lila', ''].map(
		(owner) => read({ name: 'Lila', step: 'Appeler', dueOn: '2026-12-01', owner }).step?.owner,
	);
	expect(owners).toEqual(['me', 'me', 'person', 'person', 'me']);
	expect(reasons({ name: 'Lila', step: 'Appeler', owner: 'Julien' })).toEqual([
		['owner', 'situations.owner-unknown'],
	]);
});

test('what cannot be read is said with its column, and nothing is guessed', () => {
	const wrong = reasons({
		...{ name: 'L'.repeat(81), domain: 'poésie', openedOn: '24/11/2026', dueOn: '22/11/2026' },
		...{ language: 'elfique', protection: 'peut-être' },
	});
	expect(Object.fromEntries(wrong)).toEqual({
		name: 'person.name-long',
		language: 'situations.language-unknown',
		protection: 'situations.protection-unknown',
		domain: 'situations.domain-unknown',
		dueOn: 'steps.due-past',
		openedOn: 'situations.opened-later',
	});
	expect(reasons({ name: 'Lila', domain: 'Santé' })).toEqual([['goal', 'situations.goal-without-words']]);
});

test('what looks like a social security number refuses its line, in any column, and is not kept', () => {
	const nir = '2 85 01 75 123 456 42';
	const line = lineOf(7, ['Lila', `dossier ${nir}`]);
	expect(line).toEqual({ line: 7, cells: ['Lila', ''], nir: true, slid: false });
	expect(readLine(line, reading(['name', null])).faults).toEqual([{ field: null, reason: 'notes.nir' }]);
});

test('whatever the cells say, nothing kept looks like a social security number and nothing unread is written', () => {
	const cell = fc.oneof(
		fc.string(),
		fc.constantFrom(
			'Lila',
			'02/10/2026',
			'46297',
			'moi',
			'elle',
			'=1+1',
			'285017512345642',
			'jamais',
			'31/02/2026',
		),
	);
	fc.assert(
		fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
			const kept = lineOf(2, cells);
			expect(kept.cells.some(looksLikeNir)).toBe(false);
			const line = readLine(kept, reading(situationFields));
			const unread = new Set(line.faults.map(({ field }) => field));
			for (const day of [line.openedOn, line.step?.dueOn ?? null])
				if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
			if (line.step?.dueOn && !unread.has('dueOn')) expect(line.step.dueOn >= today).toBe(true);
			if (line.openedOn && !unread.has('openedOn')) expect(line.openedOn <= today).toBe(true);
			if ((kept.cells[0] ?? '') !== '' && line.name === null) expect(unread.has('name')).toBe(true);
		}),
	);
});
