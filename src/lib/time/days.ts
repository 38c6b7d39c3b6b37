const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** The calendar date, YYYY-MM-DD, that an instant falls on in Paris. */
export const dayOf = (at: Date): string => paris.format(at);

/** A calendar date so many days later, or earlier. */
export const addDays = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
