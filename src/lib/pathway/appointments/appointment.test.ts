import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantTyped, newAppointment } from './appointment.ts';
import { remindersOf, reminderText, reminderWay } from './reminder.ts';

const now = new Date('2026-03-01T11:00:00Z');

test.each([
	['2026-03-10', '14:30', '2026-03-10T13:30:00.000Z'],
	['2026-07-10', '14:30', '2026-07-10T12:30:00.000Z'],
	// Autumn plays this hour twice: the first is meant.
	['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
])('%s at %s is an instant of Paris', (on, at, instant) => {
	expect(instantTyped({ on, at }, now)).toEqual(new Date(instant));
});

test.each([
	['2026-03-29', '02:30', 'at', 'notes.at-skipped'],
	['2026-03-01', '11:59', 'on', 'notes.at-past'],
	['2025-12-31', '10:00', 'on', 'notes.at-past'],
	['2028-03-02', '10:00', 'on', 'notes.at-far'],
])('%s at %s is refused', (on, at, field, reason) => {
	expect(instantTyped({ on, at }, now)).toEqual({ field, reason });
});

const typed = {
	once: crypto.randomUUID(),
	subjectLine: 'Dossier logement',
	withName: 'Mme Petit',
	on: '2026-03-10',
	at: '14:30',
	minutes: '45',
	place: '',
	phone: '04 70 00 00 00',
	stepId: '',
};

test.each([
	[{ subjectLine: '' }, 'subjectLine', 'notes.line-missing'],
	[{ withName: 'x'.repeat(121) }, 'withName', 'notes.with-long'],
	[{ on: '2026-02-30' }, 'on', 'notes.on-missing'],
	[{ at: '25:00' }, 'at', 'notes.at-missing'],
	[{ on: '2026-02-27' }, 'on', 'notes.at-past'],
	[{ minutes: '4' }, 'minutes', 'notes.minutes-unclear'],
	[{ minutes: 'une heure' }, 'minutes', 'notes.minutes-unclear'],
	[{ phone: 'appeler Awa' }, 'phone', 'notes.phone-unclear'],
	[{ phone: '1 85 05 78 006 084 36' }, 'phone', 'notes.nir'],
	[{ stepId: 'x' }, 'stepId', 'notes.step-unknown'],
])('an appointment that is not understood says which field and why: %o', (faulty, field, message) => {
	const read = newAppointment(now).safeParse({ ...typed, ...faulty });
	expect(read.error?.issues).toMatchObject([{ path: [field], message }]);
});

test('she is reminded at nine, two days before and the same day, of what is still to come', () => {
	const told = (startsAt: string, at: string) =>
		remindersOf(new Date(startsAt), new Date(at)).map((each) => each.at.toISOString());
	expect(told('2026-03-31T13:00:00Z', '2026-03-01T00:00:00Z')).toEqual([
		'2026-03-29T07:00:00.000Z',
		'2026-03-31T07:00:00.000Z',
	]);
	expect(told('2026-03-31T13:00:00Z', '2026-03-30T00:00:00Z')).toEqual(['2026-03-31T07:00:00.000Z']);
	expect(told('2026-03-31T06:30:00Z', '2026-03-30T00:00:00Z')).toEqual([]);
	fc.assert(
		fc.property(
			fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
			(startsAt) => remindersOf(startsAt, new Date('2025-12-01')).every(({ at }) => at < startsAt),
		),
	);
});

test('a reminder says when, and a number: nothing else of anybody', () => {
	const startsAt = new Date('2026-03-10T13:00:00Z');
	expect(reminderText({ startsAt, phone: '04 70 00 00 00' })).toBe(
		'Rendez-vous mardi 14 h. Infos : 04 70 00 00 00',
	);
	expect(reminderText({ startsAt: new Date('2026-03-10T13:05:00Z'), phone: null })).toBe(
		'Rendez-vous mardi 14 h 05.',
	);
});

test.each([
	[{ contactRule: 'never', phone: '06 12 34 56 78', email: 'lila@exemple.test' }, true, undefined],
	[{ contactRule: 'free', phone: '06 12 34 56 78', email: 'lila@exemple.test' }, true, 'sms'],
	[{ contactRule: 'careful', phone: '+33 (0)6 12 34 56 78', email: null }, true, 'sms'],
	[{ contactRule: 'free', phone: '06 12 34 56 78', email: 'lila@exemple.test' }, false, 'mail'],
	[{ contactRule: 'free', phone: '04 70 00 00 00', email: 'lila@exemple.test' }, true, 'mail'],
	[{ contactRule: 'free', phone: '+33 4 70 00 00 00', email: null }, true, undefined],
	[{ contactRule: 'free', phone: null, email: null }, true, undefined],
])('the way to remind her: %o', (person, textsLeave, way) => {
	expect(reminderWay(person, textsLeave)).toBe(way);
});
