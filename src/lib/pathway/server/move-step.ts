import * as z from 'zod';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { isOpenStep, longestSuspensionDays, type StepState, stepStates, walkTo } from '../step.ts';
import { type Mover, whyNotMove } from '../step-policy.ts';
import { mayTell } from '../typed.ts';
import { FollowUp, keepMoving } from './keep-moving.ts';
import { activate, insertStep, NewStep } from './propose-step.ts';
import { pathwayToWrite, type Written } from './relation.ts';
import { type FoundStep, findStep, updateStep } from './steps.ts';

const day = z.union([z.literal(''), z.iso.date('steps.date-unclear')]).optional();

/** What a gesture on a step says; which of it is needed depends on where the step goes. */
export const StepMove = FollowUp.extend({
	step: z.uuid('steps.unknown'),
	version: z.coerce.number('steps.unknown').int('steps.unknown'),
	to: z.enum(stepStates, 'steps.to-missing'),
	before: mayTell(120, 'steps.before-long'),
	dueOn: day,
	reviewOn: day,
	reason: mayTell(500, 'steps.reason-long'),
	reasonBy: z.enum(['person', 'worker'], 'steps.said-by-missing').optional(),
	instead: mayTell(500, 'steps.words-long'),
	insteadOwner: z.enum(['person', 'me', 'lead'], 'steps.owner-missing').default('me'),
	insteadDueOn: day,
});
export type StepMove = z.output<typeof StepMove>;

/** Moves a step where its owner, or the person, says; an active pathway leaves with something to do next. */
export async function moveStep(act: Act, pathwayId: string, move: StepMove): Promise<void> {
	const written = await pathwayToWrite(act, pathwayId);
	const step = await findStep(act, pathwayId, move.step);
	if (step.version !== move.version) throw new Refusal(409, 'steps.changed');
	refuseIf(whyNotMove(moverOf(act, written), step, { to: move.to, before: move.before, at: act.at }), 422);
	const replacedBy = move.to === 'replaced' ? await insertInstead(act, written, move, step) : null;
	await updateStep(act, step, { ...changesOf(act, move, step), replacedBy });
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

function changesOf(act: Act, move: StepMove, step: FoundStep): Parameters<typeof updateStep>[2] {
	const ended = isOpenStep(move.to) ? null : act.at;
	const kept = { state: move.to, endedAt: ended, reviewOn: null };
	const today = dayOf(act.at);
	switch (move.to) {
		case 'accepted':
			return { ...kept, acceptedBy: 'oral', acceptedBefore: move.before, acceptedAt: act.at };
		case 'planned':
			return { ...kept, dueOn: comingDay(move.dueOn || stillToCome(step.dueOn, today), today) };
		case 'in-progress':
			return step.state === 'done' ? { ...kept, reopenedAt: act.at } : kept;
		case 'suspended':
			return { ...kept, ...reasonOf(move), reviewOn: reviewDay(move.reviewOn, today) };
		case 'abandoned':
			return { ...kept, ...reasonOf(move) };
		default:
			return kept;
	}
}

const stillToCome = (due: string, today: string): string => (due < today ? '' : due);

/** A date from today on. */
function comingDay(date: string, today: string): string {
	if (!date) throw new Refusal(422, 'steps.due-missing');
	if (date < today) throw new Refusal(422, 'steps.due-past');
	return date;
}

function reasonOf({ reason, reasonBy }: StepMove) {
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
