import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import {
	canBecome,
	isEnded,
	mayMove,
	nextStates,
	type ReferralState,
	referralStates,
	sides,
	takesBoth,
	triedEnough,
} from './referral.ts';
import { taskStatusOf } from './task-status.ts';

/** The edges of pathways-and-standards 4.1, written again apart from the table that the product uses. */
const written = `
draft > awaiting-person withdrawn declined-by-person
awaiting-person > sent withdrawn declined-by-person
sent > under-review info-needed accepted refused redirected withdrawn declined-by-person unanswered
under-review > info-needed accepted refused redirected withdrawn declined-by-person unanswered
info-needed > under-review accepted refused withdrawn declined-by-person
accepted > in-progress waiting-list suspended completed failed withdrawn declined-by-person
waiting-list > in-progress completed failed withdrawn declined-by-person
in-progress > suspended completed failed withdrawn declined-by-person
suspended > in-progress completed failed withdrawn declined-by-person`;
const reference = new Set(
	written
		.trim()
		.split('\n')
		.flatMap((line) => {
			const [from = '', to = ''] = line.split(' > ');
			return to.split(' ').map((state) => `${from} > ${state}`);
		}),
);

test('each pair of states is allowed, or refused, as written', () => {
	for (const from of referralStates)
		for (const to of referralStates) {
			const mistake = to === 'entered-in-error' && from !== 'entered-in-error';
			expect(`${from} > ${to}: ${canBecome(from, to)}`).toBe(
				`${from} > ${to}: ${mistake || reference.has(`${from} > ${to}`)}`,
			);
		}
});

const walk = fc.array(fc.nat(), { minLength: 2, maxLength: 40 }).map((choices) => {
	const states: ReferralState[] = ['draft'];
	for (const choice of choices) {
		const here = states.at(-1) ?? 'draft';
		const next = nextStates(here).filter((state) => state !== 'entered-in-error' || choice % 17 === 0);
		states.push(...next.slice(choice % (next.length || 1)).slice(0, 1));
	}
	return states;
});

testOnSharedData('a legal walk, exported, is a walk of Gravity’s task graph', () => {
	const { referralTask } = JSON.parse(
		readFileSync(sharedData('gravity-3.0.0/task-transitions.json'), 'utf8'),
	);
	const edges: Record<string, string[]> = referralTask.transitions;
	const seen = new Set<string>();
	fc.assert(
		fc.property(walk, (states) => {
			fc.pre(states.includes('sent'));
			for (const [at, state] of states.entries()) {
				const [before, after] = [taskStatusOf(states[at - 1] ?? state), taskStatusOf(state)];
				if (before === after) continue;
				seen.add(`${before} > ${after}`);
				expect([...(edges[before] ?? []), ...(edges['*'] ?? [])]).toContain(after);
			}
		}),
		{ numRuns: 3000 },
	);
	const all = Object.entries(edges).flatMap(([from, tos]) => tos.map((to) => `${from} > ${to}`));
	expect(all.filter((edge) => !edge.startsWith('*') && !seen.has(edge))).toEqual([]);
});

test('an end never reopens, except to say that it was a mistake', () => {
	for (const state of referralStates.filter(isEnded))
		expect(nextStates(state)).toEqual(state === 'entered-in-error' ? [] : ['entered-in-error']);
});

test('each state has its own setters', () => {
	const targets = [
		'under-review',
		'info-needed',
		'accepted',
		'waiting-list',
		'in-progress',
		'suspended',
		'refused',
		'redirected',
		'completed',
		'failed',
	];
	for (const from of referralStates)
		for (const to of nextStates(from)) {
			const by = sides.filter((side) => mayMove(side, from, to));
			if (targets.includes(to))
				expect(by).toEqual(
					from === 'info-needed' && to === 'under-review' ? ['source', 'target'] : ['target'],
				);
			else if (to === 'withdrawn')
				expect(by).toEqual(takesBoth(from, to) ? ['source', 'target'] : ['source']);
			else if (to === 'declined-by-person') expect(by).toEqual(['source', 'person']);
			else if (to === 'sent') expect(by).toEqual(['source', 'person']);
			else if (to === 'unanswered') expect(by).toEqual(['system']);
			else expect(by).toEqual(['source']);
		}
});

test('unreachable takes three tries in two ways', () => {
	const tries = (...channels: string[]) => triedEnough(channels.map((channel) => ({ channel })));
	expect(tries('phone', 'phone', 'phone')).toBe(false);
	expect(tries('phone', 'letter')).toBe(false);
	expect(tries('phone', 'letter', 'phone')).toBe(true);
});
