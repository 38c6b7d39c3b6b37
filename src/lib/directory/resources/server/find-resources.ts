import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { parisDay } from '../../closure.ts';
import { resourcesOf } from '../../nested.ts';
import type { Resource } from '../../organisation.ts';
import { kmTo, type Point } from '../../server/km-to.ts';
import { type ResourceFilters, resourcesOnAPage } from '../address.ts';

/** A means, and the organisation that offers or seeks it. */
export interface FoundResource {
	readonly organisationId: string;
	readonly organisation: string;
	readonly commune: string | null;
	readonly fictional: boolean;
	/** From the place asked; null without one, or when nobody knows where it is. */
	readonly km: number | null;
	readonly resource: Resource;
}

interface Row extends Omit<FoundResource, 'resource'> {
	readonly resource: unknown;
	readonly total: string;
}

/**
 * The means offered or sought these days near a place, whose words or organisation's name fit: nearest first, then by
 * name. One query.
 */
export async function findResources(
	{ tx, at }: Act,
	filters: ResourceFilters,
	near: Point | undefined,
): Promise<{ total: number; resources: FoundResource[] }> {
	const { words, direction, kind, radiusKm, page } = filters;
	const said = sql`concat_ws(' ', o.name, f.resource ->> 'title', f.resource ->> 'description')`;
	const { rows } = await sql<Row>`
		select o.id as organisation_id, o.name as organisation, p.commune_name as commune, o.fictional, d.km, f.resource,
			count(*) over () as total
		from listed_organisation o
		cross join lateral jsonb_array_elements(o.resources) with ordinality f (resource, rank)
		left join place p on p.id = o.place_id
		left join lateral (select ${kmTo(near)} as km) d on true
		where o.resources <> '[]'
			and coalesce(f.resource ->> 'until', '9999-12-31') >= ${parisDay(at)}
			and (${direction ?? null}::text is null or f.resource ->> 'direction' = ${direction ?? null})
			and (${kind ?? null}::text is null or f.resource ->> 'kind' = ${kind ?? null})
			and (${words} = '' or to_tsvector('french_plain', ${said}) @@ websearch_to_tsquery('french_plain', ${words}))
			and (${near === undefined} or d.km <= ${radiusKm})
		order by d.km nulls last, o.name, o.id, f.rank
		limit ${resourcesOnAPage} offset ${(page - 1) * resourcesOnAPage}`.execute(tx);
	return {
		total: Number(rows[0]?.total ?? 0),
		resources: rows.flatMap(({ resource, total: _, ...row }) =>
			resourcesOf([resource]).map((each) => ({ ...row, resource: each })),
		),
	};
}
