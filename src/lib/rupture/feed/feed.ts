import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { translate } from '#lib/texts/translator.ts';
import { addDays } from '#lib/time/days.ts';

/** How far a private calendar looks back and ahead, in days. */
export const feedDays = { back: 7, ahead: 90 } as const;

/** How often a calendar is asked to read again; it decides. */
const everySeconds = 3600;

interface Entry {
	readonly id: string;
	readonly pathwayId: string;
	/** Counted from 1, as the row's. */
	readonly version: number;
}
/** What a private calendar holds: when, and which sheet to open. No word about anybody. */
export type FeedEntry =
	| (Entry & { readonly kind: 'appointment'; readonly startsAt: Date; readonly minutes: number })
	| (Entry & { readonly kind: 'step' | 'agreement'; readonly day: string });

const sheets = { appointment: 'rendez-vous', step: 'etapes', agreement: 'accords' } as const;

export const feedPath = (token: string): string => `/agenda-prive/${token}.ics`;

/**
 * A calendar to subscribe to (RFC 5545), read again and again: it has no method, and what ended is simply not there
 * any more. Appointments are instants in UTC, the rest whole days; each entry keeps its UID.
 * @param origin the installation's address, without a last slash
 */
export function feedFile(entries: readonly FeedEntry[], origin: string, now: Date): string {
	const calendar = ical({
		prodId: { company: 'Passerelles', product: 'Agenda', language: 'FR' },
		name: translate('feed.calendar'),
		ttl: everySeconds,
	});
	for (const entry of entries) calendar.createEvent(eventOf(entry, origin, now));
	const file = calendar.toString();
	return entries.length > 0 ? file : file.replace('END:VCALENDAR', `${clock}\r\nEND:VCALENDAR`);
}

/** A calendar must hold something (RFC 5545 section 3.6): the clock that its instants are read on, when nothing is planned. */
const clock = [
	'BEGIN:VTIMEZONE',
	'TZID:UTC',
	'BEGIN:STANDARD',
	'DTSTART:19700101T000000',
	'TZOFFSETFROM:+0000',
	'TZOFFSETTO:+0000',
	'END:STANDARD',
	'END:VTIMEZONE',
].join('\r\n');

function eventOf(entry: FeedEntry, origin: string, now: Date): ICalEventData {
	// Some calendars show the address, others what is described: both lead to the sheet, which asks to sign in.
	const sheet = `${origin}/parcours/${entry.pathwayId}/${sheets[entry.kind]}`;
	return {
		id: entry.id,
		sequence: entry.version - 1,
		stamp: now,
		summary: translate(`feed.${entry.kind}`),
		description: sheet,
		url: sheet,
		...(entry.kind === 'appointment' ? lasting(entry) : wholeDay(entry.day)),
	};
}

const lasting = ({ startsAt, minutes }: { startsAt: Date; minutes: number }) => ({
	start: startsAt,
	end: new Date(startsAt.getTime() + minutes * 60_000),
});

/** A day to think of something takes nobody's time. */
const wholeDay = (day: string) => ({
	allDay: true,
	start: new Date(`${day}T00:00:00Z`),
	end: new Date(`${addDays(day, 1)}T00:00:00Z`),
	transparency: ICalEventTransparency.TRANSPARENT,
});
