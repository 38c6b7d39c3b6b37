import type { Values } from '../lib/texts/translator.ts';
import type { Say } from './installation.ts';

/** Does one step, then says what was done and how long it took. */
export async function timed(say: Say, key: Parameters<Say>[0], step: () => Promise<Values>): Promise<void> {
	const start = performance.now();
	const values = await step();
	say(key, { ...values, seconds: ((performance.now() - start) / 1000).toFixed(1).replace('.', ',') });
}
