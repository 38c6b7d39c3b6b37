import { domains } from '#lib/person/domain.ts';
import { dayText } from '../calendar.ts';
import { daysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarAt, helpedCode, referralCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { carriedMask, has } from './open-referral.ts';
import { anyRowOf } from './rows-of.ts';

const saidNo = (1 << helpedCode.no) | (1 << helpedCode['no-contact']);

/** The need is met or left, or taken up again since. */
function isTakenUp(state: State, row: number, since: number): boolean {
	const { goal, need, person, sentAt, state: code } = state.referrals.col;
	const [aim = 0, who = 0] = [goal[row], person[row]];
	if (aim > 0 && state.goals.col.endedAt[aim - 1]) return true;
	const again = (one: number) =>
		one !== row && need[one] === need[row] && (has(carriedMask, code[one]) || (sentAt[one] ?? 0) > since);
	const { goal: goals, madeAt } = state.steps.col;
	const step = (one: number) => goals[one] === aim && (madeAt[one] ?? 0) > since;
	return anyRowOf(state, 'referrals', who, again) || (aim > 0 && anyRowOf(state, 'steps', who, step));
}

/** R19: the organisation says done, she says that the problem is still there. Both are kept. */
export const notHelped: Rule = {
	id: 'R19',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, person, pathway, helped, helpedAt, endedAt, department } = pass.state.referrals.col;
		if (state[row] !== referralCode.completed || !has(saidNo, helped[row])) return;
		const occurred = Math.max(helpedAt[row] ?? 0, endedAt[row] ?? 0);
		if (runsFrom(pass, pathway[row] ?? 0) > pass.now || isTakenUp(pass.state, row, occurred)) return;
		const calendar = calendarAt(pass.state, department[row] ?? 0);
		const numbers = numbersFor(pass, person[row] ?? 0, 'R19', '', occurred);
		raise(
			pass,
			row,
			person[row] ?? 0,
			occurred,
			daysAfter(calendar, calendar.dayOf(occurred), numbers),
			occurred,
		);
	},
	describe(state, row, _now, found, index) {
		const { department, organisation, hat, to, need } = state.referrals.col;
		const day = calendarAt(state, department[row] ?? 0).dayOf(found.occurred[index] ?? 0);
		return {
			subject: state.referrals.ids[row] ?? '',
			target: to[row] ?? 0,
			source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
			params: { day: dayText(day), need: domains[need[row] ?? 0] ?? '' },
		};
	},
};
