import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { isOpenAt, isReadable, openState } from './opening-hours.ts';
import { type Zone, zoneOf } from './zone.ts';

const paris = zoneOf('75');
const week = 'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off';
const open = (iso: string, expression = week, zone: Zone = paris) =>
	isOpenAt(expression, new Date(iso), zone);
const state = (iso: string, expression = week, zone: Zone = paris) =>
	openState(expression, new Date(iso), zone);

afterEach(() => vi.restoreAllMocks());

test('open and closed on the clocks of the place', () => {
	expect(open('2026-11-23T09:00:00Z')).toBe(true); // Monday, 10 a.m. in Paris
	expect(open('2026-11-23T12:00:00Z')).toBe(false); // 1 p.m.
	expect(open('2026-11-22T09:00:00Z')).toBe(false); // Sunday
	expect(open('2026-11-23T06:00:00Z', week, zoneOf('97411'))).toBe(true); // 10 a.m. in Saint-Denis
	expect(open('2026-11-23T06:00:00Z')).toBe(false); // 7 a.m. in Paris
});

test('public holidays of France, and those that a département keeps alone', () => {
	expect(open('2026-11-11T09:00:00Z')).toBe(false);
	expect(open('2026-05-25T08:00:00Z')).toBe(false); // Whit Monday
	const goodFriday = '2027-03-26T09:00:00Z';
	expect(open(goodFriday)).toBe(true);
	for (const department of ['57', '67', '68']) expect(open(goodFriday, week, zoneOf(department))).toBe(false);
	expect(open('2026-12-26T09:00:00Z', week, zoneOf('67482'))).toBe(false);
	expect(open('2026-12-26T09:00:00Z')).toBe(true);
	expect(open('2027-05-27T14:00:00Z', week, zoneOf('97105'))).toBe(false); // abolition of slavery, Guadeloupe
});

test('school holidays of the zone of the département', () => {
	const term = 'Mo-Fr 09:00-17:00; SH off';
	const winter = '2026-02-10T10:00:00Z'; // zone A is on holiday, zones B and C are not
	expect(open(winter, term, zoneOf('69'))).toBe(false);
	expect(open(winter, term, zoneOf('59'))).toBe(true);
	expect(open(winter, term, zoneOf('75'))).toBe(true);
});

test('holidays that nobody has published yet are unknown, and said once, to nobody', () => {
	const noise = vi.spyOn(console, 'error');
	expect(state('2040-07-20T10:00:00Z', 'Mo-Fr 09:00-17:00; SH off')).toEqual({
		state: 'unknown',
		nextChange: null,
		next: null,
	});
	expect(noise).not.toHaveBeenCalled();
});

test('the next change is told as an instant, with what it brings', () => {
	const at = '2026-11-23T09:00:00Z';
	expect(state(at)).toEqual({
		state: 'open',
		nextChange: new Date('2026-11-23T11:00:00Z'),
		next: 'closed',
	});
	expect(state(at, '24/7')).toEqual({ state: 'open', nextChange: null, next: null });
	expect(state(at, 'Mo 09:00-12:00 "au guichet", Mo 12:00-14:00 "par téléphone"')).toMatchObject({
		state: 'unknown',
		comment: 'au guichet',
	});
	expect(state(at, 'Mo-Fr 10:00-11:00 open "A", 11:00-12:00 open "B"')?.nextChange).toEqual(
		new Date('2026-11-23T11:00:00Z'),
	);
});

test('a night in which spring skips an hour', () => {
	const night = 'Sa 22:00-26:30';
	const at = '2026-03-29T00:30:00Z'; // 1.30 on Sunday, half an hour before the leap
	expect(state(at, night)).toMatchObject({ state: 'open', nextChange: new Date('2026-03-29T01:00:00Z') });
	expect(open('2026-03-29T01:00:00Z', night)).toBe(false); // 3 o'clock
});

test('a night in which autumn plays an hour twice', () => {
	const night = 'Sa 22:00-26:30';
	const closing = (iso: string) => state(iso, night)?.nextChange?.toISOString();
	expect(closing('2026-10-25T00:15:00Z')).toBe('2026-10-25T00:30:00.000Z'); // first 2.15
	expect(state('2026-10-25T00:45:00Z', night)).toMatchObject({
		state: 'closed',
		nextChange: new Date('2026-10-25T01:00:00Z'), // the clock shows 2 again
		next: 'open',
	});
	expect(closing('2026-10-25T01:15:00Z')).toBe('2026-10-25T01:30:00.000Z'); // second 2.15
});

test('a day when the hour changes', () => {
	expect(open('2026-03-30T07:30:00Z')).toBe(true); // 9.30 in summer time
	expect(open('2026-03-27T07:30:00Z')).toBe(false); // 8.30 in winter time
});

test.each([
	['nothing', ''],
	['a sentence', 'sur rendez-vous le matin'],
	['half a range', 'Mo-'],
	['no hour at all', 'Mo 25:00-26:00-'],
	['a script', '<script>'],
	['10,000 letters', 'x'.repeat(10_000)],
	['a thousand rules', 'Mo 09:00-12:00; '.repeat(1000)],
	['a name of JavaScript', 'constructor'],
	['a zero byte', '\0'],
	['the sun, which the machine would place elsewhere', 'Mo-Fr sunrise-sunset'],
])('what cannot be read is not known: %s', (_, text) => {
	expect(isReadable(text)).toBe(false);
	expect(openState(text, new Date('2026-11-23T09:00:00Z'), paris)).toBeUndefined();
	expect(isOpenAt(text, new Date('2026-11-23T09:00:00Z'), paris)).toBeUndefined();
});

const time = fc
	.tuple(fc.integer({ min: 0, max: 26 }), fc.constantFrom('00', '15', '30'))
	.map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
const rule = fc
	.tuple(
		fc.constantFrom(
			'Mo',
			'Tu-Th',
			'Fr',
			'Sa',
			'Su',
			'Mo-Fr',
			'Sa,Su',
			'Apr-Sep Mo',
			'Oct Su[-1]',
			'PH',
			'week 1-53/2 We',
		),
		time,
		time,
		fc.constantFrom('', ' "sur rendez-vous"', ' off'),
	)
	.map(([days, from, to, end]) => `${days} ${from}-${to}${end}`);
const expression = fc.array(rule, { minLength: 1, maxLength: 4 }).map((rules) => rules.join('; '));
const anyInstant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
/** The hours around both changes of 2026 in Europe, to the quarter. */
const quarterMs = 900_000;
const changing = fc
	.tuple(fc.constantFrom('2026-03-29T00:00Z', '2026-10-25T00:00Z'), fc.integer({ min: -8, max: 16 }))
	.map(([day, quarters]) => new Date(Date.parse(day) + quarters * quarterMs));
const zone = fc.constantFrom('75', '67', '973', '975', '987').map(zoneOf);

test('the next change comes after, is a change, and nothing changes before it', () => {
	fc.assert(
		fc.property(expression, fc.oneof(anyInstant, changing), zone, (text, at, where) => {
			const now = openState(text, at, where);
			if (!now?.nextChange) return;
			const change = now.nextChange.getTime();
			expect(change).toBeGreaterThan(at.getTime());
			const fresh = (instant: number) => openState(`${text} `, new Date(instant), where)?.state; // the space: not from memory
			expect(fresh(change)).toBe(now.next);
			expect(now.next).not.toBe(now.state);
			for (const part of [0.25, 0.5, 0.75])
				expect(fresh(at.getTime() + (change - at.getTime()) * part)).toBe(now.state);
			expect(fresh(change - 1000)).toBe(now.state);
		}),
		{ numRuns: 400 },
	);
});

const token = fc.constantFrom(
	'Mo',
	'-',
	',',
	';',
	'||',
	':',
	'9',
	'24/7',
	'PH',
	'week',
	'easter',
	'[1]',
	'"',
	'(',
	'+',
	'/',
	' ',
	'off',
	'12:00',
	'Feb 29',
	'2026',
	'é',
	'\n',
);

test('never throws, whatever is written', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(token, { maxLength: 60 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, anyInstant, (written, at) => {
			openState(written, at, paris);
		}),
		{ numRuns: 500 },
	);
});
