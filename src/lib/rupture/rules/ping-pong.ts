import { numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { manyOrganisations, windowDays } from '../rule.ts';
import { among, referralCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { has } from './open-referral.ts';
import { anyRowOf } from './rows-of.ts';
import { describeSeries, lastYes, requestsFor } from './same-need.ts';
import { isOver, lastSeries } from './series.ts';

const tried = among(referralCode, 'refused', 'redirected', 'unanswered', 'failed');
const dayMs = 86_400_000;

/** When the need came back where it was tried, or reached one organisation too many; its last request speaks for all. */
function returns(state: State, row: number): readonly number[] | undefined {
	const { sentAt } = state.referrals.col;
	if (isAloneOrBefore(state, row)) return undefined;
	const rows = requestsFor(state, row);
	const yes = lastYes(state, rows);
	const sent = rows
		.filter((one) => (sentAt[one] ?? 0) > 0)
		.sort((a, b) => (sentAt[a] ?? 0) - (sentAt[b] ?? 0) || a - b);
	if (sent.at(-1) !== row) return undefined;
	const instants = sent
		.filter((one) => (sentAt[one] ?? 0) > yes && isReturn(state, one, sent))
		.map((one) => sentAt[one] ?? 0);
	return instants.length > 0 ? lastSeries(instants, windowDays) : undefined;
}

/** Most requests are the only one for their need, or not the last: neither speaks. */
function isAloneOrBefore(state: State, row: number): boolean {
	const { person, need, sentAt } = state.referrals.col;
	let others = 0;
	const isLater = (other: number) => {
		if (other === row || need[other] !== need[row] || !sentAt[other]) return false;
		others++;
		return (sentAt[other] ?? 0) > (sentAt[row] ?? 0);
	};
	return anyRowOf(state, 'referrals', person[row] ?? 0, isLater) || others === 0;
}

function isReturn({ referrals: { col } }: State, row: number, sent: readonly number[]): boolean {
	const [at = 0, to = 0] = [col.sentAt[row], col.to[row]];
	if (to === 0) return false;
	const wentBack = sent.some(
		(one) => one !== row && col.to[one] === to && has(tried, col.state[one]) && (col.endedAt[one] ?? 0) <= at,
	);
	const lately = sent.filter(
		(one) => (col.sentAt[one] ?? 0) <= at && at - (col.sentAt[one] ?? 0) < windowDays * dayMs,
	);
	return wentBack || new Set(lately.map((one) => col.to[one]).filter(Boolean)).size >= manyOrganisations;
}

/** R15: sent back where it was tried already, or to a third organisation within ninety days. */
export const pingPong: Rule = {
	id: 'R15',
	table: 'referrals',
	check(pass: Pass, row) {
		const { sentAt, person, pathway, goal } = pass.state.referrals.col;
		if (!sentAt[row] || runsFrom(pass, pathway[row] ?? 0) > pass.now) return;
		if (goal[row] && pass.state.goals.col.endedAt[goal[row] - 1]) return;
		const instants = returns(pass.state, row);
		if (!instants || isOver(instants, windowDays, pass.now)) return;
		const [occurred = 0] = instants;
		const { attention, rupture } = numbersFor(pass, person[row] ?? 0, 'R15', '', occurred);
		raise(pass, row, person[row] ?? 0, occurred, {
			attention: instants[attention - 1] ?? Number.POSITIVE_INFINITY,
			rupture: instants[rupture - 1] ?? Number.POSITIVE_INFINITY,
			last: Number.POSITIVE_INFINITY,
		});
	},
	describe: (state, row, _now, found, index) => describeSeries(state, row, found, index),
};
