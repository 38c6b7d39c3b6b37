import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpenAt, openState, weekTable } from './opening-hours.ts';

const paris = 'Europe/Paris';
const week = 'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off';
const open = (iso: string, expression = week, zone = paris) => isOpenAt(expression, new Date(iso), zone);

test('open and closed on the clocks of the place', () => {
	expect(open('2026-11-23T09:00:00Z')).toBe(true); // Monday, 10 a.m. in Paris
	expect(open('2026-11-23T12:00:00Z')).toBe(false); // 1 p.m.
	expect(open('2026-11-22T09:00:00Z')).toBe(false); // Sunday
	expect(open('2026-11-23T06:00:00Z', week, 'Indian/Reunion')).toBe(true); // 10 a.m. in Saint-Denis
	expect(open('2026-11-23T06:00:00Z')).toBe(false); // 7 a.m. in Paris
});

test('public holidays of France', () => {
	expect(open('2026-11-11T09:00:00Z')).toBe(false);
	expect(open('2026-05-25T08:00:00Z')).toBe(false); // Whit Monday
});

test('the next change is told as an instant', () => {
	const at = new Date('2026-11-23T09:00:00Z');
	expect(openState(week, at, paris)).toEqual({ state: 'open', nextChange: new Date('2026-11-23T11:00:00Z') });
	expect(openState('24/7', at, paris)).toEqual({ state: 'open', nextChange: null });
});

test('a day when the hour changes', () => {
	expect(open('2026-03-30T07:30:00Z')).toBe(true); // 9.30 in summer time
	expect(open('2026-03-27T07:30:00Z')).toBe(false); // 8.30 in winter time
});

test('what cannot be read is unknown, and costs nothing', () => {
	for (const text of ['', 'sur rendez-vous', 'Mo-', 'Mo 25:00-26:00-', '<script>', 'x'.repeat(10_000), '\0'])
		expect(isOpenAt(text, new Date('2026-11-23T09:00:00Z'), paris)).not.toBe(true);
});

test('a week for display, Monday first', () => {
	const days = weekTable(week, new Date('2026-12-07T09:00:00Z'));
	const spans = days?.[0]?.spans.map((span) => span.replaceAll('\u00a0', ' '));
	expect(spans).toEqual(['9 h – 12 h', '14 h – 17 h 30']);
	expect(days?.[6]).toEqual({ day: 6, spans: [] });
	expect(weekTable('Jul-Aug Mo 09:00-12:00', new Date('2026-12-07T09:00:00Z'))).toBeUndefined();
});

const time = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
	.map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
const rule = fc
	.tuple(fc.constantFrom('Mo', 'Tu-Th', 'Fr', 'Sa', 'Su', 'Mo-Fr', 'Apr-Sep Mo', 'PH'), time, time)
	.map(([days, from, to]) => `${days} ${from}-${to}`);
const expression = fc.oneof(
	fc.array(rule, { minLength: 1, maxLength: 4 }).map((rules) => rules.join('; ')),
	fc.string(),
);
const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

test('never throws; the next change comes after, and the state holds until then', () => {
	fc.assert(
		fc.property(expression, instant, fc.constantFrom(paris, 'America/Cayenne'), (text, at, zone) => {
			const now = openState(text, at, zone);
			if (!now?.nextChange) return;
			expect(now.nextChange.getTime()).toBeGreaterThan(at.getTime());
			const before = new Date(now.nextChange.getTime() - 60_000);
			if (before > at) expect(openState(`${text} `, before, zone)?.state).toBe(now.state); // the space: not from memory
		}),
		{ numRuns: 300 },
	);
});
