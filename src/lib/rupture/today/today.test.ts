import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snooze } from '../alerts/alert.ts';
import type { Level } from '../evaluate.ts';
import { nextMark, orderDay } from './today.ts';

const now = new Date('2026-11-23T11:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const empty = { answers: [], alerts: [], appointments: [], agreements: [], questions: [], relays: [] };
const answer = (id: string, over: object = {}) => ({
	id,
	urgent: false,
	level: null as Level | null,
	answerBy: later(48) as Date | null,
	stateSince: now,
	...over,
});
const alert = (
	id: string,
	personId: string,
	level: Level,
	day = '2026-11-23',
	snooze: Snooze | null = null,
) => ({
	id,
	personId,
	level,
	day,
	risenAt: now,
	snooze,
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test('what is urgent, then late, then due soonest, is answered first', () => {
	const answers = [
		answer('open', { answerBy: null }),
		answer('soon', { answerBy: later(2) }),
		answer('late', { level: 'rupture' }),
		answer('careful', { level: 'attention', answerBy: later(1) }),
		answer('urgent', { urgent: true, answerBy: later(90) }),
	];
	expect(ids(orderDay({ ...empty, answers }, now).answers)).toEqual([
		'urgent',
		'late',
		'careful',
		'soon',
		'open',
	]);
});

test('silences make a line a person and a day, the gravest first, then the oldest', () => {
	const day = orderDay(
		{
			...empty,
			alerts: [
				alert('b1', 'Bo', 'attention', '2026-11-20'),
				alert('a1', 'Al', 'attention'),
				alert('a2', 'Al', 'rupture'),
				alert('c1', 'Cy', 'last-call'),
				alert('a3', 'Al', 'attention', '2026-11-21'),
			],
		},
		now,
	);
	expect(day.silences.map(({ personId, alerts }) => [personId, ...ids(alerts)])).toEqual([
		['Cy', 'c1'],
		['Al', 'a2', 'a1'],
		['Bo', 'b1'],
		['Al', 'a3'],
	]);
	expect(day.counts.silences).toBe(5);
});

test('what is put off waits apart until its day, which counts again', () => {
	const put = (id: string, until: string) =>
		alert(id, id, 'rupture', '2026-11-20', { until, reason: 'Elle part' });
	const day = orderDay(
		{ ...empty, alerts: [put('far', '2026-12-10'), put('back', '2026-11-23'), put('near', '2026-11-24')] },
		now,
	);
	expect(day.silences.flatMap(({ alerts }) => ids(alerts))).toEqual(['back']);
	expect(ids(day.later)).toEqual(['near', 'far']);
	expect([day.counts.silences, day.total]).toEqual([1, 1]);
});

test('appointments are those to tell, of today and of tomorrow in Paris; the next one is named', () => {
	const at = (id: string, startsAt: string) => ({ id, startsAt: new Date(startsAt) });
	const day = orderDay(
		{
			...empty,
			appointments: [
				at('after', '2026-11-24T23:30:00Z'),
				at('tomorrow', '2026-11-24T22:30:00Z'),
				at('gone', '2026-11-19T09:00:00Z'),
				at('today', '2026-11-23T15:00:00Z'),
			],
		},
		now,
	);
	expect(ids(day.appointments)).toEqual(['gone', 'today', 'tomorrow']);
	expect(day.nextAppointment?.id).toBe('after');
});

test('nothing is lost nor counted twice, whatever comes', () => {
	const level = fc.constantFrom<Level>('attention', 'rupture', 'last-call');
	const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-23');
	const snooze = fc.constantFrom<Snooze | null>(null, { until: '2026-11-30', reason: 'r' });
	const alerts = fc.array(fc.tuple(fc.constantFrom('Al', 'Bo', 'Cy'), level, day, snooze));
	fc.assert(
		fc.property(alerts, (all) => {
			const rows = all.map(([who, grave, on, put], rank) => alert(String(rank), who, grave, on, put));
			const ordered = orderDay({ ...empty, alerts: rows }, now);
			const shown = [...ordered.silences.flatMap((group) => ids(group.alerts)), ...ids(ordered.later)];
			expect(shown.toSorted()).toEqual(ids(rows).toSorted());
			expect(ordered.total).toBe(rows.length - ordered.later.length);
		}),
	);
});

test.each([
	['2026-12-20T10:00:00Z', '2026-12-06'],
	['2026-12-07T10:00:00Z', '2026-11-30'],
	['2026-11-28T10:00:00Z', '2026-11-28'],
])('seen, what ends on %s comes back on %s', (endsAt, day) => {
	expect(nextMark(new Date(endsAt), now)).toBe(day);
});
