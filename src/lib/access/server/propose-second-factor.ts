import { randomBytes } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import { codeAddress, newCodeSecret } from '../one-time-code.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { findAccount } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import { type Proof, proveIdentity } from './prove-identity.ts';
import { openSecret } from './take-code.ts';

/** What the person's application reads: the address in a QR code, or the secret by hand. */
export interface ProposedSecondFactor {
	readonly secret: string;
	readonly address: string;
}

/** A new secret, waiting for its first code: until then, signing in asks for nothing more. */
export async function proposeSecondFactor(
	keeper: Doorkeeper,
	session: SignedIn,
	proof: Proof,
	visitor: Visitor,
): Promise<ProposedSecondFactor> {
	const { id, email, totpConfirmedAt } = await proveIdentity(keeper, session, proof, visitor);
	if (totpConfirmedAt) throw new Refusal(409, 'access.second-factor-already');
	const secret = newCodeSecret(randomBytes);
	const totpSecret = keeper.safe.seal(secret, id);
	await keeper.door(({ tx }) =>
		tx
			.updateTable('account')
			.set({ totpSecret })
			.where('id', '=', id)
			.where('totpConfirmedAt', 'is', null)
			.execute(),
	);
	return { secret, address: codeAddress(secret, email) };
}

/** The secret still waiting for its first code, to be shown again after a wrong one. */
export async function proposedSecondFactor(
	{ door, safe }: Doorkeeper,
	session: SignedIn,
): Promise<ProposedSecondFactor | null> {
	const account = await door((act) => findAccount(act, session.accountId));
	if (!account?.totpSecret || account.totpConfirmedAt) return null;
	const secret = openSecret(safe, account.id, account.totpSecret);
	return { secret, address: codeAddress(secret, account.email) };
}
