import type { HsdsOrganization, HsdsService } from '../formats/hsds-schema.ts';
import { columnsOf, type HsdsTable, tableOfTerm } from './hsds-tables.ts';

type Told = Readonly<Record<string, unknown>>;
/** Rows of the tables of HSDS, by the name of each. */
export type TableRows = ReadonlyMap<HsdsTable, readonly Told[]>;

/** An organization with its services, as rows that name one another; each row is there once. */
export function rowsOf(told: HsdsOrganization & { readonly services?: readonly HsdsService[] }): TableRows {
	const rows: Rows = new Map();
	lay(rows, 'organization', told, {});
	return new Map([...rows].map(([table, byId]) => [table, [...byId.values()]]));
}

type Rows = Map<HsdsTable, Map<unknown, Told>>;

/** What it bears becomes rows of other tables, under its key; the rest stays in its own row. */
function lay(rows: Rows, table: HsdsTable, told: Told, keys: Told): void {
	const row: Record<string, unknown> = { ...keys, ...linksOf(told) };
	for (const [term, value] of Object.entries(told)) {
		const inner = tableOfTerm(table, term);
		if (!inner) row[term] = value;
		else for (const one of recordsIn(value)) lay(rows, inner, one, keyTo(inner, table, told.id));
	}
	const byId = rows.get(table) ?? new Map<unknown, Told>();
	rows.set(table, byId);
	// A place may be told under its organization, then under a service: it is one row all the same.
	byId.set(told.id, { ...byId.get(told.id), ...row });
}

/** What a row names of what it bears. */
const linksOf = ({ unit, location, taxonomy_term: term }: Told): Told => ({
	...(isRecord(unit) && { unit_id: unit.id }),
	...(isRecord(location) && { location_id: location.id }),
	...(isRecord(term) && { taxonomy_term_id: term.id }),
});

function keyTo(inner: HsdsTable, owner: HsdsTable, id: unknown): Told {
	if (inner === 'attribute') return { link_id: id, link_entity: owner };
	const key = `${owner}_id`;
	return columnsOf(inner).includes(key) ? { [key]: id } : {};
}

const recordsIn = (value: unknown): Told[] => (Array.isArray(value) ? value : [value]).filter(isRecord);

const isRecord = (value: unknown): value is Told =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
