import type { OpenAlert } from '../alerts/alert.ts';
import type { AlertStep } from './shown-alert.ts';
import { gravestOf } from './today.ts';

/** Somebody whom a worker leads: what her alerts and her dates are told with. */
export interface LedPerson {
	readonly pathwayId: string;
	readonly personId: string;
	readonly hatId: string;
	readonly state: string;
	readonly name: string;
}

/** Whose day it is, whom they lead, by pathway, and the names of the others that may be known. */
export interface People {
	readonly hatIds: readonly string[];
	readonly led: ReadonlyMap<string, LedPerson>;
	readonly names: ReadonlyMap<string, string>;
}

/** An open alert with the name of its owner, and the step that it is about. */
export interface DayAlert extends OpenAlert {
	readonly ownerName: string | null;
	/** Whether other steps of the pathway are still open. */
	readonly step: (Omit<AlertStep, 'last'> & { readonly others: boolean }) | null;
}

/** Of somebody whom they lead, or theirs to move; the others are about requests received. */
export const isOurs = ({ pathwayId, ownerHatId }: DayAlert, { led, hatIds }: People): boolean =>
	(pathwayId !== null && led.has(pathwayId)) || (ownerHatId !== null && hatIds.includes(ownerHatId));

interface Read<Answer, Appointment, Agreement, Question, Relay> {
	readonly people: People;
	readonly alerts: readonly DayAlert[];
	readonly answers: readonly Answer[];
	readonly appointments: readonly Appointment[];
	readonly agreements: readonly Agreement[];
	readonly questions: readonly Question[];
	readonly relays: readonly Relay[];
}
type Of<Key extends string> = Readonly<Record<Key, string>>;

/** What was read kind by kind, with names; an alert on a request received is told with that request. */
export function joinDay<
	Answer extends Of<'id'>,
	Appointment extends Of<'pathwayId'>,
	Agreement extends Of<'personId'>,
	Question extends Of<'pathwayId'>,
	Relay extends Of<'pathwayId'>,
>({ people, ...read }: Read<Answer, Appointment, Agreement, Question, Relay>) {
	const byPerson = new Map([...people.led.values()].map((each) => [each.personId, each]));
	const late = Map.groupBy(
		read.alerts.filter((alert) => !isOurs(alert, people)),
		({ referralId }) => referralId,
	);
	const nameOf = (id: string): string | null => people.led.get(id)?.name ?? people.names.get(id) ?? null;
	return {
		answers: read.answers.map((answer) => ({ ...answer, level: gravestOf(late.get(answer.id) ?? []) })),
		alerts: read.alerts.filter((alert) => isOurs(alert, people)).map((alert) => joinAlert(alert, people)),
		appointments: read.appointments.map((each) => ({ ...each, person: nameOf(each.pathwayId) })),
		agreements: read.agreements.flatMap((each) => {
			const led = byPerson.get(each.personId);
			return led ? [{ ...each, pathwayId: led.pathwayId, hatId: led.hatId, person: led.name }] : [];
		}),
		questions: read.questions.map((each) => ({ ...each, person: nameOf(each.pathwayId) })),
		relays: read.relays.map((each) => ({ ...each, person: nameOf(each.pathwayId) })),
	};
}

function joinAlert({ step, ...alert }: DayAlert, { led }: People) {
	const person = alert.pathwayId === null ? undefined : led.get(alert.pathwayId);
	return {
		...alert,
		person: person?.name ?? null,
		hatId: person?.hatId ?? alert.ownerHatId,
		leads: person !== undefined,
		step: step && person ? { ...step, last: person.state === 'active' && !step.others } : null,
	};
}
