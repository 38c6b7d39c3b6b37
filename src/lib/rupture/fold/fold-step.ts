import { dayNumber } from '../calendar.ts';
import { rowFor } from '../columns.ts';
import type { FactOf } from '../facts.ts';
import { nextStepMask, placeOf, type State, stepCode } from '../state.ts';
import { rowInPathway } from './rows.ts';

export function foldStep(state: State, fact: FactOf<'step-proposed'>): number {
	const known = state.steps.rowOf.get(fact.step);
	const { col } = state.steps;
	if (known !== undefined) return col.person[known] ?? 0;
	const row = rowInPathway(state, 'steps', fact.step, fact.pathway);
	col.goal[row] = fact.goal === null ? 0 : rowFor(state.goals, fact.goal) + 1;
	col.state[row] = stepCode.proposed;
	col.since[row] = fact.at;
	col.madeAt[row] = fact.at;
	col.dueDay[row] = dayNumber(fact.dueOn);
	col.organisation[row] = placeOf(state, fact.organisation);
	col.hat[row] = placeOf(state, fact.hat);
	count(state, row, 1, fact.at);
	return col.person[row] ?? 0;
}

export function foldStepMove(state: State, { step, state: to, until, at }: FactOf<'step-moved'>): number {
	const row = rowFor(state.steps, step);
	const { col } = state.steps;
	const was = isNext(col.state[row] ?? 0);
	col.state[row] = stepCode[to];
	col.since[row] = at;
	col.until[row] = until ? dayNumber(until) : 0;
	count(state, row, isNext(stepCode[to]) - was, at);
	return col.person[row] ?? 0;
}

export function foldStepDue(state: State, { step, dueOn }: FactOf<'step-due'>): number {
	const row = rowFor(state.steps, step);
	state.steps.col.dueDay[row] = dayNumber(dueOn);
	return state.steps.col.person[row] ?? 0;
}

const isNext = (code: number): number => (nextStepMask >> code) & 1;

function count(state: State, step: number, change: number, at: number): void {
	const pathway = state.steps.col.pathway[step] ?? 0;
	const { openSteps, stepEndedAt } = state.pathways.col;
	openSteps[pathway] = (openSteps[pathway] ?? 0) + change;
	if (change < 0) stepEndedAt[pathway] = at;
}
