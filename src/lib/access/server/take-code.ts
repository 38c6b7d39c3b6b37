import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import { type Safe, SealedElsewhere } from '../../server/safe.ts';
import { stepOfCode } from '../one-time-code.ts';
import { isRecoveryCode } from '../recovery-code.ts';
import { type Account, signedBy, useStep } from './accounts.ts';
import { hashLike } from './password-hash.ts';

/** A code ready to be compared: the telephone's as it is, a recovery code as its sheet would keep it. */
export type ReadCode = { readonly digits: string } | { readonly codeHash: string | null };

/** Argon2 works outside any transaction: a slow check holds no connection. */
export async function readCode(door: Work, accountId: string, typed: string): Promise<ReadCode> {
	if (!isRecoveryCode(typed)) return { digits: typed };
	const kept = await door(({ tx }) =>
		tx.selectFrom('recoveryCode').select('codeHash').where('accountId', '=', accountId).executeTakeFirst(),
	);
	return { codeHash: kept ? await hashLike(kept.codeHash, typed) : null };
}

/** True when the code is right, at its first use. */
export async function takeCode(act: Act, safe: Safe, account: Account, code: ReadCode): Promise<boolean> {
	if (!account.totpSecret || !account.totpConfirmedAt) return false;
	if ('codeHash' in code) return takeRecoveryCode(act, account, code.codeHash);
	const secret = openSecret(safe, account.id, account.totpSecret);
	const step = stepOfCode(secret, code.digits, account.totpLastStep, act.at);
	return step !== undefined && useStep(act, account.id, step);
}

/** @throws Refusal (503) when the installation has lost the secret that seals it: recovery codes still open. */
export function openSecret(safe: Safe, accountId: string, sealed: string): string {
	try {
		return safe.open(sealed, accountId);
	} catch (error) {
		if (error instanceof SealedElsewhere) throw new Refusal(503, 'access.code-unreadable');
		throw error;
	}
}

/** Of any number of uses at the same instant, one finds the code unused; the person is told by mail. */
async function takeRecoveryCode(anonymous: Act, account: Account, codeHash: string | null): Promise<boolean> {
	const act = signedBy(anonymous, account.id);
	const { numUpdatedRows } = await act.tx
		.updateTable('recoveryCode')
		.set({ usedAt: act.at })
		.where('accountId', '=', account.id)
		.where('codeHash', '=', codeHash)
		.where('usedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) return false;
	await record(act, 'account.recovery-code-used', account.id, {});
	await enqueue(act, 'send-notice', { email: account.email, key: 'recovery-code-used' });
	return true;
}
