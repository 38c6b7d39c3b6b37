import { lookedAtOn } from '../quality.ts';

/** Every how many months a service asks to be looked at again. "Never" is not offered. */
export const rhythms = [1, 3, 6, 12, 24] as const;

interface Reviewed {
	readonly updatedOn: string;
	readonly verifiedOn: string | null;
	readonly reviewMonths: number;
}

/** The calendar day (YYYY-MM-DD) from which somebody should look at it again. */
export const reviewDueOn = (service: Reviewed): string =>
	addMonths(lookedAtOn(service), service.reviewMonths);

export const isDue = (service: Reviewed, today: string): boolean => reviewDueOn(service) <= today;

/** The same day so many months later; the last of the month where it has no such day, as PostgreSQL does. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}
