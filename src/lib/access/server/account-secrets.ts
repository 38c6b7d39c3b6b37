import type { Act } from '../../server/act.ts';
import type { SignedIn } from '../session.ts';
import { findAccount } from './accounts.ts';
import { countRecoveryCodes } from './recovery-codes.ts';

/** What a person may know of her own secrets: whether they exist. Read at the door, after her session. */
export async function accountSecrets(act: Act, session: SignedIn) {
	const account = await findAccount(act, session.accountId);
	return {
		hasPassword: Boolean(account?.passwordHash),
		secondFactorSince: account?.totpConfirmedAt ?? null,
		recoveryCodesLeft: await countRecoveryCodes(act, session.accountId),
	};
}
