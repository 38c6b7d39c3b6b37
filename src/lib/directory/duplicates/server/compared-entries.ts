import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import type { Entry } from '../compared.ts';

/** An entry with what decides whether it is looked at. */
export interface Filed extends Entry {
	/** The entry it became one with; itself while it stands alone. */
	readonly root: string;
	readonly importedAt: Date;
}

const pageSize = 5000;

const place = sql`p.address, p.commune_code, coalesce(p.commune_name, c.name) as commune_name, p.latitude, p.longitude, p.position`;
const selects = {
	organisation: sql`
		select e.id, 'organisation' as kind, e.source, e.name, e.siret, e.id as organisation_id, null as organisation_name,
			e.phone, e.email, e.website, '{}'::text[] as topics, ${place}, coalesce(e.merged_into, e.id) as root, e.imported_at
		from organisation e left join place p on p.id = e.place_id left join commune c on c.code = p.commune_code
		where e.gone_at is null`,
	service: sql`
		select e.id, 'service' as kind, e.source, e.name, o.siret, coalesce(o.merged_into, o.id) as organisation_id,
			o.name as organisation_name, e.phone, e.email, coalesce(e.link, e.mobilisation_link) as website, e.topics, ${place},
			coalesce(e.merged_into, e.id) as root, greatest(e.imported_at, o.imported_at) as imported_at
		from service e join organisation o on o.id = e.organisation_id
			left join place p on p.id = coalesce(e.place_id, o.place_id) left join commune c on c.code = p.commune_code
		where e.gone_at is null and o.gone_at is null`,
};

/** Every entry still told, by pages, those of one commune together. */
export async function* filedPages({ tx }: Act, kind: EntryKind): AsyncGenerator<readonly Filed[]> {
	await sql`declare filed no scroll cursor for ${selects[kind]} order by p.commune_code, e.id`.execute(tx);
	for (;;) {
		const { rows } = await sql<Filed>`fetch ${sql.lit(pageSize)} from filed`.execute(tx);
		if (rows.length === 0) break;
		yield rows;
	}
	await sql`close filed`.execute(tx);
}

/** These entries, by id. */
export async function filedByIds(
	{ tx }: Act,
	kind: EntryKind,
	ids: Iterable<string>,
): Promise<Map<string, Filed>> {
	const { rows } = await sql<Filed>`${selects[kind]} and e.id = any (${[...ids]}::uuid[])`.execute(tx);
	return new Map(rows.map((row) => [row.id, row]));
}
