import { type ReasonCode, reasonCodes } from '#lib/pathway/referrals/referral.ts';
import { domains } from '#lib/person/domain.ts';
import { dayText } from '../calendar.ts';
import { businessDaysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarAt, referralCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { brokenMask, carriedMask, completed, has, openStepMask } from './open-referral.ts';
import { anyRowOf } from './rows-of.ts';

/** Reasons that say the need is met, or no more hers: nothing else has to be opened. */
const settling: readonly ReasonCode[] = [
	'already-followed',
	'does-not-wish',
	'other-solution',
	'situation-changed',
];
const isSettling = (reason: number) => settling.some((code) => reasonCodes.indexOf(code) + 1 === reason);

/** R2: refused, failed or left without an answer, and nothing else is open for that need. */
export const noOtherWay: Rule = {
	id: 'R2',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, person, pathway, endedAt, department, reason } = pass.state.referrals.col;
		if (!has(brokenMask, state[row]) || isSettling(reason[row] ?? 0) || isCarried(pass.state, row)) return;
		const ended = endedAt[row] ?? 0;
		const from = Math.max(ended, runsFrom(pass, pathway[row] ?? 0));
		if (from > pass.now) return;
		const who = person[row] ?? 0;
		const calendar = calendarAt(pass.state, department[row] ?? 0);
		raise(pass, row, who, ended, businessDaysAfter(calendar, from, numbersFor(pass, who, 'R2', '', ended)));
	},
	describe(state, row) {
		const { endedAt, department, need, reason, organisation, hat, to, state: code } = state.referrals.col;
		return {
			subject: state.referrals.ids[row] ?? '',
			target: to[row] ?? 0,
			source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
			params: {
				day: dayText(calendarAt(state, department[row] ?? 0).dayOf(endedAt[row] ?? 0)),
				need: domains[need[row] ?? 0] ?? '',
				reason: reasonCodes[(reason[row] ?? 0) - 1] ?? 'none',
				how:
					code[row] === referralCode.refused
						? 'refused'
						: code[row] === referralCode.failed
							? 'failed'
							: 'unanswered',
			},
		};
	},
};

/** The need was reached or left; another referral carries it, or met it since; a later one broke; a step is open for it. */
function isCarried(state: State, row: number): boolean {
	const { person, need, goal, endedAt, state: code } = state.referrals.col;
	const [who = 0, what, ended = 0, aim = 0] = [person[row], need[row], endedAt[row], goal[row]];
	if (aim > 0 && (state.goals.col.endedAt[aim - 1] ?? 0) > 0) return true;
	const another = (other: number) =>
		other !== row &&
		need[other] === what &&
		(has(carriedMask, code[other]) ||
			(has(completed | brokenMask, code[other]) && isLater(other, row, endedAt, ended)));
	if (anyRowOf(state, 'referrals', who, another)) return true;
	const { goal: goals, state: steps } = state.steps.col;
	return (
		aim > 0 && anyRowOf(state, 'steps', who, (step) => goals[step] === aim && has(openStepMask, steps[step]))
	);
}

/** Of two that end at the same instant, the one written last speaks. */
const isLater = (other: number, row: number, endedAt: Float64Array, ended: number): boolean =>
	(endedAt[other] ?? 0) > ended || (endedAt[other] === ended && other > row);
