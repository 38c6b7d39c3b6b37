import { domains } from '#lib/person/domain.ts';
import { dayText } from '../calendar.ts';
import { daysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarOfPerson, type State, stepCode } from '../state.ts';
import type { Rule } from './kind.ts';
import { carriedMask, has } from './open-referral.ts';
import { anyRowOf } from './rows-of.ts';

/** A step that she did not decline, or a request for that need, sent or waiting for her yes. */
function isStarted(state: State, row: number): boolean {
	const { steps, referrals, goals } = state;
	const who = goals.col.person[row] ?? 0;
	const isStep = (step: number) =>
		steps.col.goal[step] === row + 1 && steps.col.state[step] !== stepCode.declined;
	const isRequest = (one: number) =>
		(referrals.col.goal[one] === row + 1 || referrals.col.need[one] === goals.col.need[row]) &&
		((referrals.col.sentAt[one] ?? 0) > 0 || has(carriedMask, referrals.col.state[one]));
	return anyRowOf(state, 'steps', who, isStep) || anyRowOf(state, 'referrals', who, isRequest);
}

/** R17: a need was noted, and nothing began. */
export const nothingStarted: Rule = {
	id: 'R17',
	table: 'goals',
	check(pass: Pass, row) {
		const { person, pathway, setAt, endedAt } = pass.state.goals.col;
		const [who = 0, set = 0] = [person[row], setAt[row]];
		if (set === 0 || endedAt[row]) return;
		const from = runsFrom(pass, pathway[row] ?? 0);
		if (from > pass.now || isStarted(pass.state, row)) return;
		const calendar = calendarOfPerson(pass.state, who);
		const day = calendar.dayOf(Math.max(set, from));
		raise(pass, row, who, set, daysAfter(calendar, day, numbersFor(pass, who, 'R17', '', set)));
	},
	describe(state, row, _now, found, index) {
		const { need, setAt } = state.goals.col;
		const day = calendarOfPerson(state, found.person[index] ?? 0).dayOf(setAt[row] ?? 0);
		return {
			subject: state.goals.ids[row] ?? '',
			params: { day: dayText(day), need: domains[need[row] ?? 0] ?? '' },
		};
	},
};
