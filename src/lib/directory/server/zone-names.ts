import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

const shown = 8;

/** Names of a zone of eligibility's codes (communes, EPCI, départements), in one query; `more` are left unnamed. */
export async function zoneNames(
	{ tx }: Act,
	codes: readonly string[],
): Promise<{ names: string[]; more: number }> {
	const local = codes.filter((code) => code !== 'france' && !/^99\d{3}$/.test(code));
	if (local.length === 0) return { names: [], more: 0 };
	const { rows } = await sql<{ name: string }>`
		select coalesce(
			(select commune.name from commune where commune.code = zone.code and length(zone.code) = 5),
			(select territory.name from territory where territory.code = zone.code and territory.kind in ('epci', 'department')
				order by year desc limit 1)) as name
		from unnest(${local.slice(0, shown)}::text[]) with ordinality as zone(code, rank) order by rank`.execute(
		tx,
	);
	return { names: rows.flatMap(({ name }) => (name ? [name] : [])), more: Math.max(0, local.length - shown) };
}
