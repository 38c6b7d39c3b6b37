import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { leadsPerson } from '../../server/lead.ts';
import { makeCode, type NewCard } from '../../server/make-code.ts';
import { handOverFacts } from '../../server/may-hand-over.ts';
import { checkFact } from './choose-fact.ts';
import { handOver, type KnownBy } from './hand-over.ts';

export const GivingCard = z.object({
	/** The worker knows her face, or saw a paper. */
	face: z.literal('on').optional(),
	/** What she answered to the question that she chose. */
	answer: z.string().max(120, 'own-space.fact-answer-long').default(''),
});

/** A card to print, and a square that serves once to choose its PIN. */
export interface GivenCard extends NewCard {
	readonly handOver: string;
}

/**
 * Gives a card: the first is handed over as such; another asks to recognise her, then the fact that she chose
 * (experience, 6b). Without a chosen fact, only those who lead may.
 * @throws Refusal 404 for a structure that she did not choose; 422, 429 as `checkFact`
 */
export async function giveCard(
	{ act, door }: { act: Work; door: Work },
	personId: string,
	{ face, answer }: z.output<typeof GivingCard>,
): Promise<GivenCard> {
	const known = await act((one) => whatIsAsked(one, personId));
	if (known !== 'first' && face !== 'on') throw new Refusal(422, 'person.card-face-missing');
	if (known === 'fact') await checkFact(door, personId, answer);
	return act(async (one) => {
		const card = await makeCode(one, personId);
		return { ...card, handOver: await handOver(one, personId, known) };
	});
}

/** What must be checked before a card is given. @throws Refusal 422 when nothing could be */
export async function whatIsAsked(act: Act, personId: string): Promise<KnownBy> {
	const { hasPin, question } = await handOverFacts(act, personId);
	if (question) return 'fact';
	const leads = await leadsPerson(act, personId);
	if (!leads) throw new Refusal(422, 'person.card-no-question');
	return hasPin ? 'face' : 'first';
}
