import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { isReadable, openState } from '#lib/time/opening-hours.ts';
import { sayHours } from '#lib/time/say-hours.ts';
import { sayOpen } from '#lib/time/say-open.ts';
import { weekTable } from '#lib/time/week-table.ts';
import { zoneOf } from '#lib/time/zone.ts';
import type { Place } from './organisation.ts';

/** Opening hours, ready to be read. */
export interface ShownHours {
	/** « Ouvert jusqu’à 17 h 30 »; null when nothing is known. */
	readonly now: string | null;
	readonly open: boolean;
	readonly week: readonly { readonly day: string; readonly spans: string }[];
	/** Rule by rule, in words, when it is no plain week. */
	readonly said: readonly string[];
	/** What the source wrote, when no words are found for it. */
	readonly raw: string | null;
}

/** An address, line by line. */
export function addressLines(place: Place | null): string[] {
	if (!place) return [];
	const town = [place.postcode, place.communeName].filter(Boolean).join(' ');
	return [place.address, place.addressMore, town].filter((line): line is string => Boolean(line));
}

/** The hours of a week; `closed`: exceptionally closed that day, whatever they say. */
export function showHours(
	expression: string | null,
	place: Place | null,
	at: Date,
	closed = false,
): ShownHours {
	const none = { now: null, open: false, week: [], said: [], raw: null };
	if (!expression) return none;
	if (!isReadable(expression)) return { ...none, raw: expression };
	const zone = zoneOf(place?.communeCode ?? '75');
	const state = openState(expression, at, zone);
	const week = weekTable(expression);
	const said = week ? [] : (sayHours(expression) ?? []);
	return {
		now: closed ? translate('time.closed') : state ? sayOpen(state, at, zone) : null,
		open: !closed && state?.state === 'open',
		week: (week ?? []).map(({ day, spans }) => ({
			day: translate(`time.day-${day}` as TextKey),
			spans: spans.length > 0 ? spans.join(', ') : translate('time.day-closed'),
		})),
		said,
		raw: week || said.length > 0 ? null : expression,
	};
}

/** A link of the directory is shown only when it leads to the web: a source may write anything. */
export const webLink = (link: string | null): string | null =>
	link && /^https?:\/\//i.test(link) ? link : null;
