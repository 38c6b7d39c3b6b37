import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { NewPassword } from '../password.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { signedBy } from './accounts.ts';
import { choosePassword } from './choose-password.ts';
import { findInvitation, type OpenInvitation, openInvitation } from './find-invitation.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { PersonName } from './rename-account.ts';

const nothingTyped = z.literal('').transform(() => undefined);

export const NewAccount = z.object({
	name: PersonName,
	/** Without a password, one signs in by a link received by mail. */
	newPassword: z.union([nothingTyped, NewPassword]).optional(),
});
type NewAccount = z.infer<typeof NewAccount>;

/** Somebody who has no account yet opens one: the link proves the address. */
export async function openInvitedAccount(
	door: Work,
	token: string,
	{ name, newPassword }: NewAccount,
	visitor: Visitor,
): Promise<OpenedSession> {
	const { email, known } = await findInvitation(door, token, visitor);
	if (known) throw new Refusal(409, 'access.invitation-sign-in');
	const passwordHash = newPassword ? await choosePassword(newPassword, { email, name }) : null;
	return door(async (anonymous) => {
		const invitation = await takeInvitation(anonymous, token);
		const account = await insertAccount(anonymous, { email, name, passwordHash });
		const act = signedBy(anonymous, account.id);
		await record(act, 'account.opened', account.id, { by: 'invitation' });
		await giveHat(act, account.id, invitation);
		return openSession(act, account, 'invitation', visitor);
	});
}

/** Somebody signed in with the invited address adds the hat to her own; another account is told to sign out. */
export async function acceptInvitation(
	door: Work,
	token: string,
	session: SignedIn,
	visitor: Visitor,
): Promise<void> {
	const { email } = await findInvitation(door, token, visitor);
	if (email !== session.email) throw new Refusal(409, 'access.invitation-other-account');
	await door(async (anonymous) => {
		const act = signedBy(anonymous, session.accountId);
		await giveHat(act, session.accountId, await takeInvitation(act, token));
	});
}

/** Two answers at the same instant: the second finds the invitation gone. */
async function takeInvitation(act: Act, token: string): Promise<OpenInvitation> {
	const invitation = await openInvitation(act, token);
	const taken =
		invitation &&
		(await act.tx
			.updateTable('invitation')
			.set({ acceptedAt: act.at })
			.where('id', '=', invitation.id)
			.where('acceptedAt', 'is', null)
			.where('withdrawnAt', 'is', null)
			.returning('id')
			.executeTakeFirst());
	if (!taken) throw new Refusal(404, 'access.invitation-gone');
	return invitation;
}

async function insertAccount(
	{ tx, at }: Act,
	account: { email: string; name: string; passwordHash: string | null },
): Promise<{ id: string; totpConfirmedAt: Date | null; demo: boolean }> {
	const inserted = await tx
		.insertInto('account')
		.values({ ...account, createdAt: at })
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning(['id', 'totpConfirmedAt', 'demo'])
		.executeTakeFirst();
	if (!inserted) throw new Refusal(409, 'access.invitation-sign-in');
	return inserted;
}

/** A hat already worn is not given twice. */
async function giveHat(act: Act, accountId: string, invitation: OpenInvitation): Promise<void> {
	const { id: invitationId, role, organisationId, territoryKind, territoryCode } = invitation;
	const hat = await act.tx
		.insertInto('hat')
		.values({ accountId, role, organisationId, territoryKind, territoryCode, createdAt: act.at })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	await record(act, 'invitation.accepted', invitationId, {});
	if (hat) await record(act, 'hat.given', hat.id, { role });
}
