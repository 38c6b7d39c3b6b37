import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessDay } from '#lib/time/business-days.ts';
import { answerBy, isLateWord, wordKinds } from './own-word.ts';

test('said on a Friday, answered on Monday, or on Tuesday when something did not work', () => {
	const friday = new Date('2026-11-27T10:00:00Z');
	expect(answerBy('talk', friday, '62498')).toBe('2026-11-30');
	expect(answerBy('cannot-come', friday, null)).toBe('2026-11-30');
	expect(answerBy('not-worked', friday, '62498')).toBe('2026-12-01');
});

test('a promise is always a day to come when people work', () => {
	const from = {
		min: new Date('2026-01-01T00:00:00Z'),
		max: new Date('2028-12-31T00:00:00Z'),
		noInvalidDate: true,
	};
	fc.assert(
		fc.property(
			fc.date(from),
			fc.constantFrom(...wordKinds.filter((kind) => kind !== 'erase')),
			(at, kind) => {
				const day = answerBy(kind, at, '75056');
				return day > at.toISOString().slice(0, 10) && isBusinessDay(day, '75');
			},
		),
		{ numRuns: 100 },
	);
});

test('an erasure is answered within a month', () => {
	expect(answerBy('erase', new Date('2027-02-01T10:00:00Z'), '62498')).toBe('2027-03-01');
});

test('late the day after, and never once answered', () => {
	const said = { answerBy: '2026-12-01', answeredAt: null };
	expect([isLateWord(said, '2026-12-01'), isLateWord(said, '2026-12-02')]).toEqual([false, true]);
	expect(isLateWord({ ...said, answeredAt: new Date() }, '2026-12-02')).toBe(false);
});
