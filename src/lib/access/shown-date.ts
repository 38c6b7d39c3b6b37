const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
const shortDay = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeZone: 'Europe/Paris' });
const instant = new Intl.DateTimeFormat('fr-FR', {
	dateStyle: 'long',
	timeStyle: 'short',
	timeZone: 'Europe/Paris',
});

/** « 23 novembre 2026 », in Paris; written on the server, so that the page reads the same everywhere. */
export const shownDay = (at: Date): string => day.format(at);

/** « 23 nov. 2026 », for the cells of a table. */
export const shownShortDay = (at: Date): string => shortDay.format(at);

/** « 23 novembre 2026 à 12:00 », in Paris. */
export const shownInstant = (at: Date): string => instant.format(at);
