import type { TextKey } from '#lib/texts/catalogue.ts';
import { elided } from '#lib/texts/elision.ts';
import { translate } from '#lib/texts/translator.ts';
import { needs } from '#lib/ui/needs.ts';
import { type Filters, writeAddress } from '../search/address.ts';
import type { Near } from '../search/query.ts';
import { chipsOf } from '../shown-form.ts';

const day = 86_400_000;

/** An address that nobody confirmed is forgotten after a week; an alert that nobody renewed, after a year. */
export const unconfirmedKept = 7 * day;
export const alertKept = 365 * day;

/** A month before its end, its owner is told, with a link to keep it. */
export const reminderAge = 335 * day;

/** Beyond, a search is no news but the directory: it must say more to be followed. */
export const mostFollowed = 2000;

/** Searches that one account, or one address, may keep. */
export const mostKept = 50;

/** The page that a mail opens; it only asks: mail scanners open links too. */
export const alertPath = (token: string): string => `/alertes/${token}`;

/** The search as it is kept: every page, at any hour, around a commune and never a position. */
export const keptFilters = (filters: Filters, near: Near | undefined): Filters => ({
	...filters,
	openNow: false,
	page: 1,
	point: undefined,
	...(filters.point && { commune: near?.communeCode ?? '' }),
});

/** The address's query, never empty. */
export const keptQuery = (filters: Filters): string => writeAddress(filters) || '?';

/** What the search is about, in one line: « garde · Familles, à moins de 20 km de Lens ». */
export function searchLabel(filters: Filters, place: string | undefined): string {
	const need = needs.find(({ key }) => key === filters.need);
	const about = [
		filters.words && translate('lists.about-words', { words: plainWords(filters.words) }),
		need && filters.topics.length === 0 && translate(need.labelKey as TextKey),
		...chipsOf(filters).map(({ label }) => label),
	].filter((part) => typeof part === 'string' && part !== '');
	const what = about.join(' · ') || translate('lists.about-all');
	if (!place) return what.slice(0, longestLabel);
	const near = translate('lists.about-near', { km: filters.radiusKm, place, elided: elided(place) });
	return `${what.slice(0, longestLabel - near.length - 2)}, ${near}`;
}

const longestLabel = 300;

/** Words without what makes an address: a mail repeats them to somebody who may not have typed them. */
const plainWords = (words: string): string =>
	words
		.replace(/[^\p{L}\p{M}\p{N} '’-]+/gu, ' ')
		.trim()
		.slice(0, 60);

/** Ids that were not known, once each, in the order found. */
export function newsOf(known: readonly string[], found: readonly string[]): string[] {
	const told = new Set(known);
	return [...new Set(found)].filter((id) => !told.has(id));
}

const paris = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Paris',
	hour: 'numeric',
	hourCycle: 'h23',
});
const hour = 3_600_000;

/** The next time it is six in the morning in Paris, to the hour, after an instant. */
export function nextDawn(at: Date): Date {
	let next = new Date(at.getTime() + hour - (at.getTime() % hour));
	while (paris.format(next) !== '06') next = new Date(next.getTime() + hour);
	return next;
}
