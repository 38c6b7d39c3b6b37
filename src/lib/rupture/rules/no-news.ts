import { dayText } from '../calendar.ts';
import { daysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarAt, referralCode, type State } from '../state.ts';
import type { Described, Rule } from './kind.ts';

/** The last thing said about a request, or the day it entered its state. */
const lastSaid = ({ referrals: { col } }: State, row: number): number =>
	Math.max(col.newsAt[row] ?? 0, col.since[row] ?? 0);

function describe(state: State, row: number, now: number): Described {
	const { department, to, organisation, hat, until } = state.referrals.col;
	const calendar = calendarAt(state, department[row] ?? 0);
	const day = calendar.dayOf(lastSaid(state, row));
	const today = calendar.dayOf(now);
	const estimate = until[row] ?? 0;
	return {
		subject: state.referrals.ids[row] ?? '',
		target: to[row] ?? 0,
		source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
		params: {
			day: dayText(day),
			days: today - day,
			estimate: estimate ? dayText(estimate) : 'none',
			late: estimate && today > estimate ? 'yes' : 'no',
		},
	};
}

/** R5: under way, and nobody says anything of it. */
export const noNews: Rule = {
	id: 'R5',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, person, pathway, department } = pass.state.referrals.col;
		if (state[row] !== referralCode['in-progress']) return;
		const from = runsFrom(pass, pathway[row] ?? 0);
		if (from > pass.now) return;
		const said = lastSaid(pass.state, row);
		const calendar = calendarAt(pass.state, department[row] ?? 0);
		const numbers = numbersFor(pass, person[row] ?? 0, 'R5', '', said);
		raise(
			pass,
			row,
			person[row] ?? 0,
			said,
			daysAfter(calendar, calendar.dayOf(Math.max(said, from)), numbers),
		);
	},
	describe,
};

/** R6: on a waiting list that nobody reviews, or that lasts longer than was said. */
export const longWait: Rule = {
	id: 'R6',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, person, pathway, department, until } = pass.state.referrals.col;
		if (state[row] !== referralCode['waiting-list']) return;
		const from = runsFrom(pass, pathway[row] ?? 0);
		if (from > pass.now) return;
		const said = lastSaid(pass.state, row);
		const calendar = calendarAt(pass.state, department[row] ?? 0);
		const numbers = numbersFor(pass, person[row] ?? 0, 'R6', '', said);
		const { attention } = daysAfter(calendar, calendar.dayOf(Math.max(said, from)), numbers);
		const estimate = until[row] ?? 0;
		const late = daysAfter(calendar, Math.max(estimate, calendar.dayOf(from)), numbers).rupture;
		raise(pass, row, person[row] ?? 0, said, {
			...{ attention, rupture: estimate ? late : Number.POSITIVE_INFINITY, last: Number.POSITIVE_INFINITY },
		});
	},
	describe,
};
