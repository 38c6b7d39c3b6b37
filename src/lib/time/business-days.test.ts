import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween, isBusinessDay } from './business-days.ts';

const day = (at: Date): string => at.toISOString().slice(0, 10);
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

/** Easter Sunday, by the anonymous Gregorian computation (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Date {
	const a = year % 19;
	const [b, c] = [Math.floor(year / 100), year % 100];
	const [d, e] = [Math.floor(b / 4), b % 4];
	const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
	const h = (19 * a + b - d - g + 15) % 30;
	const [i, k] = [Math.floor(c / 4), c % 4];
	const l = (32 + 2 * e + 2 * i - h - k) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}

/** The days of the code du travail, L3133-1, L3134-13 and L3422-2, one by one. */
function holidays(year: number, department: string): Set<string> {
	const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
	const slavery: Record<string, string> = {
		971: '05-27',
		972: '05-22',
		973: '06-10',
		974: '12-20',
		976: '04-27',
		977: '10-09',
		978: '05-28',
	};
	const days = [
		...fixed.map((one) => `${year}-${one}`),
		...[1, 39, 50].map((after) => day(plus(easter(year), after))),
	];
	if (['57', '67', '68'].includes(department)) days.push(`${year}-12-26`, day(plus(easter(year), -2)));
	if (slavery[department]) days.push(`${year}-${slavery[department]}`);
	return new Set(days);
}

const departments = ['62', '75', '2A', '57', '67', '68', '971', '972', '973', '974', '976'];

test('each day of eleven years is worked, or not, as the code says', () => {
	for (const department of departments)
		for (let year = 2025; year <= 2035; year++) {
			const kept = holidays(year, department);
			for (let date = new Date(Date.UTC(year, 0, 1)); date.getUTCFullYear() === year; date = plus(date, 1)) {
				const worked = ![0, 6].includes(date.getUTCDay()) && !kept.has(day(date));
				expect(`${department} ${day(date)} ${isBusinessDay(day(date), department)}`).toBe(
					`${department} ${day(date)} ${worked}`,
				);
			}
		}
});

test('two business days over a weekend, a holiday, the change of clocks', () => {
	const at = (text: string) => new Date(text);
	expect(addBusinessDays(at('2026-11-20T10:00:00Z'), 2, '62')).toEqual(at('2026-11-24T10:00:00Z'));
	expect(addBusinessDays(at('2026-11-10T10:00:00Z'), 1, '62')).toEqual(at('2026-11-12T10:00:00Z'));
	// 25 October 2026: an hour more; the appointment stays at noon
	expect(addBusinessDays(at('2026-10-23T10:00:00Z'), 1, '62')).toEqual(at('2026-10-26T11:00:00Z'));
	expect(addBusinessDays(at('2026-11-21T15:00:00Z'), 1, '62')).toEqual(at('2026-11-23T23:00:00Z'));
	expect(addBusinessDays(at('2026-12-24T10:00:00Z'), 1, '62')).toEqual(at('2026-12-28T10:00:00Z'));
	expect(addBusinessDays(at('2027-12-23T10:00:00Z'), 1, '67')).toEqual(at('2027-12-24T10:00:00Z'));
});

test('counting and adding agree', () => {
	const instant = fc
		.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 0, 1) })
		.map((ms) => new Date(ms - (ms % 1000)));
	fc.assert(
		fc.property(
			instant,
			fc.integer({ min: 0, max: 40 }),
			fc.constantFrom(...departments),
			(from, days, department) => {
				const due = addBusinessDays(from, days, department);
				expect(businessDaysBetween(from, due, department)).toBe(days);
				if (days > 0)
					expect(businessDaysBetween(from, new Date(due.getTime() - 1000), department)).toBe(days - 1);
			},
		),
		{ numRuns: 400 },
	);
});
