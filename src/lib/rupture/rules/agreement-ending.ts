import { dayText } from '../calendar.ts';
import { daysBefore, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { among, calendarOfPerson, referralCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { has, openStepMask } from './open-referral.ts';
import { anyRowOf } from './rows-of.ts';

const underWay = among(
	referralCode,
	'sent',
	'under-review',
	'info-needed',
	'accepted',
	'waiting-list',
	'in-progress',
	'suspended',
);

/** The pathway where a step or a request of that organisation is still under way under this agreement; -1 when none is. */
function dependentPathway(state: State, row: number): number {
	const { person, organisation, forRequest } = state.agreements.col;
	const [who = 0, whom = 0] = [person[row], organisation[row]];
	const { steps, referrals, pathways } = state;
	let found = -1;
	if (!forRequest[row])
		anyRowOf(state, 'steps', who, (step) => {
			const pathway = steps.col.pathway[step] ?? 0;
			const depends = steps.col.organisation[step] === whom && pathways.col.organisation[pathway] !== whom;
			if (depends && has(openStepMask, steps.col.state[step])) found = pathway;
			return found >= 0;
		});
	if (found >= 0) return found;
	anyRowOf(state, 'referrals', who, (referral) => {
		if (referrals.col.agreement[referral] === row + 1 && has(underWay, referrals.col.state[referral]))
			found = referrals.col.pathway[referral] ?? 0;
		return found >= 0;
	});
	return found;
}

/** Another agreement with the same organisation holds longer; that of one request continues none but another's. */
function isContinued({ state, now }: Pass, row: number, ends: number): boolean {
	const { person, organisation, endsAt, revokedAt, forRequest } = state.agreements.col;
	return anyRowOf(
		state,
		'agreements',
		person[row] ?? 0,
		(one) =>
			one !== row &&
			organisation[one] === organisation[row] &&
			(forRequest[row] === 1 || forRequest[one] === 0) &&
			!revokedAt[one] &&
			(endsAt[one] ?? 0) > Math.max(ends, now),
	);
}

/** R14: an agreement ends, or was withdrawn, while something depends on it. To talk about, without pressure. */
export const agreementEnding: Rule = {
	id: 'R14',
	table: 'agreements',
	check(pass: Pass, row) {
		const { person, givenAt, endsAt, revokedAt } = pass.state.agreements.col;
		const [who = 0, given = 0, revoked = 0] = [person[row], givenAt[row], revokedAt[row]];
		if (given === 0) return;
		const calendar = calendarOfPerson(pass.state, who);
		const ends = revoked || (endsAt[row] ?? 0);
		const dues = revoked
			? { attention: revoked, rupture: revoked, last: Number.POSITIVE_INFINITY }
			: daysBefore(calendar, calendar.dayOf(ends), numbersFor(pass, who, 'R14', '', given));
		if (pass.now < dues.attention) return;
		const pathway = dependentPathway(pass.state, row);
		if (pathway < 0 || runsFrom(pass, pathway) > pass.now || isContinued(pass, row, ends)) return;
		raise(pass, row, who, ends, dues, given);
	},
	describe(state, row, now, found, index) {
		const { organisation, endsAt, revokedAt } = state.agreements.col;
		const { dayOf } = calendarOfPerson(state, found.person[index] ?? 0);
		const day = dayOf(revokedAt[row] || (endsAt[row] ?? 0));
		const how = revokedAt[row] ? 'withdrawn' : now >= (endsAt[row] ?? 0) ? 'ended' : 'ending';
		return {
			subject: state.agreements.ids[row] ?? '',
			target: organisation[row] ?? 0,
			params: { day: dayText(day), days: Math.max(0, day - dayOf(now)), how },
		};
	},
};
