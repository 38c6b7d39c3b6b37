import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateIn, instantOf, wallClock, zoneOf } from './zone.ts';

const shown = (iso: string, zone: string) =>
	new Date(wallClock(new Date(iso), zone)).toISOString().slice(0, 16);

test('each place has its own clock', () => {
	expect(zoneOf('62498').clock).toBe('Europe/Paris');
	expect(zoneOf('2A004').clock).toBe('Europe/Paris');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('62498').clock)).toBe('2026-07-01T14:00');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('97411').clock)).toBe('2026-07-01T16:00');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('97302').clock)).toBe('2026-07-01T09:00');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('98818').clock)).toBe('2026-07-01T23:00');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('97502').clock)).toBe('2026-07-01T10:00');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('98735').clock)).toBe('2026-07-01T02:00');
	expect(shown('2026-07-01T12:00:00Z', zoneOf('98731').clock)).toBe('2026-07-01T02:30'); // Nuku-Hiva
});

test('the days when the hour changes', () => {
	expect(shown('2026-03-29T00:59:00Z', 'Europe/Paris')).toBe('2026-03-29T01:59');
	expect(shown('2026-03-29T01:00:00Z', 'Europe/Paris')).toBe('2026-03-29T03:00');
	expect(instantOf(Date.UTC(2026, 2, 29, 9), 'Europe/Paris').toISOString()).toBe('2026-03-29T07:00:00.000Z');
	expect(instantOf(Date.UTC(2026, 9, 25, 9), 'Europe/Paris').toISOString()).toBe('2026-10-25T08:00:00.000Z');
	expect(instantOf(Date.UTC(2026, 2, 29, 2, 30), 'Europe/Paris').toISOString()).toBe(
		'2026-03-29T01:00:00.000Z', // 2.30 does not exist: the leap
	);
	const first = instantOf(Date.UTC(2026, 9, 25, 2, 30), 'Europe/Paris');
	expect(first.toISOString()).toBe('2026-10-25T00:30:00.000Z');
	const second = instantOf(Date.UTC(2026, 9, 25, 2, 30), 'Europe/Paris', first.getTime() + 1);
	expect(second.toISOString()).toBe('2026-10-25T01:30:00.000Z');
});

test('a clock read and written gives the instant back, but for the hour that autumn plays twice', () => {
	const zones = ['62', '971', '974', '975', '987'].map((code) => zoneOf(code).clock);
	const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(instant, fc.constantFrom(...zones), (date, zone) => {
			const second = new Date(Math.floor(date.getTime() / 1000) * 1000);
			const back = instantOf(wallClock(second, zone), zone).getTime() - second.getTime();
			expect([0, 3_600_000, -3_600_000]).toContain(back);
			expect(wallClock(new Date(second.getTime() + back), zone)).toBe(wallClock(second, zone));
		}),
	);
});

test('every zone that the table names is known to the machine', () => {
	for (const code of [...Array(1000).keys()].map((number) => String(number).padStart(3, '0')))
		expect(() => wallClock(new Date(), zoneOf(code).clock)).not.toThrow();
});

test('the calendar day is that of the place', () => {
	const at = new Date('2026-11-23T23:30:00Z');
	expect(dateIn(at, zoneOf('75').clock)).toBe('2026-11-24');
	expect(dateIn(at, zoneOf('973').clock)).toBe('2026-11-23');
});
