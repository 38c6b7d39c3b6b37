import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { translate } from '#lib/texts/translator.ts';

/**
 * One appointment as a calendar file (RFC 5545): when, and « Rendez-vous »; a phone shows its calendar to others.
 * Taken again, it moves or cancels what was there.
 */
export function calendarFile(
	appointment: {
		readonly id: string;
		readonly startsAt: Date;
		readonly minutes: number;
		readonly state: string;
		readonly version: number;
	},
	now: Date,
): string {
	const { id, startsAt, minutes, state, version } = appointment;
	const calendar = ical({
		prodId: { company: 'Passerelles', product: 'Rendez-vous', language: 'FR' },
		method: ICalCalendarMethod.PUBLISH,
	});
	calendar.createEvent({
		id,
		sequence: version - 1,
		stamp: now,
		start: startsAt,
		end: new Date(startsAt.getTime() + minutes * 60_000),
		summary: translate('notes.ics'),
		status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
	});
	return calendar.toString();
}
