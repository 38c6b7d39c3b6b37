import { translate } from '#lib/texts/translator.ts';
import { frenchMonth } from '#lib/time/dates.ts';
import { type EmergencyReason, reviewBy, stillToReview, stillToTell, tellBy } from './emergency.ts';
import { shownDate, whoOf } from './shown-agreement.ts';

const clock = 'Europe/Paris';
const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone: clock });
const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: clock });

/** « 14:05 », in Paris. */
export const shownTime = (at: Date): string => time.format(at);

interface Opened {
	readonly id: string;
	readonly workerName: string;
	readonly organisation: string;
	readonly reason: EmergencyReason;
	readonly explanation: string;
	readonly openedAt: Date;
	readonly toldAt: Date | null;
	readonly delayedBecause: string | null;
	readonly reviewedAt: Date | null;
	readonly review: 'justified' | 'not-justified' | null;
	readonly own: boolean;
}

/** An emergency as the lead organisation follows it: what is owed, by when, and what was answered. */
export function showEmergency(opened: Opened, at: Date) {
	const { id, workerName, organisation, toldAt, delayedBecause, reviewedAt, review } = opened;
	return {
		id,
		own: opened.own,
		title: translate('agreements.emergency-by', {
			who: whoOf(organisation, workerName),
			date: instant.format(opened.openedAt),
		}),
		reason: translate(`agreements.emergency-reason.${opened.reason}`),
		explanation: opened.explanation,
		toTell: stillToTell(opened),
		tellBy: translate('agreements.emergency-tell-by', { date: instant.format(tellBy(opened)) }),
		tellLate: stillToTell(opened) && delayedBecause === null && at > tellBy(opened),
		told: toldAt ? translate('agreements.emergency-told-on', { date: shownDate(toldAt) }) : null,
		delayed: delayedBecause ? translate('agreements.emergency-delayed', { because: delayedBecause }) : null,
		toReview: stillToReview(opened),
		reviewBy: translate('agreements.emergency-review-by', { date: shownDate(reviewBy(opened)) }),
		reviewLate: stillToReview(opened) && at > reviewBy(opened),
		reviewed:
			review && reviewedAt
				? translate(`agreements.emergency-reviewed.${review}`, { date: shownDate(reviewedAt) })
				: null,
	};
}
export type ShownEmergency = ReturnType<typeof showEmergency>;

/** The letter by which the person is told: who, when, why, what was seen, and what she can do. */
export const showLetter = (opened: Opened, lead: string) => ({
	paragraphs: [
		translate('agreements.letter-what', {
			date: instant.format(opened.openedAt),
			who: whoOf(opened.organisation, opened.workerName),
		}),
		translate('agreements.letter-why', {
			reason: translate(`agreements.emergency-reason.${opened.reason}`),
			explanation: opened.explanation,
		}),
		translate('agreements.letter-saw'),
		translate('agreements.letter-then'),
		translate('agreements.letter-where', { lead }),
	],
});

/** « Novembre 2026 : 3 ouvertures d’urgence sur toute la plateforme… » for a day of that month. */
export function sayMonth(
	day: string,
	counts: { readonly opened: number; readonly justified: number; readonly notJustified: number },
): string {
	const month = frenchMonth(day);
	return translate('agreements.emergency-month', {
		month: month.charAt(0).toUpperCase() + month.slice(1),
		...counts,
	});
}
