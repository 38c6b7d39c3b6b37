import { CamelCasePlugin, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { conditionsOf, serviceChangedAt, serviceSources } from './read-services.ts';
import type { Wanted } from './wanted.ts';

export interface Mark {
	readonly id: string;
	readonly modifiedAt: Date;
}

/** Which services are published, and when each changed: nothing else of them, so all can be told at once. */
export async function readServiceMarks({ tx }: Act, wanted: Wanted): Promise<Mark[]> {
	const { rows } = await sql<Mark>`select s.id, ${serviceChangedAt} as modified_at from ${serviceSources}
		where ${conditionsOf(wanted)} order by s.id`.execute(
		tx.withoutPlugins().withPlugin(new CamelCasePlugin()),
	);
	return rows;
}
