import * as z from 'zod';
import { reasonCodes } from '../referral.ts';

/** A sentence that is asked for. */
const sentence = z.string().trim().min(1, 'referral.words-missing').max(2000, 'referral.words-long');
const maybe = (most: number) =>
	z
		.string()
		.trim()
		.max(most, 'referral.words-long')
		.optional()
		.transform((text) => text || null);
const day = z.iso.date('referral.day-missing');

export const Acceptance = z.object({
	contactName: z.string().trim().min(1, 'referral.contact-missing').max(120, 'referral.words-long'),
	contactPhone: maybe(40),
	firstContactOn: day,
});
export type Acceptance = z.infer<typeof Acceptance>;

export const WaitingList = z.object({ words: sentence, waitingUntil: day });
export type WaitingList = z.infer<typeof WaitingList>;

/** A refusal says why, and where else to go; « aucune autre piste connue » is an answer too. */
export const RefusalOf = z
	.object({
		reasonCode: z.enum(reasonCodes, 'referral.reason-missing'),
		words: sentence,
		alternative: maybe(2000),
		alternativeServiceId: z
			.union([z.uuid(), z.literal('')])
			.optional()
			.transform((id) => id || null),
		noneKnown: z.literal('yes').optional(),
		/** She agrees that the request goes on to that other service. */
		herAgreement: z.literal('yes').optional(),
	})
	.refine((value) => value.alternative || value.alternativeServiceId || value.noneKnown, {
		path: ['alternative'],
		error: 'referral.alternative-missing',
	});
export type RefusalOf = z.infer<typeof RefusalOf>;

export const Question = z.object({ words: sentence });
export const FirstContact = z.object({ metOn: day });
export const Suspension = z.object({ words: sentence, reviewOn: day });
export const Completion = z.object({ words: sentence });
export const Attempt = z.object({
	channel: z.enum(['phone', 'message', 'email', 'letter', 'visit', 'helper'], 'referral.channel-missing'),
	onDay: day,
	words: maybe(2000),
});
export const Failure = z.object({
	reasonCode: z.enum(reasonCodes, 'referral.reason-missing'),
	words: sentence,
});
export const Extension = z.object({ words: sentence });
export const MaybeWords = z.object({ words: maybe(2000) });
