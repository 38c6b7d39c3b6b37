import { dayTold, timeTold } from '#lib/pathway/appointments/shown-appointment.ts';
import type { ReferralState } from '#lib/pathway/referrals/referral.ts';
import { sayClock, stateLabel } from '#lib/pathway/referrals/shown-referral.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import type { Level } from '../evaluate.ts';
import type { Desk } from './absence.ts';

/** « pour Awa, absente jusqu'au … »; nothing for one's own. */
export function sayForWhom({ forWhom }: Desk, hatId: string | null): string | null {
	const away = hatId === null ? undefined : forWhom.get(hatId);
	return away ? translate('today.for', { name: away.name, date: frenchDate(away.untilDay) }) : null;
}

export const nameOr = (name: string | null): string => name ?? translate('today.someone');

interface Answer {
	readonly id: string;
	readonly side: 'source' | 'target';
	readonly state: ReferralState;
	readonly stateSince: Date;
	readonly answerBy: Date | null;
	readonly firstContactOn: string | null;
	readonly waitingUntil: string | null;
	readonly reviewOn: string | null;
	readonly domain: string;
	readonly urgent: boolean;
	readonly source: string | null;
	readonly target: string | null;
	readonly person: string | null;
	readonly level: Level | null;
	readonly hatId: string | null;
}

/** The form of the referral's page that most often answers. */
const asked = (state: ReferralState): 'answer' | 'meet' | 'say' | 'reply' => {
	if (state === 'info-needed') return 'reply';
	if (state === 'accepted') return 'meet';
	return state === 'sent' || state === 'under-review' ? 'answer' : 'say';
};

/** A referral to answer, as the list says it. */
export const showAnswer = (answer: Answer, desk: Desk, at: Date) => ({
	id: answer.id,
	name: nameOr(answer.person),
	state: stateLabel(answer.state),
	urgent: answer.urgent,
	level: answer.level,
	levelLabel: answer.level && translate(`rupture.level-${answer.level}`),
	about: `${translate(`grid.${answer.domain}` as 'grid.housing')}, ${
		(answer.side === 'target' ? answer.source : answer.target) ?? translate('rupture.organisation-unnamed')
	}`,
	clock: answer.state === 'info-needed' ? translate('today.clock-reply') : sayClock(answer, answer.side, at),
	action: translate(`today.answer-${asked(answer.state)}`),
	forWhom: sayForWhom(desk, answer.hatId),
});
export type ShownAnswer = ReturnType<typeof showAnswer>;

interface Appointment {
	readonly id: string;
	readonly pathwayId: string;
	readonly hatId: string;
	readonly version: number;
	readonly subjectLine: string;
	readonly startsAt: Date;
	readonly place: string | null;
	readonly person: string | null;
}

/** An appointment to keep, or to tell once its hour has come. */
export const showAppointment = (appointment: Appointment, desk: Desk, at: Date) => ({
	id: appointment.id,
	pathwayId: appointment.pathwayId,
	version: appointment.version,
	name: nameOr(appointment.person),
	about: appointment.subjectLine,
	place: appointment.place,
	gone: appointment.startsAt <= at,
	when: whenTold(appointment.startsAt, at),
	forWhom: sayForWhom(desk, appointment.hatId),
});
export type ShownAppointment = ReturnType<typeof showAppointment>;

/** « Aujourd'hui à 14 h 30 », « Demain à 9 h », « lundi 23 novembre à 11 h ». */
export function whenTold(startsAt: Date, at: Date): string {
	const [day, time] = [dayOf(startsAt), timeTold(startsAt)];
	if (day === dayOf(at)) return translate('today.when-today', { time });
	if (day === addDays(dayOf(at), 1)) return translate('today.when-tomorrow', { time });
	return translate('notes.when', { day: dayTold(startsAt), time });
}

interface Agreement {
	readonly id: string;
	readonly pathwayId: string;
	readonly hatId: string;
	readonly endsAt: Date;
	readonly organisation: string;
	readonly person: string;
}

export const daysUntil = (endsAt: Date, at: Date): number =>
	Math.round((Date.parse(dayOf(endsAt)) - Date.parse(dayOf(at))) / 86_400_000);

export const showAgreement = ({ id, pathwayId, hatId, ...agreement }: Agreement, desk: Desk, at: Date) => ({
	id,
	pathwayId,
	name: agreement.person,
	soon: daysUntil(agreement.endsAt, at) <= 7,
	left: translate('today.agreement-left', { days: daysUntil(agreement.endsAt, at) }),
	about: translate('today.agreement-about', {
		organisation: agreement.organisation,
		date: frenchDate(dayOf(agreement.endsAt)),
	}),
	forWhom: sayForWhom(desk, hatId),
});
export type ShownAgreement = ReturnType<typeof showAgreement>;

interface Question {
	readonly id: string;
	readonly hatId: string;
	readonly domain: string;
	readonly endedAt: Date;
	readonly target: string | null;
	readonly person: string | null;
}

/** A request said done, of which she has said nothing yet. */
export const showQuestion = ({ id, hatId, ...question }: Question, desk: Desk) => ({
	id,
	name: nameOr(question.person),
	about: translate('today.question-about', {
		need: translate(`grid.${question.domain}` as 'grid.housing'),
		organisation: question.target ?? translate('rupture.organisation-unnamed'),
		date: frenchDate(dayOf(question.endedAt)),
	}),
	forWhom: sayForWhom(desk, hatId),
});
export type ShownQuestion = ReturnType<typeof showQuestion>;

interface Relay {
	readonly id: string;
	readonly hatId: string | null;
	readonly fromName: string;
	readonly fromOrganisation: string;
	readonly meetingOn: string | null;
	readonly person: string | null;
	readonly pathwayId: string;
}

/** A relay; whoever replaces the one it was proposed to reads it, and does not answer for her. */
export const showRelay = ({ id, hatId, pathwayId, ...relay }: Relay, desk: Desk) => ({
	id,
	/** Opened by those who may know her. */
	pathwayId: relay.person === null ? null : pathwayId,
	name: nameOr(relay.person),
	about: translate('today.relay-about', { name: relay.fromName, organisation: relay.fromOrganisation }),
	meeting: relay.meetingOn && translate('today.relay-meeting', { date: frenchDate(relay.meetingOn) }),
	mine: hatId === null || !desk.forWhom.has(hatId),
	forWhom: sayForWhom(desk, hatId),
});
export type ShownRelay = ReturnType<typeof showRelay>;
