import { endingKinds, guarantees, institutions, outcomeKinds } from '#lib/pathway/landmarks/landmark.ts';
import { dayNumber } from '../calendar.ts';
import { rowFor } from '../columns.ts';
import type { FactOf } from '../facts.ts';
import { placeOf, type State } from '../state.ts';
import { rowInPathway, tie } from './rows.ts';

export function foldAgreement(
	state: State,
	{ person: id, agreement, organisation, endsAt, forRequest, at }: FactOf<'agreement-given'>,
): number {
	const person = rowFor(state.people, id);
	const row = rowFor(state.agreements, agreement);
	const { col } = state.agreements;
	tie(state, 'agreements', row, person);
	col.organisation[row] = placeOf(state, organisation);
	col.givenAt[row] = at;
	col.endsAt[row] = endsAt;
	col.forRequest[row] = forRequest ? 1 : 0;
	return person;
}

export function foldRevocation(state: State, { agreement, at }: FactOf<'agreement-revoked'>): number {
	const row = rowFor(state.agreements, agreement);
	state.agreements.col.revokedAt[row] = at;
	return state.agreements.col.person[row] ?? 0;
}

/** Touches every pathway this worker leads, and no person alone: -1. */
export function foldDeparture(state: State, { hat, day, at }: FactOf<'departure-told'>): number {
	const place = placeOf(state, hat);
	state.departures.day[place] = dayNumber(day);
	state.departures.at[place] = at;
	return -1;
}

export function foldEnding(state: State, { pathway, ending, what, day, at }: FactOf<'ending-noted'>): number {
	const row = rowInPathway(state, 'endings', ending, pathway);
	const { col } = state.endings;
	col.what[row] = endingKinds.indexOf(what);
	col.day[row] = dayNumber(day);
	col.notedAt[row] = at;
	return col.person[row] ?? 0;
}

export function foldEndingDone(
	state: State,
	{ kind, ending }: FactOf<'ending-tied'> | FactOf<'ending-settled'>,
): number {
	const row = rowFor(state.endings, ending);
	const { col } = state.endings;
	(kind === 'ending-tied' ? col.tied : col.settled)[row] = 1;
	return col.person[row] ?? 0;
}

export function foldExit(state: State, { pathway, exit, what, day, at }: FactOf<'exit-noted'>): number {
	const row = rowInPathway(state, 'exits', exit, pathway);
	const { col } = state.exits;
	col.what[row] = institutions.indexOf(what);
	col.day[row] = dayNumber(day);
	col.notedAt[row] = at;
	return col.person[row] ?? 0;
}

export function foldExitRelay(state: State, { exit }: FactOf<'exit-relayed'>): number {
	const row = rowFor(state.exits, exit);
	state.exits.col.relayed[row] = 1;
	return state.exits.col.person[row] ?? 0;
}

export function foldOutcome(
	state: State,
	{ pathway, outcome, what, day, at }: FactOf<'outcome-noted'>,
): number {
	const row = rowInPathway(state, 'outcomes', outcome, pathway);
	const { col } = state.outcomes;
	col.what[row] = outcomeKinds.indexOf(what);
	col.day[row] = dayNumber(day);
	col.notedAt[row] = at;
	return col.person[row] ?? 0;
}

export function foldOutcomeCheck(state: State, { outcome, day }: FactOf<'outcome-checked'>): number {
	const row = rowFor(state.outcomes, outcome);
	const { col } = state.outcomes;
	col.checkedDay[row] = Math.max(col.checkedDay[row] ?? 0, dayNumber(day));
	return col.person[row] ?? 0;
}

export function foldRegistration(
	state: State,
	{ pathway, registration, what, day, at }: FactOf<'registered'>,
): number {
	const row = rowInPathway(state, 'registrations', registration, pathway);
	const { col } = state.registrations;
	col.what[row] = guarantees.indexOf(what);
	col.day[row] = dayNumber(day);
	col.notedAt[row] = at;
	return col.person[row] ?? 0;
}
