import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';

/** The sentence of an event: its own, else that of its kind. */
export function saysEvent(name: string): string {
	const own = `pathway.event-${name.replace('.', '-')}`;
	return translate(isTextKey(own) ? own : kindOf(name));
}

const kinds = {
	goal: 'pathway.event-goal',
	step: 'pathway.event-step',
	assessment: 'pathway.event-assessment',
	relay: 'pathway.event-relay',
	note: 'pathway.event-note',
	attachment: 'pathway.event-attachment',
	appointment: 'pathway.event-appointment',
	document: 'pathway.event-document',
	referral: 'pathway.event-referral',
} as const satisfies Record<string, TextKey>;

const kindOf = (name: string): TextKey =>
	Object.entries(kinds).find(([kind]) => name.startsWith(`${kind}.`))?.[1] ?? 'pathway.event-pathway';
