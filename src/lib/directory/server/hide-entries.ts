import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/**
 * Takes out of the public tables what confidential entries told: the address of a shelter, its point, its stops, a
 * person's own number. It goes to `private_detail`; the commune remains, unless it is so small that it would tell. Entries
 * of a confidential organisation are confidential. Runs in the transaction that wrote them: nobody sees them in between.
 */
export async function hideEntries(act: Act): Promise<void> {
	const { tx } = act;
	await sql`
		update service s set confidential = true from organisation o
		where o.id = s.organisation_id and o.confidential and not s.confidential`.execute(tx);
	await hideAddresses(act, 'organisation');
	await hideAddresses(act, 'service');
	await hideContacts(act, 'organisation');
	await hideContacts(act, 'service');
}

type Kind = 'organisation' | 'service';
const ownerOf = (kind: Kind) => (kind === 'service' ? sql.ref('e.organisation_id') : sql.ref('e.id'));

/** Fewer people than this, and the name of the commune is nearly an address. */
const smallCommune = 2000;

async function hideAddresses({ tx }: Act, kind: Kind): Promise<void> {
	const stops = kind === 'service' ? sql`|| jsonb_build_object('stops', e.stops)` : sql``;
	const told = kind === 'service' ? sql`or e.stops <> '[]'` : sql``;
	await sql`
		insert into private_detail as detail (entry_id, kind, organisation_id, place)
		select e.id, ${kind}, ${ownerOf(kind)}, coalesce(to_jsonb(p) - 'id' - 'source' - 'key', '{}') ${stops}
		from ${sql.table(kind)} e left join place p on p.id = e.place_id
		where e.confidential and (p.key not like 'hidden %' ${told})
		on conflict (entry_id) do update set place = excluded.place`.execute(tx);
	await sql`
		insert into place as place (source, key, commune_name, insee_code, commune_code, longitude, latitude, position)
		select e.source, 'hidden ' || e.id, c.name, c.code, c.code, c.longitude, c.latitude,
			case when c.longitude is null then 'unknown' else 'commune' end
		from ${sql.table(kind)} e join place p on p.id = e.place_id
			left join commune c on c.code = p.commune_code and c.population >= ${smallCommune}
		where e.confidential and p.key not like 'hidden %'
		on conflict (source, key) do update set commune_name = excluded.commune_name, insee_code = excluded.insee_code,
			commune_code = excluded.commune_code, longitude = excluded.longitude, latitude = excluded.latitude,
			position = excluded.position`.execute(tx);
	await sql`
		delete from held_field h using ${sql.table(kind)} e
		where h.entry_id = e.id and e.confidential and h.field in ('place_id', 'stops')`.execute(tx);
	const noStops = kind === 'service' ? sql`, stops = '[]'` : sql``;
	const { rows } = await sql<{ formerPlace: string | null }>`
		update ${sql.table(kind)} e set place_id = hidden.id ${noStops}
		from ${sql.table(kind)} self left join place hidden on hidden.source = self.source and hidden.key = 'hidden ' || self.id
		where self.id = e.id and e.confidential and (e.place_id is distinct from hidden.id ${told})
		returning self.place_id as former_place`.execute(tx);
	const former = rows.flatMap(({ formerPlace }) => formerPlace ?? []);
	await sql`
		delete from place p where id = any (${former}::uuid[])
			and not exists (select from organisation where place_id = p.id)
			and not exists (select from service where place_id = p.id)`.execute(tx);
}

async function hideContacts({ tx }: Act, kind: Kind): Promise<void> {
	const fields = kind === 'service' ? ['phone', 'email', 'contact_name'] : ['phone', 'email'];
	const contact = sql.join(fields.map((field) => sql`${field}::text, ${sql.ref(`e.${field}`)}`));
	const isTold = sql.join(
		fields.map((field) => sql`${sql.ref(`e.${field}`)} is not null`),
		sql` or `,
	);
	await sql`
		insert into private_detail as detail (entry_id, kind, organisation_id, contact)
		select e.id, ${kind}, ${ownerOf(kind)}, jsonb_build_object(${contact})
		from ${sql.table(kind)} e where e.contact_private and (${isTold})
		on conflict (entry_id) do update set contact = excluded.contact`.execute(tx);
	const nothing = sql.join(fields.map((field) => sql`${sql.ref(field)} = null`));
	await sql`
		update ${sql.table(kind)} e set ${nothing} where e.contact_private and (${isTold})`.execute(tx);
}
