import { type Language, localeOf } from '#lib/texts/languages.ts';

const timeZone = 'Europe/Paris';

/** How a day and an hour of Paris are said in a language, with the figures of French letters and clocks. */
export interface SaysWhen {
	/** « mardi 1er décembre ». */
	readonly sayDay: (at: Date) => string;
	/** The same for a calendar date, YYYY-MM-DD. */
	readonly sayDate: (day: string) => string;
	/** « 14:30 ». */
	readonly sayTime: (at: Date) => string;
}

const known = new Map<Language, SaysWhen>();

export function sayWhenIn(language: Language): SaysWhen {
	const says = known.get(language) ?? made(language);
	known.set(language, says);
	return says;
}

function made(language: Language): SaysWhen {
	const locale = localeOf(language);
	const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
	const hour = new Intl.DateTimeFormat(locale, {
		hour: 'numeric',
		minute: '2-digit',
		hour12: false,
		timeZone,
	});
	const sayDay = (at: Date): string =>
		locale === 'fr' ? day.format(at).replace(/\b1\b(?= )/, '1er') : day.format(at);
	return {
		sayDay,
		sayDate: (date) => sayDay(new Date(`${date}T12:00:00Z`)),
		sayTime: (at) => hour.format(at),
	};
}
