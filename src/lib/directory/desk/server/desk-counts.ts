import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { dayInParis, isDueOn } from '../../upkeep/server/due-services.ts';

/** What waits for those who keep the directory true: how many of each. */
export interface DeskCounts {
	/** Services whose review is due. */
	readonly due: number;
	/** Entries about which something is proposed. */
	readonly propositions: number;
	/** Pairs of entries that seem to tell the same thing. */
	readonly duplicates: number;
	/** The actor's imports that are not finished. */
	readonly drafts: number;
	/** Scheduled imports whose last run failed. */
	readonly failing: number;
}

/** One query; each count is what the actor may see. */
export async function countDesk({ tx, at }: Act): Promise<DeskCounts> {
	const { rows } = await sql<DeskCounts>`select
		(select count(*)::int from listed_service s where ${isDueOn(dayInParis(at))}) as due,
		(select count(distinct c.entry_id)::int from correction_field f join correction c on c.id = f.correction_id
			where f.state = 'open') as propositions,
		(select count(*)::int from duplicate_pair where state = 'proposed') as duplicates,
		(select count(*)::int from import_draft where state in ('open', 'running', 'failed')) as drafts,
		(select count(*)::int from scheduled_import where last_problem is not null and stopped_at is null) as failing`.execute(
		tx,
	);
	return rows[0]!;
}
