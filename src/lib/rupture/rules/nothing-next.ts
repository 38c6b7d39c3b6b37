import { dayText } from '../calendar.ts';
import { businessDaysAfter, daysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { appointmentCode, calendarOfPerson, pathwayCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { anyRowOf } from './rows-of.ts';

/** Where an active pathway stands: something is planned, it is paused, or nothing is, since an instant. */
export type Onward =
	| { readonly is: 'planned' | 'paused' }
	| { readonly is: 'nothing'; readonly since: number };

const planned: Onward = { is: 'planned' };
const paused: Onward = { is: 'paused' };

/** What comes next in a pathway that is not closed: exactly one of the three. */
export function onwardOf(pass: Pass, row: number): Onward {
	const { openSteps, stepEndedAt, openedAt, person } = pass.state.pathways.col;
	const from = runsFrom(pass, row);
	if (from > pass.now) return paused;
	if ((openSteps[row] ?? 0) > 0) return planned;
	const last = lastAppointment(pass.state, person[row] ?? 0, row);
	if (last > pass.now) return planned;
	return { is: 'nothing', since: Math.max(from, last, stepEndedAt[row] || (openedAt[row] ?? 0)) };
}

/** An appointment still to come is something next; one that passed without a word was, until then. */
function lastAppointment(state: State, person: number, row: number): number {
	const { state: code, startsAt, pathway } = state.appointments.col;
	let last = 0;
	anyRowOf(state, 'appointments', person, (one) => {
		if (pathway[one] === row && code[one] === appointmentCode.planned)
			last = Math.max(last, startsAt[one] ?? 0);
		return false;
	});
	return last;
}

/** R7: the last step ended, and nothing is planned next. */
export const nothingNext: Rule = {
	id: 'R7',
	table: 'pathways',
	check(pass: Pass, row) {
		const { state, person } = pass.state.pathways.col;
		if (state[row] !== pathwayCode.active && state[row] !== pathwayCode.paused) return;
		const onward = onwardOf(pass, row);
		if (onward.is !== 'nothing') return;
		const { since } = onward;
		const who = person[row] ?? 0;
		const calendar = calendarOfPerson(pass.state, who);
		const numbers = numbersFor(pass, who, 'R7', '', since);
		const { attention } = businessDaysAfter(calendar, since, numbers);
		const { rupture, last } = daysAfter(calendar, calendar.dayOf(since), numbers);
		raise(pass, row, who, since, { attention, rupture: Math.max(attention, rupture), last });
	},
	describe(state, row, _now, found, index) {
		const calendar = calendarOfPerson(state, found.person[index] ?? 0);
		return {
			subject: state.pathways.ids[row] ?? '',
			params: { day: dayText(calendar.dayOf(found.occurred[index] ?? 0)) },
		};
	},
};
