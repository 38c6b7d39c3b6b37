import { dayNumber } from '../calendar.ts';
import { rowFor } from '../columns.ts';
import type { FactOf } from '../facts.ts';
import { helpedCode, needCode, pathwayCode, placeOf, relayCode, type State } from '../state.ts';
import { rowInPathway, tie } from './rows.ts';

export function foldPerson(state: State, fact: FactOf<'person-known'>): number {
	const person = rowFor(state.people, fact.person);
	state.people.col.territory[person] = placeOf(state, fact.department);
	state.people.col.birthYear[person] = fact.birthYear ?? 0;
	return person;
}

export function foldOpening(
	state: State,
	{ person: id, pathway, hat, organisation, at }: FactOf<'pathway-opened'>,
): number {
	const person = rowFor(state.people, id);
	const row = rowFor(state.pathways, pathway);
	const { col } = state.pathways;
	tie(state, 'pathways', row, person);
	col.openedAt[row] = at;
	col.since[row] = at;
	col.hat[row] = placeOf(state, hat);
	col.organisation[row] = placeOf(state, organisation);
	return person;
}

/** Coming back from a pause, or opened again: every clock of hers starts from there. */
export function foldPathwayMove(
	state: State,
	{ pathway, state: to, until, at }: FactOf<'pathway-moved'>,
): number {
	const { col } = state.pathways;
	const row = rowFor(state.pathways, pathway);
	if (to === 'active') col.resumedAt[row] = at;
	col.state[row] = pathwayCode[to];
	col.since[row] = at;
	col.pausedUntil[row] = to === 'paused' && until ? dayNumber(until) : 0;
	return col.person[row] ?? 0;
}

export function foldLead(state: State, { pathway, hat, organisation }: FactOf<'pathway-led'>): number {
	const { col } = state.pathways;
	const row = rowFor(state.pathways, pathway);
	col.hat[row] = placeOf(state, hat);
	col.organisation[row] = placeOf(state, organisation);
	return col.person[row] ?? 0;
}

export function foldRhythm(state: State, { pathway, close }: FactOf<'rhythm-set'>): number {
	const row = rowFor(state.pathways, pathway);
	state.pathways.col.close[row] = Number(close);
	return state.pathways.col.person[row] ?? 0;
}

/** An assessment, or a commitment that she signed: the last of each. */
export function foldLandmark(
	state: State,
	{ kind, pathway, at }: FactOf<'assessed'> | FactOf<'committed'>,
): number {
	const { col } = state.pathways;
	const row = rowFor(state.pathways, pathway);
	(kind === 'assessed' ? col.assessedAt : col.committedAt)[row] = at;
	return col.person[row] ?? 0;
}

export function foldGoal(state: State, { pathway, goal, need, at }: FactOf<'goal-set'>): number {
	const row = rowInPathway(state, 'goals', goal, pathway);
	const { col } = state.goals;
	col.need[row] = needCode[need];
	col.setAt[row] = at;
	return col.person[row] ?? 0;
}

export function foldGoalEnd(state: State, { goal, at }: FactOf<'goal-ended'>): number {
	const row = rowFor(state.goals, goal);
	state.goals.col.endedAt[row] = at;
	return state.goals.col.person[row] ?? 0;
}

export function foldRelay(
	state: State,
	{ pathway, relay, hat, organisation, at }: FactOf<'relay-proposed'>,
): number {
	const row = rowInPathway(state, 'relays', relay, pathway);
	const { col } = state.relays;
	col.state[row] = relayCode.proposed;
	col.proposedAt[row] = at;
	col.hat[row] = placeOf(state, hat);
	col.organisation[row] = placeOf(state, organisation);
	return col.person[row] ?? 0;
}

export function foldRelayMove(state: State, { relay, state: to }: FactOf<'relay-moved'>): number {
	const row = rowFor(state.relays, relay);
	state.relays.col.state[row] = relayCode[to];
	return state.relays.col.person[row] ?? 0;
}

/** What she said of a referral, beside what the organisation says. */
export function foldFeedback(state: State, { referral, helped, at }: FactOf<'feedback-given'>): number {
	const row = rowFor(state.referrals, referral);
	const { col } = state.referrals;
	col.helped[row] = helpedCode[helped];
	col.helpedAt[row] = at;
	return col.person[row] ?? 0;
}
