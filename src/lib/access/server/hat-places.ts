import { type RawBuilder, sql } from 'kysely';
import type { Act } from '../../server/act.ts';
import { type HatPlace, inOrganisation, onTerritory } from '../hat-place.ts';

/** A place where a hat may be worn, with what tells it from another of the same name. */
export interface FoundPlace {
	readonly place: HatPlace;
	readonly name: string;
	/** The organisation's commune; the kind of a territory. */
	readonly detail: string | null;
}

interface OrganisationRow {
	id: string;
	name: string;
	detail: string | null;
}
interface TerritoryRow {
	kind: string;
	code: string;
	name: string;
}

/** Lower case, without accents nor punctuation, as people type names. */
const folded = (text: RawBuilder<unknown>) =>
	sql<string>`trim(regexp_replace(lower(unaccent(${text})), '[^a-z0-9]+', ' ', 'g'))`;
const inName = (column: string, text: string) =>
	sql<number>`strpos(${folded(sql.ref(column))}, ${folded(sql`${text}::text`)})`;
/** One letter alone would bring everything. */
const holds = (column: string, text: string) =>
	sql<boolean>`(${inName(column, text)} > 0 and length(${folded(sql`${text}::text`)}) > 1)`;
/** Names that begin so come first, the shortest before the others. */
const nearest = (column: string, text: string) =>
	sql`${inName(column, text)}, length(${sql.ref(column)}), ${sql.ref(column)}`;

/** Organisations by their id, their SIRET or words of their name, the nearest name first. */
export async function findOrganisations(
	{ tx }: Act,
	typed: string,
	limit: number,
): Promise<(FoundPlace & { readonly id: string })[]> {
	const text = typed.trim();
	const siret = text.replace(/\s/g, '');
	const matches = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
		? sql<boolean>`o.id = ${text}::uuid`
		: /^\d{14}$/.test(siret)
			? sql<boolean>`o.siret = ${siret}`
			: holds('o.name', text);
	const { rows } = await sql<OrganisationRow>`
		select o.id, o.name, coalesce(place.commune_name, o.siret) as detail
		from organisation o left join place on place.id = o.place_id
		where o.gone_at is null and o.merged_into is null and ${matches}
		order by ${nearest('o.name', text)}, o.id limit ${limit}`.execute(tx);
	return rows.map(({ id, name, detail }) => ({ id, place: inOrganisation(id), name, detail }));
}

/** Territories by `kind:code`, code or words of their name, each as it is in its last year. */
export async function findTerritories(
	{ tx }: Act,
	typed: string,
	limit: number,
): Promise<(FoundPlace & { readonly kind: string; readonly code: string })[]> {
	const text = typed.trim();
	const { rows } = await sql<TerritoryRow>`
		select kind, code, name from (
			select distinct on (kind, code) kind, code, name from territory order by kind, code, year desc
		) as latest
		where lower(code) = lower(${text}) or kind || ':' || code = ${text} or ${holds('name', text)}
		order by lower(code) <> lower(${text}), array_position(array['region', 'department', 'epci', 'set', 'living-area'], kind),
			${nearest('name', text)}, code
		limit ${limit}`.execute(tx);
	return rows.map(({ kind, code, name }) => ({
		kind,
		code,
		place: onTerritory(kind, code),
		name,
		detail: null,
	}));
}

/** The name of a place; null for everywhere, nothing when it does not exist. */
export async function nameOfPlace({ tx }: Act, place: HatPlace): Promise<string | null | undefined> {
	const { organisationId, territoryKind, territoryCode } = place;
	if (organisationId)
		return (
			await tx.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst()
		)?.name;
	if (!territoryKind || !territoryCode) return null;
	return (
		await tx
			.selectFrom('territory')
			.select('name')
			.where('kind', '=', territoryKind)
			.where('code', '=', territoryCode)
			.orderBy('year', 'desc')
			.executeTakeFirst()
	)?.name;
}
