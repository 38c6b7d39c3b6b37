import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/time/days.ts';
import { canPathwayBecome, closingReasons, type PathwayState } from './pathway.ts';
import {
	type PathwayFacts,
	pathwayCannotActivateBecause,
	pathwayCannotCloseBecause,
	pathwayCannotPauseBecause,
	pathwayCannotReopenBecause,
	pathwayCannotResumeBecause,
	type WhyNot,
} from './pathway-moves.ts';

const today = '2026-11-23';
const states = ['to-open', 'active', 'paused', 'closed'] as const satisfies readonly PathwayState[];
const facts = fc.record({
	state: fc.constantFrom(...states),
	hasOpenStep: fc.boolean(),
	openReferrals: fc.nat({ max: 2 }),
	relayed: fc.boolean(),
});
const closing = fc.record({
	reason: fc.constantFrom(...closingReasons),
	noFurtherSupport: fc.boolean(),
	checkOn: fc.integer({ min: -30, max: 500 }).map((days) => addDays(today, days)),
});
const review = fc.integer({ min: -30, max: 150 });

type Move = (facts: PathwayFacts) => WhyNot;
const moves: readonly (readonly [PathwayState, Move])[] = [
	['active', pathwayCannotActivateBecause],
	['active', pathwayCannotResumeBecause],
	['active', pathwayCannotReopenBecause],
];

test('whatever the facts, nothing becomes active without an open step, nor by an edge that is not drawn', () => {
	fc.assert(
		fc.property(facts, (each) => {
			for (const [to, cannot] of moves)
				if (cannot(each) === undefined) {
					expect(each.hasOpenStep).toBe(true);
					expect(canPathwayBecome(each.state, to)).toBe(true);
				}
		}),
	);
});

test('one move at most leads to active from a state: each has its own name in the timeline', () => {
	fc.assert(
		fc.property(facts, (each) => {
			const open = moves.filter(([, cannot]) => cannot(each) === undefined);
			const stays = !each.hasOpenStep || each.state === 'active';
			expect(open).toHaveLength(stays ? 0 : 1);
		}),
	);
});

test('a pause begins from an active pathway, and is looked at again within ninety days', () => {
	fc.assert(
		fc.property(facts, review, (each, days) => {
			const allowed = pathwayCannotPauseBecause(each, addDays(today, days), today) === undefined;
			expect(allowed).toBe(each.state === 'active' && days >= 1 && days <= 90);
		}),
	);
});

test('nothing closes with a referral under way, nor without somebody after or her own word', () => {
	fc.assert(
		fc.property(facts, closing, (each, said) => {
			const allowed = pathwayCannotCloseBecause(each, said, today) === undefined;
			const followed = each.relayed || said.noFurtherSupport || said.reason === 'died';
			const checked = said.checkOn > today && said.checkOn <= addDays(today, 366);
			expect(allowed).toBe(each.state !== 'closed' && each.openReferrals === 0 && followed && checked);
		}),
	);
});
