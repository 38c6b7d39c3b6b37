import * as z from 'zod';
import { mayTell } from '../typed.ts';
import { stepStates } from './step.ts';

const day = z.union([z.literal(''), z.iso.date('steps.date-unclear')]).optional();

/** « Et ensuite ? »: the next step, or a pause with its date. */
export const FollowUp = z.object({
	next: mayTell(500, 'steps.words-long'),
	nextOwner: z.enum(['person', 'me', 'lead'], 'steps.owner-missing').default('me'),
	nextDueOn: day,
	pauseReason: mayTell(500, 'steps.reason-long'),
	pauseReviewOn: day,
});
export type FollowUp = z.output<typeof FollowUp>;

/** What a gesture on a step says; which of it is needed depends on where the step goes. */
export const StepMove = FollowUp.extend({
	step: z.uuid('steps.unknown'),
	version: z.coerce.number('steps.unknown').int('steps.unknown'),
	to: z.enum(stepStates, 'steps.to-missing'),
	/** Whose yes a worker writes down: hers, or that of the helper she mandated. */
	yesBy: z.enum(['oral', 'helper'], 'steps.said-by-missing').default('oral'),
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
