import type { Chance } from './chance.ts';

const day = 86_400_000;

/** The calendar date this many days before another. Dates are YYYY-MM-DD. */
export const daysBefore = (today: string, days: number): string =>
	new Date(Date.parse(`${today}T00:00:00Z`) - days * day).toISOString().slice(0, 10);

/** The calendar date this many days after another. */
export const daysAfter = (today: string, days: number): string => daysBefore(today, -days);

/** A date of update: most within six months, some within two years, a few forgotten for longer. */
export function updateDate(today: string, chance: Chance): string {
	const [least, most] = chance.maybe(0.58) ? [0, 180] : chance.maybe(0.68) ? [181, 730] : [731, 1500];
	return daysBefore(today, chance.int(least, most));
}
