import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween, isBusinessDay } from '#lib/time/business-days.ts';
import { dateIn, zoneOf } from '#lib/time/zone.ts';
import { referralStates } from './referral.ts';
import { type Silent, silenceDates, silenceDue, silenceSteps, waitsForAnswer } from './silence.ts';

const departments = [
	'75',
	'62',
	'67',
	'68',
	'57',
	'2A',
	'971',
	'972',
	'973',
	'974',
	'976',
	'977',
	'978',
	'987',
];
const department = fc.constantFrom(...departments);
const sending = fc.date({
	min: new Date('2024-01-01T00:00:00Z'),
	max: new Date('2031-12-31T00:00:00Z'),
	noInvalidDate: true,
});
const wholeMinutes = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000);
const dayIn = (at: Date, where: string): string => dateIn(at, zoneOf(where).clock);
const datesFrom = (sentAt: Date, where: string) => silenceDates(addBusinessDays(sentAt, 10, where), where);
const waiting = (more: Partial<Silent> = {}): Silent => ({
	state: 'sent',
	answerBy: new Date('2026-12-07T11:00:00Z'),
	remindedAt: null,
	escalatedAt: null,
	department: '75',
	...more,
});

test('dates strictly increase, after the sending, and never fall on a holiday or a week-end', () => {
	fc.assert(
		fc.property(sending, department, (instant, where) => {
			const sentAt = wholeMinutes(instant);
			const dates = datesFrom(sentAt, where);
			const days = silenceSteps.map((step) => dayIn(dates[step], where));
			expect(days.map((day) => isBusinessDay(day, where))).toEqual([true, true, true]);
			expect([dayIn(sentAt, where), ...days]).toEqual([
				...new Set([dayIn(sentAt, where), ...days].toSorted()),
			]);
		}),
	);
});

test('two, four and ten whole business days have passed when each is told', () => {
	fc.assert(
		fc.property(sending, department, (instant, where) => {
			const sentAt = wholeMinutes(instant);
			const dates = datesFrom(sentAt, where);
			expect(silenceSteps.map((step) => businessDaysBetween(sentAt, dates[step], where))).toEqual([2, 4, 10]);
		}),
	);
});

test.each([
	['Paris, Christmas apart', '75', '2026-12-23', ['2026-12-28', '2026-12-30', '2027-01-08']],
	['Strasbourg, Saint Stephen too', '67', '2025-12-23', ['2025-12-29', '2025-12-31', '2026-01-09']],
	['Paris works on Saint Stephen', '75', '2025-12-23', ['2025-12-26', '2025-12-30', '2026-01-08']],
	['Saint-Denis, the abolition of slavery', '974', '2028-12-19', ['2028-12-22', '2028-12-27', '2029-01-05']],
])('%s', (_, where, sentOn, told) => {
	const dates = datesFrom(new Date(`${sentOn}T08:00:00Z`), where);
	expect(silenceSteps.map((step) => dayIn(dates[step], where))).toEqual(told);
});

test('summer time and winter time keep the hour of the sending', () => {
	const dates = datesFrom(new Date('2026-10-22T12:00:00Z'), '75');
	expect(dates.reminder.toISOString()).toBe('2026-10-26T13:00:00.000Z');
	expect(datesFrom(new Date('2026-10-22T12:00:00Z'), '974').reminder.toISOString()).toBe(
		'2026-10-26T12:00:00.000Z',
	);
});

test('each is due once, in turn', () => {
	const at = (text: string) => new Date(`2026-${text}:00Z`);
	expect(silenceDue(waiting(), at('11-25T10:59'))).toBeUndefined();
	expect(silenceDue(waiting(), at('11-25T11:00'))).toBe('reminder');
	const reminded = { remindedAt: at('11-25T11:00') };
	expect(silenceDue(waiting(reminded), at('11-26T11:00'))).toBeUndefined();
	expect(silenceDue(waiting(reminded), at('11-27T11:00'))).toBe('managers');
	expect(silenceDue(waiting(), at('11-27T11:00'))).toBe('managers');
	const told = { ...reminded, escalatedAt: at('11-27T11:00') };
	expect(silenceDue(waiting(told), at('12-04T11:00'))).toBeUndefined();
	expect(silenceDue(waiting(told), at('12-07T11:00'))).toBe('coordination');
});

test('a clock that was stopped says nothing on a Sunday, and goes on the day after', () => {
	expect(silenceDue(waiting(), new Date('2026-12-13T11:00:00Z'))).toBeUndefined();
	expect(silenceDue(waiting(), new Date('2026-12-14T11:00:00Z'))).toBe('coordination');
});

test('nothing is due unless the answer is the target’s to give', () => {
	const due = referralStates.filter((state) =>
		silenceDue(waiting({ state }), new Date('2027-03-01T11:00:00Z')),
	);
	expect(due).toEqual(['sent', 'under-review']);
	expect(referralStates.filter(waitsForAnswer)).toEqual(due);
});
