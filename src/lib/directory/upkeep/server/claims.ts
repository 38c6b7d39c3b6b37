import { sql } from 'kysely';
import * as z from 'zod';
import { signedBy } from '#lib/access/server/accounts.ts';
import type { Asking } from '#lib/access/server/asking.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isSteward } from '../deciders.ts';

export interface Claim {
	readonly id: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly email: string;
	readonly way: 'email' | 'letter';
	readonly askedAt: Date;
	readonly state: 'waiting' | 'given' | 'expired' | 'revoked';
}

/** The claims that the actor may see, the last first: all of them for a steward, those of one's own page. */
export async function listClaims({ tx, at }: Act, most = 200): Promise<Claim[]> {
	const { rows } = await sql<Claim>`
		select c.id, c.organisation_id, o.name as organisation, c.email, c.way, c.asked_at,
			case when c.revoked_at is not null then 'revoked'
				when c.given_at is not null or i.accepted_at is not null then 'given'
				when c.asked_at < ${at}::timestamptz - interval '7 days' then 'expired' else 'waiting' end as state
		from page_claim c join organisation o on o.id = c.organisation_id
			left join invitation i on i.id = c.invitation_id
		order by c.asked_at desc, c.id limit ${most}`.execute(tx);
	return rows;
}

export const ClaimToRevoke = z.object({ claim: z.uuid('upkeep.claim-unknown') });

/**
 * Takes a claim back: its link no longer serves, the hat that it gave ends with the next request.
 * @throws Refusal 403 for who is no steward; 404 unknown or already taken back
 */
export async function revokeClaim(
	{ actor, door }: Pick<Asking, 'actor' | 'door'>,
	{ claim }: z.infer<typeof ClaimToRevoke>,
): Promise<void> {
	const { accountId } = actor;
	if (!isSteward(actor) || !accountId) throw new Refusal(403, 'upkeep.stewards-only');
	await door(async (anonymous) => {
		const act = signedBy(anonymous, accountId);
		const revoked = await act.tx
			.updateTable('pageClaim')
			.set({ revokedAt: act.at, revokedBy: accountId })
			.where('id', '=', claim)
			.where('revokedAt', 'is', null)
			.returning(['organisationId', 'email', 'askedAt', 'invitationId'])
			.executeTakeFirst();
		if (!revoked) throw new Refusal(404, 'upkeep.claim-unknown');
		await withdrawLink(act, revoked.invitationId);
		await endHats(act, revoked);
		await record(act, 'upkeep.claim-revoked', revoked.organisationId, {});
	});
}

async function withdrawLink({ tx, at }: Act, invitationId: string | null): Promise<void> {
	if (!invitationId) return;
	await tx
		.updateTable('invitation')
		.set({ withdrawnAt: at })
		.where('id', '=', invitationId)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.execute();
}

/** Hats worn before the claim are none of its doing: they stay. */
async function endHats(
	act: Act,
	{ organisationId, email, askedAt }: { organisationId: string; email: string; askedAt: Date },
): Promise<void> {
	const ended = await act.tx
		.updateTable('hat')
		.set({ endedAt: act.at })
		.where('organisationId', '=', organisationId)
		.where('role', '=', 'provider')
		.where('endedAt', 'is', null)
		.where('createdAt', '>=', askedAt)
		.where('accountId', 'in', act.tx.selectFrom('account').select('id').where('email', '=', email))
		.returning('id')
		.execute();
	for (const { id } of ended) await record(act, 'hat.left', id, {});
}
