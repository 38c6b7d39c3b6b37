import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { columnOf } from '../../fields.ts';
import { isId } from '../../server/closed-lists.ts';
import { type SharedValues, sharedFields, sharedOf } from '../model.ts';

/** A model, its organisation, and how many branches follow it. */
export interface ListedModel {
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
	readonly branches: number;
}

/** A branch of a model, with its own values of the shared fields. */
export interface Branch {
	readonly id: string;
	readonly name: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly values: SharedValues;
}

export interface KnownModel {
	readonly id: string;
	readonly name: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly values: SharedValues;
	readonly branches: readonly Branch[];
}

/** The models that the actor may see: those of her organisation, those its services follow; all of them for a steward. */
export async function listModels({ tx }: Act): Promise<ListedModel[]> {
	const { rows } = await sql<ListedModel>`
		select m.id, m.name, o.name as organisation,
			(select count(*)::int from listed_service s where s.model_id = m.id) as branches
		from service_model m join organisation o on o.id = m.organisation_id
		where m.removed_at is null order by m.name, m.id`.execute(tx);
	return rows;
}

const values = (row: ReturnType<typeof sql.ref>) =>
	sql`(select jsonb_object_agg(key, ${row} -> key) from unnest(${sharedFields.map(columnOf)}::text[]) key)`;

interface ModelRow {
	readonly id: string;
	readonly name: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly fields: Columns;
	readonly branches: readonly (Omit<Branch, 'values'> & { readonly fields: Columns })[];
}
type Columns = Readonly<Record<string, unknown>>;

/**
 * One model and its branches, in one query.
 * @throws Refusal 404 when there is none, or it is not the actor's to see
 */
export async function findModel({ tx }: Act, id: string): Promise<KnownModel> {
	const { rows } = await sql<ModelRow>`
		select m.id, m.name, m.organisation_id, o.name as organisation, m.fields,
			coalesce((
				select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'organisationId', s.organisation_id,
					'organisation', b.name, 'fields', ${values(sql.ref('own.row'))}) order by b.name, s.name, s.id)
				from listed_service s join organisation b on b.id = s.organisation_id
				cross join lateral (select to_jsonb(s) as row) own
				where s.model_id = m.id), '[]') as branches
		from service_model m join organisation o on o.id = m.organisation_id
		where m.id = ${isId(id) ? id : null}::uuid and m.removed_at is null`.execute(tx);
	const [row] = rows;
	if (!row) throw new Refusal(404, 'models.none-such');
	const { fields, branches, ...model } = row;
	return {
		...model,
		values: fieldsOf(fields),
		branches: branches.map(({ fields: own, ...branch }) => ({ ...branch, values: fieldsOf(own) })),
	};
}

const fieldsOf = (columns: Columns): SharedValues =>
	Object.fromEntries(
		sharedFields
			.filter((field) => Object.hasOwn(columns, columnOf(field)))
			.map((field) => [field, columns[columnOf(field)]]),
	);

/** The same values, by column, as the database keeps them. */
export const columnsOf = (shared: SharedValues): string =>
	JSON.stringify(
		Object.fromEntries(Object.entries(shared).map(([field, value]) => [columnOf(field), value])),
	);

/** The model that a service follows, and the values it would give to one. Throws as `findService` does not: 404. */
export async function modelOf(
	{ tx }: Act,
	serviceId: string,
): Promise<{
	id: string;
	name: string;
	organisationId: string;
	modelId: string | null;
	values: SharedValues;
}> {
	const row = isId(serviceId)
		? await tx.selectFrom('service').selectAll().where('id', '=', serviceId).executeTakeFirst()
		: undefined;
	if (!row) throw new Refusal(404, 'import-run.no-service');
	const { id, name, organisationId, modelId } = row;
	return { id, name, organisationId, modelId, values: sharedOf(row) };
}
