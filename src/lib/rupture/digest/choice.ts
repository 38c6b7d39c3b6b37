import * as z from 'zod';

/** The hour offered to those who never chose. */
export const usualHour = 8;
/** A button of a mail serves so many days. */
export const buttonDays = 3;

/** What a worker asked for, under one hat. */
export interface DigestChoice {
	readonly daily: boolean;
	readonly hour: number;
	readonly urgent: boolean;
}

const ticked = z
	.string()
	.optional()
	.transform((told) => told === 'true');

export const ChosenDigest = z.object({
	daily: ticked,
	hour: z
		.string('digest.hour-missing')
		.regex(/^([0-9]|1[0-9]|2[0-3])$/, 'digest.hour-missing')
		.transform(Number),
	urgent: ticked,
});
