import { dayText } from '../calendar.ts';
import { businessDaysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarAt, referralCode } from '../state.ts';
import type { Rule } from './kind.ts';

/** R4: accepted, and no first contact confirmed; sooner when it is urgent. */
export const notMet: Rule = {
	id: 'R4',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, since, person, pathway, department, urgent } = pass.state.referrals.col;
		if (state[row] !== referralCode.accepted) return;
		const accepted = since[row] ?? 0;
		const from = Math.max(accepted, runsFrom(pass, pathway[row] ?? 0));
		if (from > pass.now) return;
		const who = person[row] ?? 0;
		const numbers = numbersFor(pass, who, 'R4', urgent[row] ? 'urgent' : '', accepted);
		raise(
			pass,
			row,
			who,
			accepted,
			businessDaysAfter(calendarAt(pass.state, department[row] ?? 0), from, numbers),
		);
	},
	describe(state, row, now) {
		const { since, department, to, organisation, hat, urgent } = state.referrals.col;
		const calendar = calendarAt(state, department[row] ?? 0);
		return {
			subject: state.referrals.ids[row] ?? '',
			target: to[row] ?? 0,
			source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
			params: {
				day: dayText(calendar.dayOf(since[row] ?? 0)),
				days: calendar.businessDaysBetween(since[row] ?? 0, now),
				urgent: urgent[row] ? 'yes' : 'no',
			},
		};
	},
};
