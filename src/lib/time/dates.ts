import { translate } from '#lib/texts/translator.ts';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** « 3 octobre 2026 », « 1er mai 2026 » for a calendar date YYYY-MM-DD. */
export const frenchDate = (date: string): string => day.format(noonOf(date)).replace(/^1 /, '1er ');

/** « octobre 2026 ». */
export const frenchMonth = (date: string): string => month.format(noonOf(date));

/** Whole months between a calendar date and an instant. */
export function ageInMonths(date: string, at: Date): number {
	const [year = 0, monthNumber = 1, dayNumber = 1] = date.split('-').map(Number);
	const months = (at.getUTCFullYear() - year) * 12 + at.getUTCMonth() + 1 - monthNumber;
	return Math.max(0, at.getUTCDate() < dayNumber ? months - 1 : months);
}

export type Freshness = 'fresh' | 'to-check' | 'old';

/** What a date of verification is worth: fresh under six months, to check up to two years, then old. */
export function freshness(date: string, at: Date): Freshness {
	const months = ageInMonths(date, at);
	if (months < 6) return 'fresh';
	return months < 24 ? 'to-check' : 'old';
}

/** « hier », « il y a 12 jours », « il y a 7 mois », « il y a 3 ans »; a date to come is today. */
export function timeAgo(date: string, at: Date): string {
	const months = ageInMonths(date, at);
	if (months >= 24) return translate('time.years-ago', { years: Math.floor(months / 12) });
	if (months >= 1) return translate('time.months-ago', { months });
	const today = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
	const days = Math.round((today - Date.parse(`${date}T00:00:00Z`)) / 86_400_000);
	if (days <= 0) return translate('time.today');
	return days === 1 ? translate('time.yesterday') : translate('time.days-ago', { days });
}
