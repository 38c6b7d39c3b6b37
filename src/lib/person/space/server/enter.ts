import * as z from 'zod';
import { passwordMatches } from '#lib/access/server/password-hash.ts';
import { tokenHash } from '#lib/access/server/tokens.ts';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { plainPersonCode } from '#lib/person/person-code.ts';
import { codeHash } from '#lib/person/server/code-hash.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { plainPin } from '../pin.ts';
import { openOwnSession } from './open-own-session.ts';

export const Entering = z.object({
	/** The eight letters; empty when the card was scanned. */
	letters: z.string().max(60).default('').transform(plainPersonCode),
	/** Empty: the reduced view of a card alone. */
	pin: z.string().max(40).default('').transform(plainPin),
	/** Ticked unless she says that the device is hers alone. */
	own: z.literal('on').optional(),
});

/** What was shown at the door. */
interface Shown extends z.output<typeof Entering> {
	/** The token of a card just scanned. */
	readonly card: string | undefined;
}

/**
 * Lets a person into her own space: her card and her PIN open all of it; her card alone, a reduced view. A card that
 * never was, that ended, a wrong PIN: the same words, after the same work.
 * @returns the token of her visit
 * @throws Refusal 422 when they open nothing; 429 after too many tries
 */
export async function enter(door: Work, shown: Shown, { address }: Visitor): Promise<string> {
	const { letters, pin } = shown;
	if (!shown.card && !letters) throw new Refusal(422, 'own-space.card-missing');
	const scanned = shown.card !== undefined && letters === '';
	const account = scanned ? (shown.card ?? '') : letters;
	const tries = scanned
		? await withinLimit(door, 'enter-by-card', { account, address })
		: await withinLimit(door, 'enter-by-letters', { account, address });
	return door(async (act) => {
		const card = await cardShown(act, scanned ? { card: account } : { letters });
		const right = await passwordMatches(card?.pinHash, pin);
		if (!card || (pin !== '' && !right)) throw new Refusal(422, 'own-space.not-right');
		await giveBack(act, tries);
		const sharedDevice = shown.own !== 'on';
		return openOwnSession(act, {
			personId: card.personId,
			codeHash: card.codeHash,
			whole: right,
			sharedDevice,
		});
	});
}

/** The live card of these letters, or of this square, with the PIN chosen for it. */
function cardShown({ tx, at }: Act, shown: { letters: string } | { card: string }) {
	const found = tx
		.selectFrom('personCode')
		.leftJoin('personPin', 'personPin.personId', 'personCode.personId')
		.select(['personCode.personId', 'personCode.codeHash', 'personPin.pinHash'])
		.where('personCode.endedAt', 'is', null)
		.where('personCode.expiresAt', '>', at);
	if ('letters' in shown)
		return found.where('personCode.codeHash', '=', codeHash(shown.letters)).executeTakeFirst();
	if (!looksLikeToken(shown.card)) return undefined;
	return found.where('personCode.tokenHash', '=', tokenHash(shown.card)).executeTakeFirst();
}
