import { randomBytes } from 'node:crypto';
import { hashPassword } from '#lib/access/server/password-hash.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isId } from '../../server/closed-lists.ts';
import { codeLife, newClaimCode } from '../claim.ts';
import { isSteward } from '../deciders.ts';

export interface PrintedCode {
	/** For the paper; never kept here. */
	readonly code: string;
	readonly until: Date;
}

/**
 * Makes the code of a letter; the one before it no longer serves. Slow to hash: outside the transaction.
 * @throws Refusal 403 for who is no steward; 404 when there is no such organisation
 */
export async function makeClaimCode(
	work: Work,
	organisationId: string,
	random: (bytes: number) => Uint8Array = randomBytes,
): Promise<PrintedCode> {
	if (!isId(organisationId)) throw new Refusal(404, 'import-run.no-organisation');
	const code = newClaimCode(random);
	const codeHash = await hashPassword(code);
	return work(async (act) => {
		if (!isSteward(act.actor) || !act.actor.accountId) throw new Refusal(403, 'upkeep.stewards-only');
		const until = new Date(act.at.getTime() + codeLife);
		await withdrawCodes(act, organisationId);
		await act.tx
			.insertInto('claimCode')
			.values({ organisationId, codeHash, madeBy: act.actor.accountId, madeAt: act.at, expiresAt: until })
			.execute();
		await record(act, 'upkeep.code-made', organisationId, {});
		return { code, until };
	});
}

const withdrawCodes = ({ tx, at }: Act, organisationId: string): Promise<unknown> =>
	tx
		.updateTable('claimCode')
		.set({ withdrawnAt: at })
		.where('organisationId', '=', organisationId)
		.where('usedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.execute();
