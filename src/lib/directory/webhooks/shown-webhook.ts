import { shownInstant } from '#lib/access/shown-date.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';

interface Webhook {
	readonly id: string;
	readonly url: string;
	readonly events: readonly string[];
	readonly endedBecause: string | null;
	readonly lastDeliveredAt: Date | null;
	readonly waiting: number | string | null;
}

/** A webhook as its owner's page lists it. */
export const shownWebhook = ({ id, url, events, endedBecause, lastDeliveredAt, waiting }: Webhook) => ({
	id,
	url,
	events: events.flatMap((name) => eventLabel(name) ?? []),
	failing: endedBecause === 'failing',
	state: [
		translate('keys.state-well', { last: lastDeliveredAt ? shownInstant(lastDeliveredAt) : 'none' }),
		...(Number(waiting) > 0 ? [translate('keys.state-waiting', { count: Number(waiting) })] : []),
	],
});

export function eventLabel(name: string): string | undefined {
	const key = `keys.event.${name}`;
	return isTextKey(key) ? translate(key) : undefined;
}

interface Delivery {
	readonly id: string;
	readonly eventName: string;
	readonly tries: number;
	readonly lastProblem: string | null;
	readonly createdAt: Date;
	readonly deliveredAt: Date | null;
	readonly givenUpAt: Date | null;
}

/** One try as its page lists it. */
export const shownDelivery = (delivery: Delivery) => ({
	id: delivery.id,
	news: eventLabel(delivery.eventName) ?? delivery.eventName,
	on: shownInstant(delivery.createdAt),
	result: resultOf(delivery),
});

function resultOf({ deliveredAt, givenUpAt, lastProblem, tries }: Delivery): string {
	const problem = lastProblem ?? '';
	if (deliveredAt) return translate('keys.received');
	return givenUpAt
		? translate('keys.given-up', { problem })
		: translate('keys.will-retry', { tries, problem });
}
