import { expect, test } from 'vitest';
import { sunOf } from './sun.ts';

const paris = { lat: 48.8566, lon: 2.3522 };
const minutes = (date: Date | undefined, wanted: string) =>
	Math.abs((date?.getTime() ?? 0) - Date.parse(wanted)) / 60_000;

// Times published for Paris: 21 June 05:47–21:58 (summer time), 21 December 08:41–16:56.
test.each([
	['2026-06-21T12:00:00Z', '2026-06-21T03:47:00Z', '2026-06-21T19:58:00Z'],
	['2026-12-21T12:00:00Z', '2026-12-21T07:41:00Z', '2026-12-21T15:56:00Z'],
])('the sun of Paris on %s', (noon, rise, set) => {
	const sun = sunOf(new Date(noon), paris);
	expect(minutes(sun?.rise, rise)).toBeLessThan(4);
	expect(minutes(sun?.set, set)).toBeLessThan(4);
});

test('in polar night there is neither', () => {
	expect(sunOf(new Date('2026-12-21T12:00:00Z'), { lat: 80, lon: 0 })).toBeNull();
});
