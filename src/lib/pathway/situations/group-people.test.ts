import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SituationField, situationFields } from './field.ts';
import { groupPeople } from './group-people.ts';
import { readLine } from './read-line.ts';
import { lineOf } from './table.ts';

const today = '2026-11-23';
type Said = Partial<Record<SituationField, string>>;
const lines = (...said: readonly Said[]) =>
	said.map((one, rank) =>
		readLine(
			lineOf(
				rank + 2,
				situationFields.map((field) => one[field] ?? ''),
			),
			{ fields: situationFields, today, worker: 'Awa Diallo' },
		),
	);
const refuse = { withoutStep: 'refuse', today } as const;
const point = { withoutStep: 'first-point', today } as const;

test('lines of the same mark are several steps of one person', () => {
	const { people, refused } = groupPeople(
		lines(
			{
				mark: '7',
				name: 'Lila',
				goal: 'Un toit',
				domain: 'logement',
				step: 'Appeler la mairie',
				dueOn: '01/12/2026',
			},
			{ mark: '8', name: 'Omar', step: 'Écrire un CV', dueOn: '02/12/2026', owner: 'lui-même' },
			{ mark: '7', step: 'Remplir la demande', dueOn: '05/12/2026' },
			{
				mark: '7',
				name: 'Lila',
				goal: 'Travailler',
				domain: 'emploi',
				step: 'Voir Cap emploi',
				dueOn: '09/12/2026',
			},
		),
		refuse,
	);
	expect(refused).toEqual([]);
	expect(people.map(({ name, lines: own }) => [name, own])).toEqual([
		['Lila', [2, 4, 5]],
		['Omar', [3]],
	]);
	expect(people[0]?.goals.map(({ domain }) => domain)).toEqual(['housing', 'work']);
	expect(people[0]?.steps.map(({ goal }) => goal)).toEqual([0, 0, 1]);
	expect(people[1]?.steps[0]).toMatchObject({ owner: 'person', goal: null });
});

test('without a step, a first point in a fortnight, or a refusal that says what to write', () => {
	expect(groupPeople(lines({ name: 'Lila' }), point).people[0]?.steps).toEqual([
		{ words: 'Premier point', dueOn: '2026-12-07', owner: 'me', goal: null },
	]);
	const said = groupPeople(
		lines({ name: 'Lila' }, { name: 'Omar', step: 'Appeler' }, { name: 'Ana', dueOn: '01/12/2026' }),
		refuse,
	);
	expect(said.people).toEqual([]);
	expect(said.refused.map(({ faults }) => faults.map(({ reason }) => reason))).toEqual([
		['situations.step-missing'],
		['situations.due-missing'],
		['steps.words-missing'],
	]);
});

test('her words without a domain are kept as her own sentence', () => {
	const [lila] = groupPeople(lines({ name: 'Lila', goal: 'Souffler' }), point).people;
	expect(lila).toMatchObject({ words: 'Souffler', goals: [] });
});

test('somebody whose lines are not all right comes back whole', () => {
	const { people, refused } = groupPeople(
		lines(
			{ mark: '7', name: 'Lila', step: 'Appeler', dueOn: '01/12/2026' },
			{ mark: '7', name: 'Lila', step: 'Écrire', dueOn: '01/12/2025' },
			{ mark: '9', name: 'Omar' },
			{ mark: '9', name: 'Jean', safeContact: 'SMS' },
			{ mark: '9', safeContact: 'jamais' },
		),
		point,
	);
	expect(people).toEqual([]);
	expect(refused.map(({ line, faults }) => [line, faults[0]?.reason])).toEqual([
		[2, 'situations.same-person-refused'],
		[3, 'steps.due-past'],
		[4, 'situations.same-person-refused'],
		[5, 'situations.says-otherwise'],
		[6, 'situations.says-otherwise'],
	]);
});

test('whatever the lines, each is in one place, and whoever is written has a name and a step to come', () => {
	const said = fc.record(
		{
			name: fc.constantFrom('Lila', 'Omar', ''),
			mark: fc.constantFrom('', '1', '2'),
			step: fc.constantFrom('', 'Appeler'),
			dueOn: fc.constantFrom('', '01/12/2026', '01/12/2020', 'demain'),
			goal: fc.constantFrom('', 'Un toit'),
			domain: fc.constantFrom('', 'logement', 'rien'),
		},
		{ requiredKeys: [] },
	);
	const way = fc.constantFrom(refuse, point);
	fc.assert(
		fc.property(fc.array(said, { maxLength: 12 }), way, (given, how) => {
			const { people, refused } = groupPeople(lines(...given), how);
			const placed = [...people.flatMap((one) => one.lines), ...refused.map(({ line }) => line)];
			expect(placed.toSorted((a, b) => a - b)).toEqual(given.map((_, rank) => rank + 2));
			for (const { name, steps, goals } of people) {
				expect(name).not.toBe('');
				expect(steps.length).toBeGreaterThan(0);
				for (const { words, dueOn, goal } of steps) {
					expect(words).not.toBe('');
					expect(dueOn >= today).toBe(true);
					expect(goal === null || goal < goals.length).toBe(true);
				}
			}
			for (const { faults } of refused) expect(faults.length).toBeGreaterThan(0);
		}),
	);
});
