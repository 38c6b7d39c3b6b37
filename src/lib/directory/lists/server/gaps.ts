import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { ServedTerritory } from '../../upkeep/server/served-territories.ts';

/** A need that several may have missed at one place. */
export interface GapGroup {
	readonly communeCode: string;
	readonly communeName: string;
	readonly topics: readonly string[];
	/** As searched, in lower case. */
	readonly words: string;
	readonly count: number;
	readonly lastOn: Date;
	readonly sentences: readonly { readonly id: string; readonly text: string; readonly at: Date }[];
}

const most = 500;

interface Chosen {
	readonly kind: string;
	readonly code: string;
}

/** What stewards are told is missing, by need and place, the most often said first; in one territory, or everywhere. */
export async function listGaps({ tx }: Act, territory?: Chosen): Promise<GapGroup[]> {
	const there = territory
		? sql`exists (
			select from territory_commune m where m.commune_code = g.commune_code
				and m.kind = ${territory.kind} and m.code = ${territory.code} and m.year = (
					select max(year) from territory where kind = ${territory.kind} and code = ${territory.code}))`
		: sql`true`;
	const { rows } = await sql<GapGroup>`
		select g.commune_code, c.name as commune_name, g.topics, lower(g.words) as words, count(*)::int as count,
			max(g.reported_at) as last_on,
			coalesce(json_agg(json_build_object('id', g.id, 'text', g.sentence, 'at', g.reported_at)
				order by g.reported_at desc) filter (where g.sentence is not null), '[]') as sentences
		from gap_report g join commune c on c.code = g.commune_code
		where ${there}
		group by g.commune_code, c.name, g.topics, lower(g.words)
		order by count desc, last_on desc, commune_name, words
		limit ${most}`.execute(tx);
	return rows.map((row) => ({
		...row,
		sentences: row.sentences.map((one) => ({ ...one, at: new Date(one.at) })),
	}));
}

/** The territories where something is said to be missing, the widest first. */
export async function gapTerritories({ tx }: Act): Promise<ServedTerritory[]> {
	const { rows } = await sql<ServedTerritory>`
		with latest as (select distinct on (kind, code) kind, code, year, name from territory order by kind, code, year desc)
		select l.kind, l.code, l.name from latest l where exists (
			select from territory_commune m join gap_report g on g.commune_code = m.commune_code
			where m.kind = l.kind and m.code = l.code and m.year = l.year)
		order by array_position(array['region', 'department', 'set', 'living-area', 'epci'], l.kind), l.name
		limit ${most}`.execute(tx);
	return rows;
}
