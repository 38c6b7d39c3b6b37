import { translate } from '#lib/texts/translator.ts';
import { clockTime } from '#lib/time/clock-time.ts';
import { dateIn, wallClock } from '#lib/time/zone.ts';
import type { AppointmentState } from './appointment.ts';

const clock = 'Europe/Paris';
const longDay = new Intl.DateTimeFormat('fr-FR', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: clock,
});

/** « mardi 1 décembre 2026 », in Paris; the first of a month is said « 1er ». */
export const dayTold = (at: Date): string => longDay.format(at).replace(/ 1 /, ' 1er ');

/** « 14 h 30 », in Paris. */
export const timeTold = (at: Date): string =>
	clockTime(Math.floor((wallClock(at, clock) % 86_400_000) / 60_000));

interface ReadAppointment {
	readonly id: string;
	readonly subjectLine: string;
	readonly withName: string;
	readonly startsAt: Date;
	readonly minutes: number;
	readonly place: string | null;
	readonly phone: string | null;
	readonly state: AppointmentState;
	readonly reason: string | null;
	readonly remind: boolean;
	readonly version: number;
	readonly organisation: string;
	readonly step: string | null;
}

/** An appointment as its page shows it at an instant. */
export const showAppointment = (appointment: ReadAppointment, at: Date) => {
	const { startsAt, state, minutes, withName: name } = appointment;
	const gone = startsAt <= at;
	return {
		...appointment,
		gone,
		coming: state === 'planned' && !gone,
		unsaid: state === 'planned' && gone,
		when: translate('notes.when', { day: dayTold(startsAt), time: timeTold(startsAt) }),
		told: translate('notes.appointment-told', { name, minutes }),
		stateTold: translate(state === 'planned' && gone ? 'notes.state-unsaid' : `notes.state-${state}`),
		on: dateIn(startsAt, clock),
		at: new Date(wallClock(startsAt, clock)).toISOString().slice(11, 16),
	};
};
export type ShownAppointment = ReturnType<typeof showAppointment>;
