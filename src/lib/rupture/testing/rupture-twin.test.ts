import { afterAll, describe, expect, test } from 'vitest';
import { world } from '../../testing/world.ts';
import { findAlerts, type Level } from '../evaluate.ts';
import { foldAll } from '../fold/fold-fact.ts';
import { ruleIds } from '../rule.ts';
import { emptyState } from '../state.ts';
import { defaultThresholds } from '../thresholds.ts';
import { generateFacts, worldDepartments } from './generated-world.ts';
import { askTwin, fillTwin, layTwin, standTwin } from './rupture-twin.ts';

const { owner } = await world();
const client = await owner.connect();
afterAll(() => client.release());

const [from, until] = ['2026-01-05', '2026-11-23'];
const levels: readonly Level[] = ['attention', 'rupture', 'last-call'];
const seen = new Set<string>();

const looks = [
	...['2026-04-03T08:00:00Z', '2026-06-10T15:30:00Z', '2026-08-17T22:30:00Z', '2026-10-25T01:30:00Z'],
	...['2026-11-23T11:00:00Z', '2027-02-01T06:00:00Z'],
];

describe.each([1, 2, 3])('in generated lives, of seed %i', (seed) => {
	test.each(looks)('the engine says at %s what SQL says, rule by rule', async (when) => {
		const now = new Date(when);
		const facts = generateFacts({ seed: seed * 31, people: 300, factsEach: 40, from, until }).filter(
			({ at }) => at <= now.getTime(),
		);
		await layTwin(client, worldDepartments, '2024-01-01', '2028-01-01');
		await fillTwin(client, facts);
		await standTwin(client, now);
		const twins = (await askTwin(client, now)).map(({ rule, identity, occurred, since, level }) => ({
			...{
				id: `${rule}:${identity}:${new Date(occurred).toISOString()}`,
				since: new Date(since).toISOString(),
			},
			level: levels[level - 1],
		}));
		const alerts = findAlerts(foldAll(emptyState(), facts), defaultThresholds, now.getTime());
		const ours = alerts.map(({ id, since, level }) => ({ id, since: since.toISOString(), level }));
		for (const rule of ruleIds) {
			const of = <One extends { readonly id: string }>(all: readonly One[]) =>
				all.filter(({ id }) => id.startsWith(`${rule}:`)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
			expect(of(ours)).toEqual(of(twins));
		}
		for (const { rule, level } of alerts) seen.add(`${rule} ${level}`);
	});
});

test('every rule was seen at each of its two levels', () => {
	const missing = ruleIds.flatMap((rule) =>
		['attention', 'rupture'].map((level) => `${rule} ${level}`).filter((each) => !seen.has(each)),
	);
	expect(missing).toEqual(['R19 attention']);
});
