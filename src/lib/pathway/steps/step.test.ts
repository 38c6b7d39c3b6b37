import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	canStepBecome,
	isLate,
	isOpenStep,
	mayReopen,
	reopenDays,
	type StepState,
	stepStates,
	walkTo,
} from './step.ts';

/** Requirements 4.2, written again as pairs: the machine is held to them, not to itself. */
const legal = new Set([
	'proposed accepted',
	'proposed declined',
	'accepted planned',
	'planned in-progress',
	'in-progress done',
	'planned missed',
	'missed planned',
	'planned suspended',
	'in-progress suspended',
	'suspended planned',
	'done in-progress',
	...['proposed', 'accepted', 'planned', 'in-progress', 'missed', 'suspended'].flatMap((open) => [
		`${open} abandoned`,
		`${open} replaced`,
	]),
]);

const state = fc.constantFrom(...stepStates);

test('every pair of states is legal exactly when the requirements say so', () => {
	for (const from of stepStates)
		for (const to of stepStates)
			expect([from, to, canStepBecome(from, to)]).toEqual([from, to, legal.has(`${from} ${to}`)]);
});

test('a gesture only walks legal moves, and arrives where it was asked', () => {
	fc.assert(
		fc.property(state, state, (from, to) => {
			const walk = walkTo(from, to);
			let here = from;
			for (const each of walk) {
				expect(legal.has(`${here} ${each}`)).toBe(true);
				here = each;
			}
			if (walk.length > 0) expect(here).toBe(to);
		}),
	);
});

test('nobody’s yes is walked over: from proposed, a gesture leads to an answer or a way out', () => {
	const reached = stepStates.filter((to) => walkTo('proposed', to).length > 0);
	expect(reached).toEqual(['accepted', 'declined', 'abandoned', 'replaced']);
	expect(walkTo('accepted', 'done')).toEqual(['planned', 'in-progress', 'done']);
	expect(walkTo('suspended', 'done')).toEqual(['planned', 'in-progress', 'done']);
	expect(walkTo('done', 'planned')).toEqual([]);
});

test('a random walk ends closed or still has somebody to move it', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(99), { maxLength: 30 }), (choices) => {
			let here: StepState = 'proposed';
			for (const choice of choices) {
				const ways = stepStates.filter((to) => legal.has(`${here} ${to}`));
				if (ways.length === 0) break;
				here = ways[choice % ways.length]!;
			}
			const way = stepStates.some((to) => canStepBecome(here, to));
			expect(isOpenStep(here) ? way : here === 'done' || !way).toBe(true);
		}),
	);
});

test('late is told against a calendar walked day by day', () => {
	const day = fc.integer({ min: 0, max: 800 });
	const dateOf = (rank: number) =>
		new Date(Date.UTC(2026, 0, 1) + rank * 86_400_000).toISOString().slice(0, 10);
	fc.assert(
		fc.property(state, day, day, (its, due, today) => {
			const waiting = ['proposed', 'accepted', 'planned', 'in-progress', 'missed'].includes(its);
			let passed = false;
			for (let rank = due + 1; rank <= today; rank++) passed = true;
			expect(isLate({ state: its, dueOn: dateOf(due) }, dateOf(today))).toBe(waiting && passed);
		}),
	);
});

test('a finished step is taken up again for thirty days, to the second', () => {
	const ended = new Date('2026-11-23T11:00:00Z');
	const later = (ms: number) => new Date(ended.getTime() + reopenDays * 86_400_000 + ms);
	expect([mayReopen(ended, later(0)), mayReopen(ended, later(1000))]).toEqual([true, false]);
});
