import { randomBytes } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { codeAddress, newCodeSecret } from '../one-time-code.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { findAccount } from './accounts.ts';
import { type Proof, proveIdentity } from './prove-identity.ts';

/** What the person's application reads: the address in a QR code, or the secret by hand. */
export interface ProposedSecondFactor {
	readonly secret: string;
	readonly address: string;
}

/** A new secret, waiting for its first code: until then, signing in asks for nothing more. */
export async function proposeSecondFactor(
	door: Work,
	session: SignedIn,
	proof: Proof,
	visitor: Visitor,
): Promise<ProposedSecondFactor> {
	const { id, email, totpConfirmedAt } = await proveIdentity(door, session, proof, visitor);
	if (totpConfirmedAt) throw new Refusal(409, 'access.second-factor-already');
	const totpSecret = newCodeSecret(randomBytes);
	await door(({ tx }) =>
		tx
			.updateTable('account')
			.set({ totpSecret })
			.where('id', '=', id)
			.where('totpConfirmedAt', 'is', null)
			.execute(),
	);
	return { secret: totpSecret, address: codeAddress(totpSecret, email) };
}

/** The secret still waiting for its first code, to be shown again after a wrong one. */
export async function proposedSecondFactor(
	act: Act,
	session: SignedIn,
): Promise<ProposedSecondFactor | null> {
	const account = await findAccount(act, session.accountId);
	if (!account?.totpSecret || account.totpConfirmedAt) return null;
	return { secret: account.totpSecret, address: codeAddress(account.totpSecret, account.email) };
}
