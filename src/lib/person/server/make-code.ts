import { randomBytes } from 'node:crypto';
import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { cardMonths, newPersonCode } from '../person-code.ts';
import { codeHash } from './code-hash.ts';
import { endCodes } from './end-code.ts';
import { refuseUnlessMayHandOver } from './may-hand-over.ts';

/** What a card shows, told this once: eight letters to say, and 128 bits or more in a square. */
export interface NewCard {
	readonly code: string;
	readonly token: string;
}

/**
 * Makes the card of a person, for those who lead and the structures that she chose; the one before is dead, with its
 * PIN and the visits that it opened.
 */
export async function makeCode(
	act: Act,
	personId: string,
	code: string = newPersonCode(randomBytes),
): Promise<NewCard> {
	await refuseUnlessMayHandOver(act, personId, 'person.make-code');
	await endCodes(act, personId);
	await act.tx.deleteFrom('personPin').where('personId', '=', personId).execute();
	await act.tx.deleteFrom('ownSession').where('personId', '=', personId).execute();
	const token = newToken();
	const expiresAt = addMonths(act.at.toISOString().slice(0, 10), cardMonths);
	await act.tx
		.insertInto('personCode')
		.values({
			personId,
			codeHash: codeHash(code),
			tokenHash: tokenHash(token),
			madeAt: act.at,
			expiresAt: new Date(expiresAt),
		})
		.execute();
	await record(act, 'person.code-made', personId, {});
	return { code, token };
}
