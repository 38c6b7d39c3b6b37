import { sql } from 'kysely';
import type { Act, Work } from '../../server/act.ts';
import { type LabelledHat, type SignedIn, sessionIsOver } from '../session.ts';
import { looksLikeToken } from '../session-token.ts';
import { tokenHash } from './tokens.ts';

const aMinute = 60_000;

/**
 * The session of a cookie, with its account and the hats it may put on at this very instant; null when it is over, or
 * when the account is suspended. One query; the last sign of life is written at most once a minute.
 */
export async function findSession(door: Work, token: string): Promise<SignedIn | null> {
	if (!looksLikeToken(token)) return null;
	return door(async (act) => {
		const row = await read(act, token);
		if (!row || sessionIsOver(row, act.at)) return null;
		if (act.at.getTime() - row.lastSeenAt.getTime() >= aMinute) await touch(act, row.id);
		const { id, accountId, name, email, complete, hats, hatId } = row;
		return { id, accountId, name, email, complete, hats, hat: hats.find((hat) => hat.id === hatId) ?? null };
	});
}

const read = ({ tx }: Act, token: string) =>
	tx
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.accountId')
		.select([
			'session.id',
			'session.accountId',
			'session.hatId',
			'session.complete',
			'session.lastSeenAt',
			'session.expiresAt',
			'account.name',
			'account.email',
			hatsWithPlaces.as('hats'),
		])
		.where('tokenHash', '=', tokenHash(token))
		.where('account.suspendedAt', 'is', null)
		.executeTakeFirst();

const hatsWithPlaces = sql<LabelledHat[]>`(
	select coalesce(json_agg(json_build_object(
		'id', hat.id, 'role', hat.role, 'organisationId', hat.organisation_id,
		'territoryKind', hat.territory_kind, 'territoryCode', hat.territory_code,
		'place', coalesce(organisation.name, (
			select territory.name from territory
			where territory.kind = hat.territory_kind and territory.code = hat.territory_code
			order by territory.year desc limit 1))
	) order by hat.created_at, hat.id), '[]')
	from hat left join organisation on organisation.id = hat.organisation_id
	where hat.account_id = account.id and hat.ended_at is null)`;

async function touch({ tx, at }: Act, id: string): Promise<void> {
	await tx.updateTable('session').set({ lastSeenAt: at }).where('id', '=', id).execute();
}
