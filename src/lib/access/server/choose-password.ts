import { refuseIf } from '../../refusal.ts';
import { type Owner, passwordBlockedBy } from '../password.ts';
import { estimator } from './estimator.ts';
import { hashPassword } from './password-hash.ts';

/** The hash of a password that its owner may choose; refuses (422) one that is too easy to guess. */
export async function choosePassword(password: string, owner: Owner): Promise<string> {
	refuseIf(passwordBlockedBy(password, owner, await estimator()), 422);
	return hashPassword(password);
}
