import { Refusal } from '#lib/refusal.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { isOpenStep, longestSuspensionDays, type StepState } from '../step.ts';
import type { StepMove } from '../step-form.ts';
import type { FoundStep, updateStep } from './steps.ts';

type Changes = Parameters<typeof updateStep>[2];
type Change = (at: Date, move: StepMove, step: FoundStep) => Changes;

/** What the states that ask for something write, and refuse to write without. */
const changes: Partial<Record<StepState, Change>> = {
	accepted: (at, { before, yesBy }) => ({ acceptedBy: yesBy, acceptedBefore: before, acceptedAt: at }),
	planned: (at, { dueOn }, step) => ({ dueOn: plannedDay(dueOn || step.dueOn, dayOf(at)) }),
	'in-progress': (at, _, { state }) => (state === 'done' ? { reopenedAt: at } : {}),
	suspended: (at, move) => ({ ...reasonOf(move), reviewOn: reviewDay(move.reviewOn, dayOf(at)) }),
	abandoned: (_, move) => reasonOf(move),
};

/** The columns that a gesture on a step writes. @throws Refusal 422 when it does not say what its state asks for */
export const changesOf: Change = (at, move, step) => ({
	state: move.to,
	endedAt: isOpenStep(move.to) ? null : at,
	reviewOn: null,
	...changes[move.to]?.(at, move, step),
});

/** A date from today on: one that has passed is to be said again. */
function plannedDay(date: string, today: string): string {
	if (date < today) throw new Refusal(422, 'steps.due-past');
	return date;
}

function reasonOf({ reason, reasonBy }: StepMove): Changes {
	if (!reason) throw new Refusal(422, 'steps.reason-missing');
	if (!reasonBy) throw new Refusal(422, 'steps.said-by-missing');
	return { reason, reasonBy };
}

/** When a suspended step is looked at again: from tomorrow on, within ninety days. */
function reviewDay(date: string | undefined, today: string): string {
	if (!date || date <= today || date > addDays(today, longestSuspensionDays))
		throw new Refusal(422, 'steps.review-missing');
	return date;
}
