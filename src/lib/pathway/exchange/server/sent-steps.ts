import * as z from 'zod';
import { pathwayToWrite } from '#lib/pathway/server/relation.ts';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { moveStep } from '../../steps/server/move-step.ts';
import { postponeStep } from '../../steps/server/postpone-step.ts';
import { NewStep, proposeStep } from '../../steps/server/propose-step.ts';
import { StepMove } from '../../steps/step-form.ts';
import { refuseChanged } from './if-match.ts';
import { findToldStep } from './told-steps.ts';

/** A step that another program proposes. */
export const SentStep = NewStep.omit({ goal: true })
	.extend({
		pathwayId: z.uuid('pathway-api.pathway-missing'),
		goalId: z.uuid('steps.goal-unknown').optional(),
	})
	.strict();

/** What another program says of a step; which it is stands in the address, and its version in If-Match. */
export const SentMove = z.discriminatedUnion('to', [
	z.strictObject({ to: z.literal('postponed'), dueOn: z.iso.date('steps.due-missing') }),
	StepMove.omit({ step: true, version: true }).strict(),
]);

/**
 * Proposes a step on a pathway that the actor's organisation leads. @returns its id
 * @throws NotYours 404, and keeps the try, where another leads
 */
export async function pushStep(
	act: Act,
	{ pathwayId, goalId, ...step }: z.output<typeof SentStep>,
): Promise<string> {
	const { relation } = await pathwayToWrite(act, pathwayId);
	if (!relation.leads) throw new NotYours('step.propose', pathwayId);
	return proposeStep(act, pathwayId, { ...step, goal: goalId ?? null });
}

/** @throws Refusal 412 when it changed since it was read; otherwise as the worker's own gesture */
export async function pushMove(
	act: Act,
	step: string,
	version: number,
	move: z.output<typeof SentMove>,
): Promise<void> {
	const told = await findToldStep(act, step);
	// The lock comes first: of two programs at once, the second sees what the first did.
	await pathwayToWrite(act, told.pathwayId);
	refuseChanged(version, await findToldStep(act, step));
	if (move.to === 'postponed') await postponeStep(act, told.pathwayId, { step, version, dueOn: move.dueOn });
	else await moveStep(act, told.pathwayId, { ...move, step, version });
}
