import { type RawBuilder, sql } from 'kysely';

/**
 * Which entries to publish. All conditions hold together. `where` speaks of `s` (the service), `o` (who offers it) and
 * `p` (its place); of `o` and `p` only for organisations.
 */
export interface Wanted {
	readonly ids?: readonly string[];
	readonly modifiedAfter?: Date | undefined;
	readonly organisationId?: string | undefined;
	readonly where?: readonly RawBuilder<boolean>[];
	/** Tombstones too: what is closed, no longer told, or become one with another. */
	readonly withGone?: boolean;
}

/** A page, in the order of ids: after an id, or past so many entries. */
export interface Slice {
	readonly after?: string | undefined;
	readonly offset?: number;
	/** Null for all of them. */
	readonly limit: number | null;
	/** Whether to say how many entries there are in all. */
	readonly counted?: boolean;
}

/** Entries of a page; `total` counts all that are wanted, and is null unless asked. */
export interface Page<Entry> {
	readonly entries: readonly Entry[];
	readonly total: number | null;
}

/**
 * As the views `listed_organisation` and `listed_service` have it, of rows that are joined already: meeting the views
 * again costs fifty times more on a whole region.
 */
const keepsAnother = (id: 'own.id' | 'o.id') => sql`exists (select from organisation merged
	where merged.merged_into = ${sql.ref(id)} and merged.gone_at is null)`;
export const isListedOrganisation = sql`(o.merged_into is null and (o.gone_at is null or ${keepsAnother('o.id')}))`;
export const isListedService = sql`(s.gone_at is null and s.merged_into is null
	and (own.gone_at is null or own.merged_into is not null or ${keepsAnother('own.id')}))`;

export const allOf = (conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> =>
	sql.join([sql`true`, ...conditions.filter((one) => one !== undefined)], sql` and `);

export const nameOfRegion = (place: 'p' | 'op') => sql`(select region.name from commune
	join territory region on region.kind = 'region' and region.code = commune.region_code
	where commune.code = ${sql.ref(`${place}.commune_code`)} order by region.year desc limit 1)`;
