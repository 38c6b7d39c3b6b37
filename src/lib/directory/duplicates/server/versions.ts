import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import type { Version } from '../merging.ts';

/** An entry as a merge looks at it, and where it stands. */
export interface FullVersion extends Version {
	readonly source: string;
	/** The entry it became one with; null while it stands alone. */
	readonly mergedInto: string | null;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly communeCode: string | null;
	readonly communeName: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly position: string | null;
	readonly isGone: boolean;
}

/** The entries of these ids, by id; those that are no longer there are left out. */
export async function versionsOf(
	act: Act,
	kind: EntryKind,
	ids: readonly string[],
): Promise<Map<string, FullVersion>> {
	const rows = await (kind === 'organisation' ? organisationRows(act, ids) : serviceRows(act, ids));
	return new Map(rows.map((row) => [row.id, versionOf(row)]));
}

const place = sql`p.address as place_address, p.postcode, p.commune_code, coalesce(p.commune_name, c.name) as place_commune,
	p.latitude, p.longitude, p.position`;
const placeJoin = sql`left join place p on p.id = e.place_id left join commune c on c.code = p.commune_code`;
const toldOn = sql`to_char(greatest(e.updated_on, coalesce(e.verified_on, e.updated_on)), 'YYYY-MM-DD') as told_on`;

interface Row {
	readonly id: string;
	readonly name: string;
	readonly source: string;
	readonly mergedInto: string | null;
	readonly goneAt: Date | null;
	readonly toldOn: string | null;
	readonly services: number;
	readonly ownerId: string;
	readonly ownerName: string;
	readonly placeAddress: string | null;
	readonly postcode: string | null;
	readonly communeCode: string | null;
	readonly placeCommune: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly position: string | null;
}

const organisationRows = async ({ tx }: Act, ids: readonly string[]): Promise<Row[]> =>
	(
		await sql<Row>`
		select e.*, ${place}, ${toldOn}, e.id as owner_id, e.name as owner_name,
			(select count(*)::int from listed_service s where s.organisation_id = e.id) as services
		from organisation e ${placeJoin} where e.id = any (${ids}::uuid[])`.execute(tx)
	).rows;

const serviceRows = async ({ tx }: Act, ids: readonly string[]): Promise<Row[]> =>
	(
		await sql<Row>`
		select e.*, ${place}, ${toldOn}, r.id as owner_id, r.name as owner_name, 0 as services
		from service e join organisation o on o.id = e.organisation_id
			join organisation r on r.id = coalesce(o.merged_into, o.id) ${placeJoin}
		where e.id = any (${ids}::uuid[])`.execute(tx)
	).rows;

function versionOf(row: Row): FullVersion {
	const town = [row.postcode, row.placeCommune].filter((part) => part !== null).join(' ');
	return {
		id: row.id,
		name: row.name,
		source: row.source,
		mergedInto: row.mergedInto,
		organisationId: row.ownerId,
		organisationName: row.ownerName,
		toldOn: row.toldOn ?? '',
		services: row.services,
		isGone: row.goneAt !== null,
		address: [row.placeAddress, town].filter((part) => part !== null && part !== '').join(', ') || null,
		communeCode: row.communeCode,
		communeName: row.placeCommune,
		latitude: row.latitude,
		longitude: row.longitude,
		position: row.position,
		values: Object.fromEntries(Object.entries(row)),
	};
}
