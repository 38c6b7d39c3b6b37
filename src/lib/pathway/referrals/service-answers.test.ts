import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referralStates } from './referral.ts';
import { type CountedReferral, countAnswers, fewestCounted } from './service-answers.ts';

const sentAt = new Date('2026-11-02T09:00:00Z');
const accepted: CountedReferral = {
	state: 'accepted',
	sentAt,
	answeredAt: new Date('2026-11-05T09:00:00Z'),
	department: '62',
	helped: null,
};
const silent: CountedReferral = { ...accepted, state: 'unanswered', answeredAt: null };
const times = (count: number, one: CountedReferral) => Array.from({ length: count }, () => one);

test('under eleven answers, nothing at all is said', () => {
	expect(countAnswers(times(10, accepted))).toBeNull();
	expect(countAnswers([...times(10, accepted), ...times(9, { ...silent, state: 'withdrawn' })])).toBeNull();
	expect(countAnswers(times(11, accepted))).toMatchObject({ referrals: 11, medianDays: 3, helped: null });
});

test('answers, refusals and silences, with the median in business days: the 11th of November is none', () => {
	const refused = { ...accepted, state: 'refused', answeredAt: new Date('2026-11-12T09:00:00Z') } as const;
	const met = { ...accepted, state: 'completed', helped: 'yes' } as const;
	const left = { ...accepted, state: 'withdrawn', helped: 'no' } as const;
	expect(
		countAnswers([...times(6, met), ...times(6, left), ...times(12, refused), ...times(5, silent)]),
	).toEqual({ referrals: 29, medianDays: 5, accepted: 12, refused: 12, unanswered: 5, helped: 50 });
});

test('outcomes add up to what is counted, in any order of the referrals', () => {
	const referral: fc.Arbitrary<CountedReferral> = fc.record({
		state: fc.constantFrom(...referralStates),
		sentAt: fc.constant(sentAt),
		answeredAt: fc.option(
			fc.integer({ min: 0, max: 60 }).map((days) => new Date(sentAt.getTime() + days * 86_400_000)),
		),
		department: fc.constantFrom('62', '67', '974'),
		helped: fc.option(fc.constantFrom('yes', 'partly', 'no', 'no-contact')),
	});
	fc.assert(
		fc.property(fc.array(referral, { maxLength: 40 }), (referrals) => {
			const counted = countAnswers(referrals);
			expect(countAnswers(referrals.toReversed())).toEqual(counted);
			if (!counted) return;
			expect(counted.referrals).toBeGreaterThanOrEqual(fewestCounted);
			expect(counted.accepted + counted.refused + counted.unanswered).toBe(counted.referrals);
		}),
	);
});
