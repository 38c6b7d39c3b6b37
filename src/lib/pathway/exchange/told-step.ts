import * as z from 'zod';
import { stepStates } from '../steps/step.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

/** A step as another program reads it. */
export const ToldStep = z.object({
	id: z.uuid(),
	version: z.int(),
	changedAt: instant,
	pathwayId: z.uuid(),
	/** The first name, or the pseudonym, of the person whose pathway it is. */
	personName: z.string(),
	/** Whether the organisation of the key leads the pathway, or reads its steps by an agreement. */
	leads: z.boolean(),
	state: z.enum(stepStates),
	words: z.string(),
	goalId: z.uuid().nullable(),
	owner: z.enum(['person', 'worker']),
	ownerName: z.string(),
	/** Whether it is for whoever made the key to move it. */
	mine: z.boolean(),
	dueOn: day,
	proposedBy: z.enum(['person', 'worker']),
	acceptedAt: instant.nullable(),
	reason: z.string().nullable(),
	reviewOn: day.nullable(),
	replacedBy: z.uuid().nullable(),
	madeAt: instant,
	endedAt: instant.nullable(),
});
export type ToldStep = z.infer<typeof ToldStep>;
