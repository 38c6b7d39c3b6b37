import { attemptChannels } from '#lib/pathway/landmarks/landmark.ts';
import { dayNumber } from '../calendar.ts';
import { rowFor } from '../columns.ts';
import { contactWays, type FactOf } from '../facts.ts';
import { appointmentCode, calendarOfPerson, type State } from '../state.ts';
import { rowInPathway, tie } from './rows.ts';

export function foldContact(state: State, { person: id, day, way }: FactOf<'contact'>): number {
	const person = rowFor(state.people, id);
	meet(state, person, dayNumber(day), contactWays.indexOf(way));
	return person;
}

/** An exchange may be written down days later: the last day counts, whatever the order of telling. */
function meet({ people: { col } }: State, person: number, day: number, way: number): void {
	if (day < (col.contactDay[person] ?? 0)) return;
	col.contactDay[person] = day;
	col.contactWay[person] = way;
}

export function foldAttempt(
	state: State,
	{ person: id, attempt, day, channel, at }: FactOf<'attempt'>,
): number {
	const person = rowFor(state.people, id);
	const row = rowFor(state.attempts, attempt);
	const { col } = state.attempts;
	tie(state, 'attempts', row, person);
	col.day[row] = dayNumber(day);
	col.way[row] = attemptChannels.indexOf(channel);
	col.at[row] = at;
	return person;
}

export function foldAppointment(
	state: State,
	{ pathway, appointment, startsAt }: FactOf<'appointment-planned'>,
): number {
	const known = state.appointments.rowOf.get(appointment);
	const row = known ?? rowInPathway(state, 'appointments', appointment, pathway);
	state.appointments.col.startsAt[row] = startsAt;
	return state.appointments.col.person[row] ?? 0;
}

export function foldAppointmentEnd(
	state: State,
	{ appointment, state: to, at }: FactOf<'appointment-ended'>,
): number {
	const row = rowFor(state.appointments, appointment);
	const { col } = state.appointments;
	const person = col.person[row] ?? 0;
	col.state[row] = appointmentCode[to];
	col.endedAt[row] = at;
	if (to === 'kept') {
		const day = calendarOfPerson(state, person).dayOf(col.startsAt[row] ?? 0);
		meet(state, person, day, contactWays.indexOf('appointment'));
	}
	return person;
}
