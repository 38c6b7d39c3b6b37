const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat('fr-FR', {
	dateStyle: 'long',
	timeStyle: 'short',
	timeZone: 'Europe/Paris',
});

const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** « 3 octobre 2026 » for a calendar date YYYY-MM-DD. */
export const frenchDate = (date: string): string => day.format(noonOf(date));

/** « octobre 2026 ». */
export const frenchMonth = (date: string): string => month.format(noonOf(date));

/** « 3 octobre 2026 à 14:05 », in Paris. */
export const frenchInstant = (at: Date): string => instant.format(at);

/** Whole months between a calendar date and an instant. */
export function ageInMonths(date: string, at: Date): number {
	const [year = 0, monthNumber = 1, dayNumber = 1] = date.split('-').map(Number);
	const months = (at.getUTCFullYear() - year) * 12 + at.getUTCMonth() + 1 - monthNumber;
	return Math.max(0, at.getUTCDate() < dayNumber ? months - 1 : months);
}
