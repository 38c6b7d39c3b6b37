import type { Role } from '../../actor.ts';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { looksLikeToken } from '../session-token.ts';
import type { Visitor } from '../visitor.ts';
import { nameOfPlace } from './hat-places.ts';
import { tokenHash } from './tokens.ts';
import { giveBack, withinLimit } from './within-limit.ts';

export interface OpenInvitation {
	readonly id: string;
	readonly email: string;
	readonly role: Role;
	readonly organisationId: string | null;
	readonly territoryKind: string | null;
	readonly territoryCode: string | null;
	/** The organisation's or the territory's name; null for the whole platform. */
	readonly placeName: string | null;
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

export async function openInvitation(act: Act, token: string): Promise<OpenInvitation | undefined> {
	if (!looksLikeToken(token)) return undefined;
	const row = await act.tx
		.selectFrom('invitation')
		.leftJoin('account', 'account.email', 'invitation.email')
		.select([
			'invitation.id',
			'invitation.email',
			'invitation.role',
			'organisationId',
			'territoryKind',
			'territoryCode',
			'account.id as accountId',
		])
		.where('tokenHash', '=', tokenHash(token))
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('invitation.expiresAt', '>', act.at)
		.executeTakeFirst();
	if (!row) return undefined;
	const { accountId, role, ...invitation } = row;
	const placeName = (await nameOfPlace(act, invitation)) ?? null;
	return { ...invitation, role: role as Role, placeName, known: accountId !== null };
}
