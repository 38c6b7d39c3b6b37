import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

export interface ExportMarks {
	readonly structures: number;
	readonly services: number;
	/** The last instant at which an entry changed; null for an empty directory. */
	readonly modifiedAt: Date | null;
}

/** How much is published, and when it last changed. */
export async function readExportMarks({ tx }: Act): Promise<ExportMarks> {
	const { rows } = await sql<ExportMarks>`select
		(select count(*)::int from listed_organisation) as structures, (select count(*)::int from listed_service) as services,
		(select max(at) from (select max(modified_at) as at from organisation union all select max(modified_at) from service) last)
			as "modifiedAt"`.execute(tx.withoutPlugins());
	const [marks] = rows;
	return marks ?? { structures: 0, services: 0, modifiedAt: null };
}
