import { numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { windowDays } from '../rule.ts';
import { among, referralCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { has } from './open-referral.ts';
import { describeSeries, lastYes, requestsFor } from './same-need.ts';
import { isOver, lastSeries, reached } from './series.ts';

const refusing = among(referralCode, 'refused', 'redirected', 'unanswered');

/** When the need was refused or left unanswered since somebody last said yes; the last of them speaks for all. */
function refusals(state: State, row: number): readonly number[] | undefined {
	const { state: code, endedAt } = state.referrals.col;
	const rows = requestsFor(state, row);
	const yes = lastYes(state, rows);
	const broken = rows
		.filter((one) => has(refusing, code[one]) && (endedAt[one] ?? 0) > yes)
		.sort((a, b) => (endedAt[a] ?? 0) - (endedAt[b] ?? 0) || a - b);
	return broken.at(-1) === row
		? lastSeries(
				broken.map((one) => endedAt[one] ?? 0),
				windowDays,
			)
		: undefined;
}

/** R3: the same need refused or unanswered again and again, within ninety days. */
export const refusedAgain: Rule = {
	id: 'R3',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, person, pathway, goal } = pass.state.referrals.col;
		if (!has(refusing, state[row]) || runsFrom(pass, pathway[row] ?? 0) > pass.now) return;
		if (goal[row] && pass.state.goals.col.endedAt[goal[row] - 1]) return;
		const instants = refusals(pass.state, row);
		if (!instants || isOver(instants, windowDays, pass.now)) return;
		const [occurred = 0] = instants;
		const numbers = numbersFor(pass, person[row] ?? 0, 'R3', '', occurred);
		raise(pass, row, person[row] ?? 0, occurred, {
			attention: reached(instants, windowDays, numbers.attention),
			rupture: reached(instants, windowDays, numbers.rupture),
			last: Number.POSITIVE_INFINITY,
		});
	},
	describe(state, row, _now, found, index) {
		const told = describeSeries(state, row, found, index);
		return { ...told, params: { ...told.params, times: refusals(state, row)?.length ?? 0 } };
	},
};
