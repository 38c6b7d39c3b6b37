import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { isSteward } from '../../upkeep/deciders.ts';

/** An organisation where a branch may open. */
export interface Host {
	readonly id: string;
	readonly name: string;
	readonly commune: string | null;
}

const most = 10;

/** Organisations whose name has these words, those that the actor keeps: all for a steward, else her own. */
export async function findHosts({ tx, actor }: Act, words: string): Promise<Host[]> {
	if (words.trim() === '') return [];
	const { rows } = await sql<Host>`
		select o.id, o.name, p.commune_name as commune
		from listed_organisation o left join place p on p.id = o.place_id
		where to_tsvector('french_plain', concat_ws(' ', o.name, p.commune_name)) @@ plainto_tsquery('french_plain', ${words})
			and ${isSteward(actor) ? sql`true` : sql`o.id = ${actor.hat?.organisationId ?? null}::uuid`}
		order by o.name, o.id limit ${most}`.execute(tx);
	return rows;
}
