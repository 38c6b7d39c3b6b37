import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { postponedBy } from '../postponed-by.ts';
import { StepMove } from '../step-form.ts';
import { moveStep } from './move-step.ts';
import { findStep } from './steps.ts';

export const Postponed = z.object({
	step: z.uuid('steps.unknown'),
	version: z.coerce.number('steps.unknown').int('steps.unknown'),
	dueOn: z.iso.date('steps.due-missing'),
});

/** Gives a step another date, by the moves of its own life. @throws Refusal 409 when it changed, 422 when it has begun */
export async function postponeStep(
	act: Act,
	pathwayId: string,
	{ step, version, dueOn }: z.output<typeof Postponed>,
): Promise<void> {
	const { state } = await findStep(act, pathwayId, step);
	const moves = postponedBy(state);
	if (moves.length === 0) throw new Refusal(422, 'steps.not-from-here');
	for (const [rank, to] of moves.entries())
		await moveStep(act, pathwayId, StepMove.parse({ step, version: version + rank, to, dueOn }));
}
