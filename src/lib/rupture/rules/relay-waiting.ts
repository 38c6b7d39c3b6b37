import { dayText } from '../calendar.ts';
import { daysAfter, daysBefore, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarOfPerson, pathwayCode, relayCode } from '../state.ts';
import type { Rule } from './kind.ts';
import { anyRowOf } from './rows-of.ts';

/** R12: a relay was proposed, and nobody takes it. Once accepted, the ball is with the person. */
export const relayWaiting: Rule = {
	id: 'R12',
	table: 'relays',
	check(pass: Pass, row) {
		const { state, person, pathway, proposedAt } = pass.state.relays.col;
		if (state[row] !== relayCode.proposed) return;
		const from = runsFrom(pass, pathway[row] ?? 0);
		if (from > pass.now) return;
		const [who = 0, proposed = 0] = [person[row], proposedAt[row]];
		const calendar = calendarOfPerson(pass.state, who);
		const day = calendar.dayOf(Math.max(proposed, from));
		raise(pass, row, who, proposed, daysAfter(calendar, day, numbersFor(pass, who, 'R12', '', proposed)));
	},
	describe(state, row, _now, found, index) {
		const { proposedAt, organisation } = state.relays.col;
		const day = calendarOfPerson(state, found.person[index] ?? 0).dayOf(proposedAt[row] ?? 0);
		return {
			subject: state.relays.ids[row] ?? '',
			target: organisation[row] ?? 0,
			params: { day: dayText(day), what: 'relay' },
		};
	},
};

/** R12 of a worker who leaves, or left: each pathway that she leads, until somebody has accepted it. */
export const leadLeaving: Rule = {
	id: 'R12',
	table: 'pathways',
	check(pass: Pass, row) {
		const { state, person, hat } = pass.state.pathways.col;
		const { departures } = pass.state;
		const leaves = departures.day[hat[row] ?? 0];
		if (!leaves || state[row] === pathwayCode.closed || runsFrom(pass, row) > pass.now) return;
		const who = person[row] ?? 0;
		const { state: code, pathway } = pass.state.relays.col;
		if (
			anyRowOf(pass.state, 'relays', who, (one) => pathway[one] === row && code[one] === relayCode.accepted)
		)
			return;
		const calendar = calendarOfPerson(pass.state, who);
		const told = departures.at[hat[row] ?? 0] ?? 0;
		const dues = daysBefore(calendar, leaves, numbersFor(pass, who, 'R12', 'departure', told));
		raise(pass, row, who, calendar.startOf(leaves), dues, told);
	},
	describe(state, row, now, found, index) {
		const day = state.departures.day[state.pathways.col.hat[row] ?? 0] ?? 0;
		const today = calendarOfPerson(state, found.person[index] ?? 0).dayOf(now);
		return {
			subject: state.pathways.ids[row] ?? '',
			params: { day: dayText(day), what: 'departure', past: today >= day ? 'yes' : 'no' },
		};
	},
};
