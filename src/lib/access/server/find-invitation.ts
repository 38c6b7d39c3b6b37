import type { Role } from '../../actor.ts';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { looksLikeToken } from '../session-token.ts';
import type { Visitor } from '../visitor.ts';
import { tokenHash } from './tokens.ts';
import { giveBack, withinLimit } from './within-limit.ts';

export interface OpenInvitation {
	readonly id: string;
	readonly email: string;
	readonly role: Role;
	readonly organisationId: string | null;
	readonly territoryKind: string | null;
	readonly territoryCode: string | null;
	/** The organisation's name; null for a territory or the whole installation. */
	readonly organisation: string | null;
	/** Whether its address already has an account: told only to whoever holds the link. */
	readonly known: boolean;
}

/** The invitation behind a link, not answered yet; refuses (404) any other. */
export async function findInvitation(
	door: Work,
	token: string,
	{ address }: Visitor,
): Promise<OpenInvitation> {
	const tries = await withinLimit(door, 'accept-invitation', { address });
	return door(async (act) => {
		const invitation = await openInvitation(act, token);
		if (!invitation) throw new Refusal(404, 'access.invitation-gone');
		await giveBack(act, tries);
		return invitation;
	});
}

export async function openInvitation({ tx, at }: Act, token: string): Promise<OpenInvitation | undefined> {
	if (!looksLikeToken(token)) return undefined;
	const row = await tx
		.selectFrom('invitation')
		.leftJoin('organisation', 'organisation.id', 'invitation.organisationId')
		.leftJoin('account', 'account.email', 'invitation.email')
		.select([
			'invitation.id',
			'invitation.email',
			'invitation.role',
			'organisationId',
			'territoryKind',
			'territoryCode',
			'organisation.name as organisation',
			'account.id as accountId',
		])
		.where('tokenHash', '=', tokenHash(token))
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('invitation.expiresAt', '>', at)
		.executeTakeFirst();
	if (!row) return undefined;
	const { accountId, role, ...invitation } = row;
	return { ...invitation, role: role as Role, known: accountId !== null };
}
