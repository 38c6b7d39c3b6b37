import { translate } from '#lib/texts/translator.ts';
import { clockTime } from '#lib/time/clock-time.ts';
import { instantOf, wallClock } from '#lib/time/zone.ts';

const paris = 'Europe/Paris';
const dayMs = 86_400_000;
const nine = 9 * 3_600_000;

/** How many days before an appointment she is reminded of it: two, then the day itself. */
export const reminderDays = [2, 0] as const;

export interface Reminder {
	readonly daysBefore: (typeof reminderDays)[number];
	readonly at: Date;
}

/** When to remind of an appointment: at nine in Paris, of what is still to come at that moment. */
export function remindersOf(startsAt: Date, now: Date): readonly Reminder[] {
	const wall = wallClock(startsAt, paris);
	const midnight = wall - (wall % dayMs);
	return reminderDays
		.map((daysBefore) => ({ daysBefore, at: instantOf(midnight - daysBefore * dayMs + nine, paris) }))
		.filter(({ at }) => at > now && at < startsAt);
}

const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: paris });

/**
 * « Rendez-vous mardi 14 h. Infos : 04 70 00 00 00 »: whoever reads over her shoulder learns neither why nor where.
 * Signs of the basic alphabet of text messages only, so that it stays one message (3GPP TS 23.038).
 */
export function reminderText({ startsAt, phone }: { startsAt: Date; phone: string | null }): string {
	const minutes = Math.floor((wallClock(startsAt, paris) % dayMs) / 60_000);
	const values = { day: weekday.format(startsAt), time: clockTime(minutes), phone: phone ?? 'none' };
	return translate('notes.sms', values).replaceAll('\u00a0', ' ');
}

/** What is known of reaching her. */
export interface Reachable {
	readonly contactRule: string;
	readonly phone: string | null;
	readonly email: string | null;
}

/** How to remind her: by text message, else by mail; never when she is not to be contacted. */
export function reminderWay({ contactRule, phone, email }: Reachable, textsLeave: boolean) {
	if (contactRule === 'never') return undefined;
	if (phone && textsLeave && takesTexts(phone)) return 'sms' as const;
	return email ? ('mail' as const) : undefined;
}

/** A French landline receives no text message. */
const takesTexts = (phone: string): boolean =>
	!/^(?:0|\+33|0033)[1-589]/.test(phone.replace(/[^\d+]/g, '').replace(/^\+330/, '+33'));
