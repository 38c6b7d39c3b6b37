import { pathwayToWrite, type Written } from '#lib/pathway/server/relation.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { isOpenStep, type StepState, walkTo } from '../step.ts';
import type { StepMove } from '../step-form.ts';
import { type Mover, whyNotMove } from '../step-policy.ts';
import { keepMoving } from './keep-moving.ts';
import { activate, insertStep, NewStep } from './propose-step.ts';
import { changesOf } from './step-changes.ts';
import { type FoundStep, findStep, updateStep } from './steps.ts';

/** Moves a step where its owner, or the person, says; an active pathway leaves with something to do next. */
export async function moveStep(act: Act, pathwayId: string, move: StepMove): Promise<void> {
	const written = await pathwayToWrite(act, pathwayId);
	const step = await findStep(act, pathwayId, move.step);
	if (step.version !== move.version) throw new Refusal(409, 'steps.changed');
	refuseIf(whyNotMove(moverOf(act, written), step, { to: move.to, before: move.before, at: act.at }), 422);
	const replacedBy = move.to === 'replaced' ? await insertInstead(act, written, move, step) : null;
	await updateStep(act, step, { ...changesOf(act.at, move, step), replacedBy });
	await tell(act, pathwayId, step, move.to);
	await activate(act, written);
	if (isOpenStep(step.state) && !isOpenStep(move.to)) await keepMoving(act, written, move);
}

const moverOf = ({ actor }: Act, { relation }: Written): Mover => ({
	voice: 'worker',
	hatId: actor.hat?.id ?? '',
	leads: relation.leads,
});

/** One event for each legal move that the gesture walks. */
async function tell(act: Act, pathwayId: string, step: FoundStep, wanted: StepState): Promise<void> {
	let from = step.state;
	for (const to of walkTo(step.state, wanted)) {
		await record(act, 'step.moved', pathwayId, { step: step.id, from, to });
		from = to;
	}
}

/** What takes the place of a replaced step: proposed, so that she answers it too. */
function insertInstead(act: Act, written: Written, move: StepMove, step: FoundStep): Promise<string> {
	const read = NewStep.safeParse({
		words: move.instead ?? undefined,
		owner: move.insteadOwner,
		dueOn: move.insteadDueOn,
	});
	if (!read.success || read.data.dueOn < dayOf(act.at)) throw new Refusal(422, 'steps.instead-missing');
	return insertStep(act, written, { ...read.data, goal: step.goalId });
}
