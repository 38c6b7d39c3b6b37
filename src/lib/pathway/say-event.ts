import * as z from 'zod';
import { isTextKey, translate } from '#lib/texts/translator.ts';

/** Where a move led: a state, by its code. */
const Move = z.object({ to: z.string() });
const End = z.object({ state: z.string() });

/** The sentence of an event: that of where it led, else its own. */
export function saysEvent(name: string, details: unknown): string {
	const own = `pathway.event-${name.replace('.', '-')}`;
	const led = Move.safeParse(details).data?.to ?? End.safeParse(details).data?.state;
	const keys = [`${own}-${led}`, own].filter(isTextKey);
	return translate(keys[0] ?? 'pathway.event-other');
}
