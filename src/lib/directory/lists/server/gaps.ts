import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

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

/** What stewards are told is missing, by need and place, the most often said first; `code` keeps one département. */
export async function listGaps({ tx }: Act, department: string | null = null): Promise<GapGroup[]> {
	const { rows } = await sql<GapGroup>`
		select g.commune_code, c.name as commune_name, g.topics, lower(g.words) as words, count(*)::int as count,
			max(g.reported_at) as last_on,
			coalesce(json_agg(json_build_object('id', g.id, 'text', g.sentence, 'at', g.reported_at)
				order by g.reported_at desc) filter (where g.sentence is not null), '[]') as sentences
		from gap_report g join commune c on c.code = g.commune_code
		where ${department}::text is null or c.department_code = ${department}
		group by g.commune_code, c.name, g.topics, lower(g.words)
		order by count desc, last_on desc, commune_name, words
		limit ${most}`.execute(tx);
	return rows.map((row) => ({
		...row,
		sentences: row.sentences.map((one) => ({ ...one, at: new Date(one.at) })),
	}));
}

/** The départements where something is said to be missing. */
export const gapDepartments = async ({ tx }: Act): Promise<string[]> => {
	const rows = await tx
		.selectFrom('gapReport')
		.innerJoin('commune', 'commune.code', 'communeCode')
		.select('departmentCode')
		.distinct()
		.orderBy('departmentCode')
		.execute();
	return rows.flatMap(({ departmentCode }) => departmentCode ?? []);
};
