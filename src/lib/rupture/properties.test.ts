import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayText } from './calendar.ts';
import { type Alert, findAlerts, findAlertsOf, groupAlerts } from './evaluate.ts';
import type { Fact } from './facts.ts';
import { foldAll, foldFact } from './fold/fold-fact.ts';
import { emptyFound, type Pass } from './found.ts';
import { ruleIds, ruleOf } from './rule.ts';
import { onwardOf } from './rules/nothing-next.ts';
import { calendarOfPerson, emptyState, pathwayCode, type State } from './state.ts';
import { generateFacts } from './testing/generated-world.ts';
import { Story } from './testing/story.ts';
import { defaultThresholds, readRuleFile, thresholdsOf } from './thresholds.ts';

const from = '2026-01-05';
const until = '2026-11-23';
const end = Date.parse(`${until}T00:00:00Z`);
const dayMs = 86_400_000;

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** A failing world is told by its seed. */
const worldOf = (seed: number) => generateFacts({ seed, people: 40, factsEach: 40, from, until });
/** An instant within the story, or up to a year after its last word. */
const moments = fc.integer({ min: -200 * 24, max: 365 * 24 }).map((hours) => end + hours * 3_600_000);
const runs = { numRuns: 40 };

const at = (facts: readonly Fact[], now: number): State =>
	foldAll(
		emptyState(),
		facts.filter((fact) => fact.at <= now),
	);
const sorted = (alerts: readonly Alert[]) =>
	alerts.toSorted((a, b) => (a.id + a.rule < b.id + b.rule ? -1 : 1));

/** What an active pathway has next, told from the facts alone. */
function nextSteps(facts: readonly Fact[], now: number): ReadonlySet<string> {
	const pathwayOf = new Map<string, string>();
	const stateOf = new Map<string, string>();
	const planned = new Map<string, { pathway: string; startsAt: number }>();
	for (const fact of facts) {
		if (fact.at > now) continue;
		if (fact.kind === 'step-proposed') pathwayOf.set(fact.step, fact.pathway);
		if (fact.kind === 'step-moved') stateOf.set(fact.step, fact.state);
		if (fact.kind === 'appointment-planned') planned.set(fact.appointment, fact);
		if (fact.kind === 'appointment-ended') planned.delete(fact.appointment);
	}
	const over = ['declined', 'done', 'missed', 'abandoned', 'replaced'];
	const open = [...pathwayOf].filter(([step]) => !over.includes(stateOf.get(step) ?? 'proposed'));
	const coming = [...planned.values()].filter(({ startsAt }) => startsAt > now);
	return new Set([...open.map(([, pathway]) => pathway), ...coming.map(({ pathway }) => pathway)]);
}

test('(i) an active pathway has a next step, or is paused, or is R7 since nothing comes next: exactly one', () => {
	let [planned, paused, alerted] = [0, 0, 0];
	fc.assert(
		fc.property(seeds, moments, (seed, now) => {
			const facts = worldOf(seed);
			const state = at(facts, now);
			const pass: Pass = { state, thresholds: defaultThresholds, now, found: emptyFound(), rule: 0 };
			const withNext = nextSteps(facts, now);
			const alerts = new Set(
				findAlerts(state, defaultThresholds, now)
					.filter(({ rule }) => rule === 'R7')
					.map(({ subject }) => subject.id),
			);
			for (const [row, id] of state.pathways.ids.entries()) {
				const code = state.pathways.col.state[row];
				if (code !== pathwayCode.active && code !== pathwayCode.paused) continue;
				const onward = onwardOf(pass, row);
				if (onward.is === 'paused') expect(code).toBe(pathwayCode.paused);
				else expect(onward.is === 'planned').toBe(withNext.has(id));
				// Eleven days always hold three business days, even at Christmas.
				if (onward.is === 'nothing' && now - onward.since > 11 * dayMs) expect(alerts).toContain(id);
				if (onward.is !== 'nothing') expect(alerts).not.toContain(id);
				planned += Number(onward.is === 'planned');
				paused += Number(onward.is === 'paused');
				alerted += Number(alerts.has(id));
			}
		}),
		runs,
	);
	expect(Math.min(planned, paused, alerted)).toBeGreaterThan(5);
});

describe('(ii) no clock runs while the ball is with the person', () => {
	test('in any world: while she was asked, while she has to say yes, while the pathway is paused', () => {
		fc.assert(
			fc.property(seeds, moments, (seed, now) => {
				const facts = worldOf(seed);
				const state = at(facts, now);
				const last = new Map<string, string>();
				const pauses = new Map<string, string>();
				for (const fact of facts) {
					if (fact.at > now) continue;
					if (fact.kind === 'referral-moved') last.set(fact.referral, fact.state);
					if (fact.kind === 'step-moved') last.set(fact.step, fact.state);
					if (fact.kind === 'pathway-moved')
						pauses.set(fact.pathway, fact.state === 'paused' ? (fact.until ?? '') : '');
				}
				for (const { rule, subject, pathwayId, personId } of findAlerts(state, defaultThresholds, now)) {
					if (rule === 'R1') expect(['sent', 'under-review']).toContain(last.get(subject.id));
					if (rule === 'R16' && subject.kind === 'steps') expect(last.has(subject.id)).toBe(true);
					const { dayOf } = calendarOfPerson(state, state.people.rowOf.get(personId) ?? 0);
					const today = dayText(dayOf(now));
					if (ruleOf(rule).waits) expect((pauses.get(pathwayId ?? '') ?? '') <= today).toBe(true);
				}
			}),
			runs,
		);
	});

	test('a question that lasts puts the answer off by as long as it lasted', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
				const told = new Story('2026-10-28').going('2026-10-28').referred('2026-11-02');
				const back = new Date(Date.parse('2026-11-03T10:00:00Z') + days * dayMs).toISOString().slice(0, 10);
				told.tell('2026-11-03', 'referral-moved', { referral: 'asked', state: 'info-needed' });
				told.tell(back, 'referral-moved', { referral: 'asked', state: 'under-review' });
				expect(told.level(`${back} 23:59`, 'R1')).toBe('quiet');
			}),
			runs,
		);
	});
});

describe('(iii) the same log gives the same alerts', () => {
	test('told twice, told by another process, told person after person', () => {
		fc.assert(
			fc.property(seeds, moments, (seed, now) => {
				const facts = worldOf(seed);
				const once = findAlerts(at(facts, now), defaultThresholds, now);
				expect(findAlerts(at(facts, now), defaultThresholds, now)).toEqual(once);
				expect(new Set(once.map(({ id, subject }) => `${id} ${subject.kind}`)).size).toBe(once.length);
			}),
			runs,
		);
	});

	test('one fact more asks to look at one person again, and nobody else', () => {
		fc.assert(
			fc.property(seeds, fc.integer({ min: 1, max: 600 }), (seed, count) => {
				const facts = worldOf(seed);
				const now = (facts[count] ?? facts[0]!).at;
				const state = foldAll(emptyState(), facts.slice(0, count));
				const before = findAlerts(state, defaultThresholds, now);
				const person = foldFact(state, facts[count] ?? facts[0]!);
				const after = findAlerts(state, defaultThresholds, now);
				if (person < 0) return;
				const id = state.people.ids[person];
				expect(sorted(findAlertsOf(state, defaultThresholds, now, person))).toEqual(
					sorted(after.filter(({ personId }) => personId === id)),
				);
				expect(after.filter(({ personId }) => personId !== id)).toEqual(
					before.filter(({ personId }) => personId !== id),
				);
			}),
			runs,
		);
	});

	test('a fact delivered twice changes nothing', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const facts = worldOf(seed);
				const twice = facts.flatMap((fact) => [fact, fact]);
				expect(findAlerts(at(twice, end), defaultThresholds, end)).toEqual(
					findAlerts(at(facts, end), defaultThresholds, end),
				);
			}),
			{ numRuns: 15 },
		);
	});
});

test('(iv) business days are those of the territory', () => {
	const sent = (department: string, day: string) =>
		new Story('2026-10-28').going('2026-10-28').referred(day, { department });
	// Good Friday is the 26th of March 2027, Easter Monday the 29th.
	const easter = (department: string, day: string) =>
		sent(department, '2027-03-25').level(`${day} 12:00`, 'R1');
	expect([easter('59', '2027-03-30'), easter('67', '2027-03-30')]).toEqual(['attention', 'quiet']);
	expect(easter('67', '2027-03-31')).toBe('attention');
	// 10 June in Guyane, a Thursday in 2027.
	expect([
		sent('59', '2027-06-09').level('2027-06-11 18:00', 'R1'),
		sent('973', '2027-06-09').level('2027-06-11 18:00', 'R1'),
	]).toEqual(['attention', 'quiet']);
});

test('(v) a threshold changed today never rewrites what was told before', () => {
	const changes = fc.constantFrom(...ruleIds.filter((rule) => !['R2', 'R19'].includes(rule)));
	let touched = 0;
	fc.assert(
		fc.property(seeds, moments, changes, (seed, now, rule) => {
			const facts = worldOf(seed);
			const state = at(facts, now);
			const name = Object.keys(ruleOf(rule).cases)[0] ?? '';
			const countdown = ruleOf(rule).units.attention === 'days-before' && rule !== 'R11';
			const file = {
				...{ territory: 'all', decision: 'Réunion du territoire', effectiveOn: '2026-07-01' },
				thresholds: [
					{
						rule,
						case: name,
						...(countdown
							? { attention: 90, rupture: 89, last: 1 }
							: rule === 'R11'
								? { attention: 30, rupture: 40, last: 50 }
								: { attention: 20, rupture: 100, last: 900 }),
					},
				],
			};
			const changed = thresholdsOf([readRuleFile(file, '2026-06-30')]);
			const told = (alerts: readonly Alert[]) =>
				sorted(
					alerts.filter(
						({ rule: id, occurredAt }) => id !== rule || occurredAt < new Date('2026-06-30T22:00:00Z'),
					),
				);
			const before = findAlerts(state, defaultThresholds, now);
			const after = findAlerts(state, changed, now);
			const fixed = ['R11', 'R12', 'R13', 'R14'].includes(rule);
			if (!fixed) expect(told(after)).toEqual(told(before));
			touched += Number(JSON.stringify(after) !== JSON.stringify(before));
		}),
		runs,
	);
	expect(touched).toBeGreaterThan(3);
});

test('alerts are read a line a person and a day, the gravest first', () => {
	const facts = generateFacts({ seed: 7, people: 40, factsEach: 40, from, until });
	const alerts = findAlerts(at(facts, end), defaultThresholds, end);
	const groups = groupAlerts(alerts);
	expect(groups.flatMap((group) => group.alerts)).toHaveLength(alerts.length);
	expect(new Set(groups.map(({ personId, day }) => `${personId} ${day}`)).size).toBe(groups.length);
	const order = ['last-call', 'rupture', 'attention'];
	for (const { alerts: together } of groups)
		expect(together.map(({ level }) => level)).toEqual(
			together.map(({ level }) => level).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
		);
});
