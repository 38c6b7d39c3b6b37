import { addDays, dayOf } from '#lib/time/days.ts';
import { isPutOff, type OpenAlert } from '../alerts/alert.ts';
import type { Level } from '../evaluate.ts';
import { type AlertGroup, groupAlerts } from '../evaluate.ts';

/** The parts of a day, in the order in which they are read. */
export const sections = ['answers', 'silences', 'appointments', 'agreements', 'questions', 'relays'] as const;
export type Section = (typeof sections)[number];

/** What the order of the day looks at; whoever asks brings rows that say more. */
export interface AnswerDue {
	readonly urgent: boolean;
	/** The gravest alert on it, when the silence is ours. */
	readonly level: Level | null;
	readonly answerBy: Date | null;
	readonly stateSince: Date;
}
export interface AppointmentDue {
	readonly startsAt: Date;
}
export interface AgreementEnding {
	readonly endsAt: Date;
}
export interface QuestionDue {
	readonly endedAt: Date;
}
export interface RelayAwaited {
	readonly proposedAt: Date;
}

export interface DayRows<Answer, Alert, Appointment, Agreement, Question, Relay> {
	readonly answers: readonly Answer[];
	readonly alerts: readonly Alert[];
	readonly appointments: readonly Appointment[];
	readonly agreements: readonly Agreement[];
	readonly questions: readonly Question[];
	readonly relays: readonly Relay[];
}

export interface Day<Answer, Alert, Appointment, Agreement, Question, Relay> {
	readonly answers: readonly Answer[];
	/** A line a person and a day: the gravest first, then the oldest. */
	readonly silences: readonly AlertGroup<Alert & Grouped>[];
	/** Put off until another day, the nearest first. */
	readonly later: readonly Alert[];
	/** Gone and still to tell, then those of today and tomorrow. */
	readonly appointments: readonly Appointment[];
	/** The first one after tomorrow. */
	readonly nextAppointment: Appointment | null;
	readonly agreements: readonly Agreement[];
	readonly questions: readonly Question[];
	readonly relays: readonly Relay[];
	readonly counts: Readonly<Record<Section, number>>;
	readonly total: number;
}
type Grouped = Pick<OpenAlert, 'personId' | 'day' | 'level'>;

const gravity: readonly (Level | null)[] = ['last-call', 'rupture', 'attention', null];

/** The gravest level of some alerts; null without any. */
export const gravestOf = (alerts: readonly { readonly level: Level }[]): Level | null =>
	alerts.map(({ level }) => level).toSorted(byGravity)[0] ?? null;

const byGravity = (a: Level | null, b: Level | null): number => gravity.indexOf(a) - gravity.indexOf(b);
const byDate = (a: Date, b: Date): number => a.getTime() - b.getTime();
const never = new Date(8.64e15);

/** Orders what awaits somebody at an instant, and counts what can be closed. */
export function orderDay<
	Answer extends AnswerDue,
	Alert extends Grouped & Pick<OpenAlert, 'snooze' | 'risenAt'>,
	Appointment extends AppointmentDue,
	Agreement extends AgreementEnding,
	Question extends QuestionDue,
	Relay extends RelayAwaited,
>(
	rows: DayRows<Answer, Alert, Appointment, Agreement, Question, Relay>,
	at: Date,
): Day<Answer, Alert, Appointment, Agreement, Question, Relay> {
	const today = dayOf(at);
	const open = rows.alerts.filter((alert) => !isPutOff(alert, today));
	const byStart = rows.appointments.toSorted((a, b) => byDate(a.startsAt, b.startsAt));
	const isNear = ({ startsAt }: Appointment) => dayOf(startsAt) <= addDays(today, 1);
	const appointments = byStart.filter(isNear);
	const counts = {
		answers: rows.answers.length,
		silences: open.length,
		appointments: appointments.length,
		agreements: rows.agreements.length,
		questions: rows.questions.length,
		relays: rows.relays.length,
	};
	return {
		answers: rows.answers.toSorted(byPressure),
		silences: gravestFirst(groupAlerts(open)),
		later: rows.alerts.filter((alert) => isPutOff(alert, today)).toSorted(byReturn),
		appointments,
		nextAppointment: byStart.find((each) => !isNear(each)) ?? null,
		agreements: rows.agreements.toSorted((a, b) => byDate(a.endsAt, b.endsAt)),
		questions: rows.questions.toSorted((a, b) => byDate(a.endedAt, b.endedAt)),
		relays: rows.relays.toSorted((a, b) => byDate(a.proposedAt, b.proposedAt)),
		counts,
		total: Object.values(counts).reduce((sum, count) => sum + count, 0),
	};
}

/** Urgent, then the gravest silence, then the nearest deadline, then what waits since longest. */
const byPressure = (a: AnswerDue, b: AnswerDue): number =>
	Number(b.urgent) - Number(a.urgent) ||
	byGravity(a.level, b.level) ||
	byDate(a.answerBy ?? never, b.answerBy ?? never) ||
	byDate(a.stateSince, b.stateSince);

const byReturn = (a: Pick<OpenAlert, 'snooze'>, b: Pick<OpenAlert, 'snooze'>): number =>
	(a.snooze?.until ?? '') < (b.snooze?.until ?? '') ? -1 : 1;

/** `groupAlerts` gives the oldest day first: the sort is stable, and keeps it within a level. */
const gravestFirst = <One extends Grouped>(groups: readonly AlertGroup<One>[]): AlertGroup<One>[] =>
	groups.toSorted((a, b) => byGravity(a.alerts[0]?.level ?? null, b.alerts[0]?.level ?? null));

/** So many days after « done », she is asked whether it helped. */
export const questionAfterDays = 14;

/** An agreement that ends is told three times: so many days before. */
export const endingMarks = [30, 14, 7] as const;

/** Until when « c’est vu » silences an ending: the next mark, else its own day. @returns YYYY-MM-DD */
export function nextMark(endsAt: Date, at: Date): string {
	const last = dayOf(endsAt);
	const marks = endingMarks.map((days) => addDays(last, -days));
	return marks.find((day) => day > dayOf(at)) ?? last;
}
