import { expect, test } from 'vitest';
import { loadDemo } from '#lib/directory/server/load-demo.ts';
import { loadPeople } from '#lib/pathway/demo/server/load-people.ts';
import { actAsClock } from '#lib/server/act.ts';
import { noon, world } from '#lib/testing/world.ts';
import { dayOf } from '#lib/time/days.ts';
import { type Alert, findAlerts } from '../evaluate.ts';
import { foldAll } from '../fold/fold-fact.ts';
import { type RuleId, ruleOf } from '../rule.ts';
import { sayAlert, sayBecause } from '../sentence.ts';
import { loadFacts } from '../server/load-facts.ts';
import { loadThresholds } from '../server/load-thresholds.ts';
import { emptyState } from '../state.ts';

const { db, operator, owner } = await world();
await loadDemo(operator, noon);
await loadPeople(operator, db, noon);
const { facts, thresholds } = await actAsClock(
	db,
	() => noon,
)(async (act) => ({ facts: await loadFacts(act), thresholds: await loadThresholds(act) }));

/** The names of people and organisations: the clock reads none, so the owner of the database tells them. */
async function namesIn(table: 'person' | 'organisation'): Promise<ReadonlyMap<string, string>> {
	const client = await owner.connect();
	try {
		await client.query('begin');
		await client.query(`alter table ${table} no force row level security`);
		const { rows } = await client.query<{ id: string; name: string }>(`select id, name from ${table}`);
		return new Map(rows.map(({ id, name }) => [id, name]));
	} finally {
		await client.query('rollback');
		client.release();
	}
}
const [people, organisations] = [await namesIn('person'), await namesIn('organisation')];

const dayMs = 86_400_000;
/** What the rules say at noon, each of the sixty days before the demo is opened, knowing what was told by then. */
const days = Array.from({ length: 61 }, (_, rank) => {
	const now = noon.getTime() + (rank - 60) * dayMs;
	const told = facts.filter(({ at }) => Number(at) <= now);
	return { day: rank - 60, alerts: findAlerts(foldAll(emptyState(), told), thresholds, now) };
});

/** The day on which an alert of that rule first reached each level, for somebody: « -18 attention ». */
const risen = (name: string, rule: RuleId): string[] => {
	const seen = new Set<string>();
	return days.flatMap(({ day, alerts }) =>
		alerts
			.filter((alert) => alert.rule === rule && people.get(alert.personId) === name)
			.filter(({ id, level }) => !seen.has(`${id} ${level}`) && seen.add(`${id} ${level}`))
			.map(({ level }) => `${day} ${level}`),
	);
};
const lastDay = (name: string, rule: RuleId): number | undefined =>
	days.findLast(({ alerts }) =>
		alerts.some((alert) => alert.rule === rule && people.get(alert.personId) === name),
	)?.day;
const sentence = (alert: Alert): string => sayAlert(alert, (id) => organisations.get(id));

/**
 * What somebody who knows the work expects of each history told by hand. Days count from the opening of the demo, Monday
 * 23 November 2026: All Saints' Day is a Sunday, the 11 November a Wednesday.
 */
const expected: readonly (readonly [string, RuleId, readonly string[], string])[] = [
	[
		'Soizic',
		'R1',
		['-27 attention', '-25 rupture', '-17 last-call'],
		'sent on a Friday: two, four, ten business days',
	],
	[
		'Soizic',
		'R2',
		['-14 attention', '-11 rupture'],
		'unanswered, and nothing else for it until the ninth day',
	],
	['Ghislaine', 'R1', ['-4 attention'], 'answered on the third day'],
	['Rayan', 'R1', ['-5 attention', '-3 rupture'], 'sent on the 16th, still silent'],
	['Yasmina', 'R1', [], 'they asked a question: the next move is hers who sent it'],
	['Djibril', 'R2', [], 'refused, and sent on at once with his agreement'],
	['Kylian', 'R4', ['-24 attention', '-20 rupture'], 'accepted, and never met'],
	['Kylian', 'R9', ['-24 attention'], 'two tries in two ways; given up before ten days'],
	['Kylian', 'R2', ['-17 attention', '-13 rupture'], 'given up, nothing else open'],
	['Perrine', 'R5', ['-10 attention'], 'met thirty days ago, no news since'],
	[
		'Nolwenn',
		'R6',
		['-11 attention', '-6 rupture'],
		'a month on the list; then a fortnight past the date told',
	],
	['Tifenn', 'R3', ['-28 attention', '-24 rupture'], 'a second no, then a third, for the same need'],
	['Anselme', 'R15', ['-6 attention'], 'back where he had been refused'],
	['Moussa', 'R13', ['-15 attention'], 'sixty days before the permit ends'],
	['Brigitte', 'R11', ['-4 attention'], 'a fortnight before she leaves hospital'],
	['Marceau', 'R9', ['-14 attention', '-6 rupture'], 'two tries, then three in three ways over a fortnight'],
	[
		'Aurélien',
		'R14',
		['-15 attention'],
		'a step of another organisation; thirty days before the eighth of December',
	],
	['Naïma', 'R12', ['-4 attention'], 'her worker leaves in a fortnight, no relay accepted'],
	['Hortense', 'R12', [], 'a relay proposed five days ago may still wait'],
	['Noham', 'R17', ['-5 attention'], 'a need said, nothing begun after a fortnight'],
	['Capucine', 'R18', ['-8 attention'], 'a month in her home'],
	['Ewen', 'R20', ['-6 attention'], 'three months registered, no offer'],
	['Maëlys', 'R19', ['-17 rupture'], 'they wrote « done », she said no'],
];

test.each(expected)('%s, %s: %j, for %s', (name, rule, levels) => {
	expect(risen(name, rule)).toEqual(levels);
});

test('what is repaired is an alert no more', () => {
	expect([lastDay('Ghislaine', 'R1'), lastDay('Soizic', 'R2'), lastDay('Kylian', 'R4')]).toEqual([
		-4, -11, -18,
	]);
});

test('nineteen of the twenty rules speak in the demo; nobody is left without a next step there', () => {
	const spoken = new Set(days.flatMap(({ alerts }) => alerts.map(({ rule }) => rule)));
	const all = Array.from({ length: 20 }, (_, rank) => `R${rank + 1}`);
	expect(all.filter((rule) => !spoken.has(rule as RuleId))).toEqual(['R7']);
});

test('each alert says what, since when, by which rule, whose move it is and two things to do, and names nobody', () => {
	const names = [...people.values()];
	const every = days.flatMap(({ alerts }) => alerts);
	expect(every.length).toBeGreaterThan(1000);
	for (const alert of every) {
		const because = sayBecause(alert, (id) => organisations.get(id));
		expect(because).toMatch(new RegExp(`\\(Règle ${alert.rule}.;.prochain pas.: .+\\)`));
		expect(`${sentence(alert)} ${because}`).toMatch(/\d/);
		expect(alert.actions).toEqual(ruleOf(alert.rule).actions);
		expect(alert.actions).toHaveLength(2);
		expect(alert.day <= dayOf(noon)).toBe(true);
		const words = new Set(`${sentence(alert)} ${because}`.split(/[^\p{L}-]+/u));
		expect(names.filter((name) => words.has(name))).toEqual([]);
	}
});
