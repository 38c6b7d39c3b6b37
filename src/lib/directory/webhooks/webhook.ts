import * as z from 'zod';
import { isPersonal, type Scope } from '#lib/access/api-key.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';

/** What a machine may be told of: public facts of the directory and the territories. */
export const toldEvents = [
	'directory.changed',
	'directory.imported',
	'directory.import-undone',
	'directory.verified',
	'directory.gap-reported',
	'territory.imported',
] as const;

/** What the machine of an organisation may be told of: referrals and steps that it may read, by their identifiers alone. */
export const followedEvents = [
	'referral.received',
	'referral.answered',
	'referral.ended',
	'step.due',
	'step.changed',
] as const;

export type WebhookEvent = (typeof toldEvents)[number] | (typeof followedEvents)[number];

/** What a key, or a hat, must be allowed in order to be told of an event. */
const scopeOf = (event: WebhookEvent): Scope => {
	if (event.startsWith('referral.')) return 'referrals';
	return event.startsWith('step.') ? 'steps' : 'webhooks';
};

/** Whether an event is about people: its webhook then belongs to a hat. */
export const isFollowed = (event: WebhookEvent): boolean => isPersonal(scopeOf(event));

/** Why these events may not be told at one address to whoever holds these scopes, if they may not. */
export function whyNotTold(scopes: readonly Scope[], events: readonly WebhookEvent[]): TextKey | undefined {
	if (events.some(isFollowed) && !events.every(isFollowed)) return 'keys.events-apart';
	return events.every((event) => scopes.includes(scopeOf(event))) ? undefined : 'keys.events-not-yours';
}

export const NewWebhook = z.object({
	url: z
		.string('keys.url-missing')
		.trim()
		.max(2083, 'keys.url-wrong')
		.refine((given) => URL.canParse(given) && new URL(given).protocol === 'https:', 'keys.url-wrong'),
	events: z.array(z.enum([...toldEvents, ...followedEvents])).min(1, 'keys.events-missing'),
});

const [minute, hour] = [60_000, 3_600_000];

/** How long after each failed try the next one comes: two days in all, then it is given up. */
export const pauses: readonly number[] = [
	minute,
	5 * minute,
	30 * minute,
	2 * hour,
	5 * hour,
	10 * hour,
	14 * hour,
	16 * hour,
];

/** When to try again after the try number `tries` (from 1) failed at `at`; null when it is over. */
export function nextTry(tries: number, at: Date): Date | null {
	const pause = pauses[tries - 1];
	return pause === undefined ? null : new Date(at.getTime() + pause);
}

/** Any answer of the 200s means that it was received. */
export const isReceived = (status: number): boolean => status >= 200 && status < 300;
