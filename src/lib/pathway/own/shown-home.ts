import { dayOf } from '#lib/time/days.ts';
import { isLateWord } from './own-word.ts';
import type { Home } from './server/read-home.ts';

const finished: readonly string[] = ['done', 'declined'];

/** Her first screen, sorted: what asks something of her first, then what others do, then what is done. */
export function showHome({ pathway, next, steps, helpers, referrals, words }: Home, at: Date) {
	const open = steps.filter(({ state }) => !finished.includes(state));
	return {
		today: dayOf(at),
		closed: pathway.state === 'closed',
		name: pathway.name,
		lead: { name: pathway.leadName, organisation: pathway.organisation, phone: pathway.phone },
		next: next ?? null,
		helpers,
		requests: referrals.filter(({ state }) => state === 'awaiting-person'),
		asked: open.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === 'worker'),
		hers: open.filter(({ state, owner }) => state !== 'proposed' && owner === 'person'),
		waiting: open.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === 'person'),
		theirs: open.filter(({ state, owner }) => state !== 'proposed' && owner === 'worker'),
		done: steps.filter(({ state }) => state === 'done').slice(-5),
		empty: steps.length === 0 && !next,
		words: words.map((word) => ({ ...word, late: isLateWord(word, dayOf(at)) })),
	};
}
export type ShownHome = ReturnType<typeof showHome>;
