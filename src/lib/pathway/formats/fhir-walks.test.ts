import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { exportedReferral } from '../../testing/exported-referral.ts';
import { sharedData, testOnSharedData } from '../../testing/shared-data.ts';
import { canBecome, nextStates, type ReferralState, referralStates } from '../referrals/referral.ts';
import { taskStatusOf } from '../referrals/task-status.ts';
import { taskOf } from './fhir-task.ts';

interface Graph {
	readonly initial: readonly string[];
	readonly transitions: Readonly<Record<string, readonly string[]>>;
}
const graph = (): Graph =>
	JSON.parse(readFileSync(sharedData('gravity-3.0.0/task-transitions.json'), 'utf8')).referralTask;

/** A walk from `sent`: at each step one of the moves that the machine allows. */
const walk = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((choices) => {
	const states: ReferralState[] = ['sent'];
	for (const choice of choices) {
		const open = nextStates(states.at(-1)!);
		if (open.length === 0) break;
		states.push(open[choice % open.length]!);
	}
	return states;
});

testOnSharedData('every legal walk is told as a walk of Gravity’s task graph', () => {
	const { initial, transitions } = graph();
	fc.assert(
		fc.property(walk, (states) => {
			const told: string[] = states.map((state) => taskOf(exportedReferral({ state })).status);
			expect(initial).toContain(told[0]);
			told.slice(1).forEach((to, index) => {
				const from = told[index]!;
				if (from !== to) expect([...(transitions[from] ?? []), ...transitions['*']!]).toContain(to);
			});
		}),
		{ numRuns: 500 },
	);
});

testOnSharedData('a pair that Gravity forbids is refused by the machine, for each pair of states', () => {
	const { transitions } = graph();
	for (const from of referralStates)
		for (const to of referralStates) {
			const [told, next] = [taskStatusOf(from), taskStatusOf(to)];
			const drafts = told === 'draft' || next === 'draft';
			const allowed = told === next || [...(transitions[told] ?? []), ...transitions['*']!].includes(next);
			if (!drafts && !allowed) expect(canBecome(from, to)).toBe(false);
		}
});
