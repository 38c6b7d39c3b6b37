import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dayOf } from '#lib/time/days.ts';
import type { Option } from '#lib/ui/option.ts';
import { isLate, isOpenStep, isStepState, type StepState, stepStates } from './step.ts';
import { type Mover, type OwnedStep, whyNotMove } from './step-policy.ts';

export interface StepRow {
	readonly id: string;
	readonly version: number;
	readonly goalId: string | null;
	readonly words: string;
	readonly state: string;
	readonly owner: string;
	readonly ownerHatId: string | null;
	readonly ownerName: string;
	readonly dueOn: string;
	readonly acceptedBy: string | null;
	readonly acceptedBefore: string | null;
	readonly acceptedAt: Date | null;
	readonly reason: string | null;
	readonly reasonBy: string | null;
	readonly reviewOn: string | null;
	readonly endedAt: Date | null;
	readonly reopenedAt: Date | null;
}

/** A step as its page shows it to somebody, who may make some gestures and not others. */
export interface ShownStep {
	readonly id: string;
	readonly version: number;
	readonly goalId: string | null;
	readonly words: string;
	readonly state: StepState;
	readonly open: boolean;
	readonly late: boolean;
	readonly when: string;
	readonly who: string;
	/** Her yes, why it stopped, when it was taken up again. */
	readonly facts: readonly string[];
	/** Where this reader may lead it. */
	readonly ways: readonly Option[];
	readonly dueOn: string;
	readonly mayTake: boolean;
}

/** @param mover who reads, when she may write */
export function showStep(row: StepRow, at: Date, mover: Mover | null): ShownStep {
	const state = isStepState(row.state) ? row.state : 'abandoned';
	const owned: OwnedStep = { ...row, state, owner: row.owner === 'person' ? 'person' : 'worker' };
	const [open, mine] = [isOpenStep(state), mover?.voice === 'worker' && mover.hatId === row.ownerHatId];
	return {
		id: row.id,
		version: row.version,
		goalId: row.goalId,
		words: row.words,
		state,
		open,
		late: isLate({ state, dueOn: row.dueOn }, dayOf(at)),
		when: whenOf(row, state, dayOf(at)),
		who: translate(mine ? 'steps.owned-by-me' : 'steps.owned-by', { name: row.ownerName }),
		facts: factsOf(row),
		ways: mover ? waysOf(owned, mover, at) : [],
		dueOn: row.dueOn,
		mayTake: mover?.voice === 'worker' && open && !mine,
	};
}

/** The gestures that the machine and the policy leave to this reader, nearest first. */
function waysOf(step: OwnedStep, mover: Mover, at: Date): Option[] {
	// Whom she said it before is typed with the gesture itself.
	const may = (to: StepState) => whyNotMove(mover, step, { to, before: '?', at }) === undefined;
	return stepStates.filter(may).map((to) => ({ value: to, label: translate(wayKey(step.state, to)) }));
}

const wayKey = (from: StepState, to: StepState): TextKey =>
	from === 'done' ? 'steps.to-again' : (`steps.to.${to}` as TextKey);

function whenOf({ dueOn, reviewOn, endedAt }: StepRow, state: StepState, today: string): string {
	if (endedAt) return translate('steps.ended-on', { date: frenchDate(dayOf(endedAt)) });
	if (reviewOn) return translate('steps.review-on', { date: frenchDate(reviewOn) });
	const key = isLate({ state, dueOn }, today) ? 'steps.late' : 'steps.due-on';
	return translate(key, { date: frenchDate(dueOn) });
}

function factsOf(row: StepRow): string[] {
	const facts: string[] = [];
	if (row.acceptedBy && row.acceptedAt)
		facts.push(
			translate(`steps.accepted-${row.acceptedBy}` as TextKey, {
				before: row.acceptedBefore ?? 'none',
				date: frenchDate(dayOf(row.acceptedAt)),
			}),
		);
	if (row.reason)
		facts.push(translate('steps.reason-told', { by: row.reasonBy ?? 'worker', reason: row.reason }));
	if (row.reopenedAt) facts.push(translate('steps.reopened-on', { date: frenchDate(dayOf(row.reopenedAt)) }));
	return facts;
}
