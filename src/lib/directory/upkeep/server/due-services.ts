import { type RawBuilder, sql } from 'kysely';

/** Whether the service `s` should be looked at again on a day: the SQL twin of `isDue` in `review.ts`. */
export const isDueOn = (today: string): RawBuilder<boolean> =>
	sql<boolean>`greatest(s.updated_on, s.verified_on) + make_interval(months => s.review_months) <= ${today}::date`;

/** The calendar day of an instant in Paris, YYYY-MM-DD. */
export const dayInParis = (at: Date): string => paris.format(at);

const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
