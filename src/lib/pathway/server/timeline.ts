import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { eventsPerPage } from '../page-of.ts';

/** Something that happened in a pathway, as the log keeps it: who and when, never what was written. */
export interface TimelineEvent {
	readonly seq: number;
	readonly name: string;
	/** Codes and ids, never words. */
	readonly details: unknown;
	readonly at: Date;
	/** The name of a colleague; of another organisation's people, only the organisation is told. */
	readonly by: string | null;
	readonly organisation: string | null;
}

/**
 * One page (from 1) of what happened in a pathway and in its referrals, the newest first, as far as the actor may read,
 * and how many events there are.
 */
export async function listTimeline(
	{ tx }: Act,
	pathwayId: string,
	page: number,
): Promise<{ events: readonly TimelineEvent[]; total: number }> {
	const subjects = sql`any(array(select r.id from referral r where r.pathway_id = ${pathwayId}::uuid) || ${pathwayId}::uuid)`;
	const { rows } = await sql<TimelineEvent & { total: number }>`
		with page as materialized (
			select e.seq, e.name, e.details, e.happened_at, e.hat_id, e.organisation_id,
				(count(*) over ())::integer as total
			from event e where e.subject = ${subjects}
			order by e.seq desc limit ${eventsPerPage} offset ${(page - 1) * eventsPerPage})
		select p.seq, p.name, p.details, p.happened_at as at, c.name as by, o.name as organisation, p.total
		from page p left join organisation o on o.id = p.organisation_id
			left join colleagues() c on c.hat_id = p.hat_id
		order by p.seq desc`.execute(tx);
	return { events: rows, total: rows[0]?.total ?? 0 };
}
