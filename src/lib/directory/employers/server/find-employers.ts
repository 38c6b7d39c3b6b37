import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { parisDay } from '../../closure.ts';
import { offersOf } from '../../nested.ts';
import { type EmployerKind, employerKinds, type Offer } from '../../organisation.ts';
import { oneOf } from '../../server/closed-lists.ts';
import { kmTo, type Point } from '../../server/km-to.ts';
import { type EmployerFilters, employersOnAPage, romeCodeIn } from '../address.ts';

/** An employer and those of its offers that fit what was asked. */
export interface FoundEmployer {
	readonly id: string;
	readonly name: string;
	readonly kind: EmployerKind | null;
	readonly commune: string | null;
	readonly fictional: boolean;
	/** From the place asked; null without one, or when nobody knows where it is. */
	readonly km: number | null;
	readonly offers: readonly Offer[];
}

interface Row {
	readonly id: string;
	readonly name: string;
	readonly employerKind: string | null;
	readonly communeName: string | null;
	readonly fictional: boolean;
	readonly km: number | null;
	readonly offers: unknown;
	readonly total: string;
}

/**
 * The employers near a place (WGS 84 degrees) whose name or offers fit the words, or whose offers are of the ROME code
 * asked, with the offers of today that fit the filters: nearest first, then by name. One query.
 */
export async function findEmployers(
	{ tx, at }: Act,
	filters: EmployerFilters,
	near: Point | undefined,
): Promise<{ total: number; employers: FoundEmployer[] }> {
	const { rows } = await sql<Row>`
		select o.id, o.name, o.employer_kind, p.commune_name, o.fictional, d.km, x.offers, count(*) over () as total
		from listed_organisation o
		left join place p on p.id = o.place_id
		left join lateral (select ${kmTo(near)} as km) d on true
		left join lateral (
			select jsonb_agg(f.offer order by f.rank) as offers
			from jsonb_array_elements(o.offers) with ordinality f (offer, rank)
			where ${offerFits(filters, parisDay(at))}
		) x on true
		where (o.employer_kind is not null or o.offers <> '[]')
			and ${asksForOffers(filters) ? sql`x.offers is not null` : sql`(x.offers is not null or ${nameFits(filters.words)})`}
			and ${near ? sql`d.km <= ${filters.radiusKm}` : sql`true`}
		order by d.km nulls last, o.name, o.id
		limit ${employersOnAPage} offset ${(filters.page - 1) * employersOnAPage}`.execute(tx);
	return { total: Number(rows[0]?.total ?? 0), employers: rows.map(employerOf) };
}

const asksForOffers = ({ kind, tag, accepts, words }: EmployerFilters): boolean =>
	Boolean(kind || tag || accepts.length > 0 || romeCodeIn(words));

const employerOf = ({ employerKind, communeName, offers, ...row }: Row): FoundEmployer => ({
	id: row.id,
	name: row.name,
	kind: oneOf(employerKinds, employerKind),
	commune: communeName,
	fictional: row.fictional,
	km: row.km,
	offers: offersOf(offers ?? []),
});

const nameFits = (words: string) =>
	words === ''
		? sql`true`
		: sql`to_tsvector('french_plain', o.name) @@ websearch_to_tsquery('french_plain', ${words})`;

function offerFits({ words, kind, tag, accepts }: EmployerFilters, today: string) {
	const code = romeCodeIn(words);
	const romeCode = sql`f.offer ->> 'romeCode'`;
	const conditions = [
		sql`coalesce(f.offer ->> 'until', '9999-12-31') >= ${today}`,
		kind && sql`f.offer ->> 'kind' = ${kind}`,
		tag && sql`exists (select from occupation_tag t where t.rome_code = ${romeCode} and t.tag = ${tag})`,
		...accepts.map((each) => sql`f.offer -> 'accepts' ? ${each}`),
		code && sql`${romeCode} = ${code}`,
		words !== '' && !code && sql`(${nameFits(words)} or ${textFits(words)})`,
	];
	return sql.join(
		conditions.filter((each) => typeof each === 'object'),
		sql` and `,
	);
}

const textFits = (
	words: string,
) => sql`to_tsvector('french_plain', concat_ws(' ', f.offer ->> 'title', f.offer ->> 'description',
	(select string_agg(t.label, ' ') from occupation_tag t where t.rome_code = f.offer ->> 'romeCode')))
	@@ websearch_to_tsquery('french_plain', ${words})`;
