import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/** One thing that she shares: with whom, what, until when, and when it was last opened there. */
export interface OwnReader {
	readonly id: string;
	readonly organisation: string;
	readonly level: 1 | 2 | 3 | 4 | 5;
	readonly domains: readonly string[];
	readonly byReferral: boolean;
	readonly endsAt: Date;
	readonly lastOpenedAt: Date | null;
}

/** What she shares now, line by line: each may be stopped alone. */
export async function listOwnReaders({ tx, at }: Act): Promise<readonly OwnReader[]> {
	const { rows } = await sql<OwnReader>`
		select a.id, o.name as organisation, a.level, a.domains, a.way = 'referral' as by_referral, a.ends_at,
			(select max(l.at) from access_log l where l.organisation_id = a.organisation_id) as last_opened_at
		from agreement a join organisation o on o.id = a.organisation_id
		where a.revoked_at is null and a.starts_at <= ${at} and a.ends_at > ${at}
		order by o.name, a.level desc, a.id`.execute(tx);
	return rows;
}
