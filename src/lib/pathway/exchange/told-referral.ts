import * as z from 'zod';
import { domains } from '#lib/person/domain.ts';
import { fieldNames, reasonCodes, referralStates } from '../referrals/referral.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const organisation = z.object({ id: z.uuid().nullable(), name: z.string() });

/** A referral as another program reads it: what its organisation may know, and not a word more. */
export const ToldReferral = z.object({
	id: z.uuid(),
	version: z.int(),
	changedAt: instant,
	/** Whether the organisation of the key sent it, or received it. */
	side: z.enum(['source', 'target']),
	state: z.enum(referralStates),
	domain: z.enum(domains),
	topic: z.string().nullable(),
	urgent: z.boolean(),
	/** Asked of several organisations at once: the first that accepts takes it. */
	openCall: z.boolean(),
	/** Names the person for this organisation alone: another one knows her by another. */
	person: z.string().regex(/^[0-9a-f]{32}$/),
	/** What she agreed to send, and nothing else; nothing more once it has ended. */
	fields: z.partialRecord(z.enum(fieldNames), z.string()),
	from: organisation,
	/** Nobody yet while an open call waits. */
	to: organisation.nullable(),
	serviceId: z.uuid().nullable(),
	/** The referral that this one takes up. */
	parentId: z.uuid().nullable(),
	sentAt: instant,
	answerBy: instant.nullable(),
	answeredAt: instant.nullable(),
	endedAt: instant.nullable(),
	contactName: z.string().nullable(),
	contactPhone: z.string().nullable(),
	firstContactOn: day.nullable(),
	firstContactConfirmedOn: day.nullable(),
	waitingUntil: day.nullable(),
	reviewOn: day.nullable(),
	reasonCode: z.enum(reasonCodes).nullable(),
	/** What was said with the last move; what she said when she declined is hers. */
	words: z.string().nullable(),
	messages: z.array(
		z.object({
			kind: z.enum(['question', 'answer', 'alternative', 'outcome', 'attempt', 'reminder']),
			side: z.enum(['source', 'target', 'system']),
			at: instant,
			words: z.string(),
			serviceId: z.uuid().nullable(),
		}),
	),
});
export type ToldReferral = z.infer<typeof ToldReferral>;
