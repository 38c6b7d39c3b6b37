import { isEnded, reasonCodes } from '#lib/pathway/referrals/referral.ts';
import { dayNumber } from '../calendar.ts';
import { rowFor } from '../columns.ts';
import type { FactOf } from '../facts.ts';
import { calendarAt, needCode, placeOf, referralCode, type State } from '../state.ts';
import { rowInPathway } from './rows.ts';

export function foldReferral(state: State, fact: FactOf<'referral-drafted'>): number {
	const row = rowInPathway(state, 'referrals', fact.referral, fact.pathway);
	const { col } = state.referrals;
	col.goal[row] = fact.goal === null ? 0 : rowFor(state.goals, fact.goal) + 1;
	col.need[row] = needCode[fact.need];
	col.urgent[row] = Number(fact.urgent);
	col.department[row] = placeOf(state, fact.department);
	col.organisation[row] = placeOf(state, fact.organisation);
	col.hat[row] = placeOf(state, fact.hat);
	col.to[row] = placeOf(state, fact.to);
	col.since[row] = fact.at;
	return col.person[row] ?? 0;
}

export function foldReferralMove(state: State, fact: FactOf<'referral-moved'>): number {
	const row = rowFor(state.referrals, fact.referral);
	const { col } = state.referrals;
	if (fact.to) col.to[row] = placeOf(state, fact.to);
	if (fact.agreement) col.agreement[row] = rowFor(state.agreements, fact.agreement) + 1;
	keepWaiting(state, row, fact);
	if (fact.state === 'accepted') col.acceptedAt[row] = fact.at;
	if (isEnded(fact.state)) col.endedAt[row] = fact.at;
	if (fact.reason) col.reason[row] = reasonCodes.indexOf(fact.reason) + 1;
	col.until[row] = fact.until ? dayNumber(fact.until) : 0;
	col.state[row] = referralCode[fact.state];
	col.since[row] = fact.at;
	return col.person[row] ?? 0;
}

/** A question stops the target's clock: it keeps, in business days, what it had left. */
function keepWaiting(state: State, row: number, { state: to, at }: FactOf<'referral-moved'>): void {
	const { sentAt, waited, waitsFrom, department, state: was } = state.referrals.col;
	if (to === 'sent') sentAt[row] = waitsFrom[row] = at;
	else if (to === 'info-needed' && was[row] !== referralCode[to])
		waited[row] =
			(waited[row] ?? 0) +
			calendarAt(state, department[row] ?? 0).businessDaysBetween(waitsFrom[row] ?? 0, at);
	else if (to !== 'info-needed' && was[row] === referralCode['info-needed']) waitsFrom[row] = at;
}

export function foldReferralNews(state: State, { referral, at }: FactOf<'referral-news'>): number {
	const row = rowFor(state.referrals, referral);
	state.referrals.col.newsAt[row] = at;
	return state.referrals.col.person[row] ?? 0;
}
