import { randomBytes } from 'node:crypto';
import type { Role } from '../../actor.ts';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import type { HatPlace } from '../hat-place.ts';
import { invitationLife } from '../invitation.ts';

/** Whom to invite, in which role, and where it is worn. */
export interface Invited {
	readonly email: string;
	readonly role: Role;
	readonly place: HatPlace;
}

/** Sends an invitation, or again the one that waits for an answer, under a new link made when its mail leaves. */
export async function sendInvitation(act: Act, invited: Invited, origin: string): Promise<void> {
	// Born with a hash that no token has.
	const id = (await findPending(act, invited)) ?? (await insertInvitation(act, invited, randomBytes(32)));
	await enqueue(act, 'send-invitation', { invitationId: id, origin }, { key: `invitation:${id}` });
}

async function findPending({ tx, at }: Act, { email, role, place }: Invited): Promise<string | undefined> {
	const pending = await tx
		.selectFrom('invitation')
		.select('id')
		.where('email', '=', email)
		.where('role', '=', role)
		.where('organisationId', 'is not distinct from', place.organisationId)
		.where('territoryKind', 'is not distinct from', place.territoryKind)
		.where('territoryCode', 'is not distinct from', place.territoryCode)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.executeTakeFirst();
	return pending?.id;
}

export async function insertInvitation(
	act: Act,
	{ email, role, place }: Invited,
	tokenHash: Buffer,
): Promise<string> {
	const { id } = await act.tx
		.insertInto('invitation')
		.values({
			tokenHash,
			email,
			role,
			...place,
			invitedBy: act.actor.hat?.id ?? null,
			createdAt: act.at,
			expiresAt: new Date(act.at.getTime() + invitationLife),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'invitation.sent', id, { role });
	return id;
}

/** Every invitation that waits for an answer, as far as one may see, with the name of its place; the last first. */
export const listWaitingInvitations = ({ tx, at }: Act) =>
	tx
		.selectFrom('invitation')
		.leftJoin('organisation', 'organisation.id', 'invitation.organisationId')
		.select(({ selectFrom, ref }) => [
			'invitation.id',
			'invitation.email',
			'invitation.role',
			'invitation.expiresAt',
			'organisation.name as organisation',
			selectFrom('territory')
				.select('name')
				.where('kind', '=', ref('invitation.territoryKind'))
				.where('code', '=', ref('invitation.territoryCode'))
				.orderBy('year', 'desc')
				.limit(1)
				.as('territory'),
		])
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.orderBy('invitation.createdAt', 'desc')
		.limit(500)
		.execute();
