import * as z from 'zod';
import { hashPassword } from '#lib/access/server/password-hash.ts';
import { tokenHash } from '#lib/access/server/tokens.ts';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { plainPin, whyNotPin } from '../pin.ts';

export const Choosing = z.object({
	pin: z.string().max(40).default('').transform(plainPin),
	again: z.string().max(40).default('').transform(plainPin),
});

/** A live hand-over: who shows it, so that she sees it before anything is hers; the same answer for all dead ones. */
export async function findHandOver({ tx, at }: Act, token: string) {
	if (!looksLikeToken(token)) return undefined;
	return tx
		.selectFrom('handOver')
		.innerJoin('organisation', 'organisation.id', 'handOver.organisationId')
		.select(['handOver.personId', 'handOver.workerName', 'organisation.name as organisation'])
		.where('handOver.tokenHash', '=', tokenHash(token))
		.where('handOver.usedAt', 'is', null)
		.where('handOver.expiresAt', '>', at)
		.executeTakeFirst();
}

/**
 * She chooses her PIN, alone; the hand-over is dead from then on.
 * @throws Refusal 422 for a PIN that does not do, or a hand-over that no longer serves; 429 after too many tries
 */
export async function choosePin(
	door: Work,
	token: string,
	{ pin, again }: z.output<typeof Choosing>,
	{ address }: Visitor,
): Promise<void> {
	refuseIf(whyNotPin(pin), 422);
	if (pin !== again) throw new Refusal(422, 'own-space.pin-differs');
	const tries = await withinLimit(door, 'choose-pin', { address });
	const pinHash = await hashPassword(pin);
	await door(async (act) => {
		const { tx, at } = act;
		const found = await findHandOver(act, token);
		const { numUpdatedRows } = await tx
			.updateTable('handOver')
			.set({ usedAt: at })
			.where('tokenHash', '=', tokenHash(token))
			.where('usedAt', 'is', null)
			.where('expiresAt', '>', at)
			.executeTakeFirst();
		if (!found || numUpdatedRows !== 1n) throw new Refusal(422, 'own-space.hand-over-dead');
		await tx
			.insertInto('personPin')
			.values({ personId: found.personId, pinHash, chosenAt: at })
			.onConflict((same) => same.column('personId').doUpdateSet({ pinHash, chosenAt: at }))
			.execute();
		await record(act, 'person.pin-chosen', found.personId, {});
		await giveBack(act, tries);
	});
}
