import { randomBytes, randomInt } from 'node:crypto';
import type { Act } from '../../server/act.ts';
import { newRecoveryCodes } from '../recovery-code.ts';
import { hashPassword } from './password-hash.ts';

/** A sheet as its owner reads it, once, and as it is kept. */
export interface RecoverySheet {
	readonly codes: readonly string[];
	readonly hashes: readonly string[];
}

/** One salt for the sheet: a code typed later costs one derivation, not ten. */
export async function newRecoverySheet(): Promise<RecoverySheet> {
	const codes = newRecoveryCodes((limit) => randomInt(limit));
	const salt = randomBytes(16);
	const hashes: string[] = [];
	for (const code of codes) hashes.push(await hashPassword(code, salt));
	return { codes, hashes };
}

/** Keeps a sheet in the place of the one before, whose codes open nothing any more. */
export async function keepRecoverySheet(
	act: Act,
	accountId: string,
	{ hashes }: RecoverySheet,
): Promise<void> {
	await forgetRecoveryCodes(act, accountId);
	await act.tx
		.insertInto('recoveryCode')
		.values(hashes.map((codeHash) => ({ accountId, codeHash, createdAt: act.at })))
		.execute();
}

export async function forgetRecoveryCodes({ tx }: Act, accountId: string): Promise<void> {
	await tx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute();
}

/** How many codes of the sheet have not served. */
export async function countRecoveryCodes({ tx }: Act, accountId: string): Promise<number> {
	const { count } = await tx
		.selectFrom('recoveryCode')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('accountId', '=', accountId)
		.where('usedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return count;
}
