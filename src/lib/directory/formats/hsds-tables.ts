import { objectFromCells } from './hsds-cells.ts';
import type { RawRow } from './row.ts';

/** The tables of HSDS that the directory reads, under the name of the list that each becomes. */
const tableNames = {
	organizations: ['organization', 'organizations'],
	services: ['service', 'services'],
	locations: ['location', 'locations'],
	service_at_locations: ['service_at_location', 'service_at_locations'],
	addresses: ['address', 'addresses', 'physical_address', 'physical_addresses'],
	phones: ['phone', 'phones'],
	schedules: ['schedule', 'schedules'],
	contacts: ['contact', 'contacts'],
	languages: ['language', 'languages'],
	service_areas: ['service_area', 'service_areas'],
	cost_options: ['cost_option', 'cost_options'],
	attributes: ['attribute', 'attributes'],
	organization_identifiers: ['organization_identifier', 'organization_identifiers'],
	accessibility: ['accessibility', 'accessibilities'],
	capacities: ['service_capacity', 'service_capacities'],
	units: ['unit', 'units'],
	urls: ['url', 'urls'],
} as const;
export type TableName = keyof typeof tableNames;

/** Which table a file holds, by its name. */
export const tableNamed = (file: string): TableName | undefined => {
	const name = file.replace(/\.csv$/i, '').toLowerCase();
	return Object.entries(tableNames).find(([, names]) => (names as readonly string[]).includes(name))?.[0] as
		| TableName
		| undefined;
};

export type Tables = Readonly<Partial<Record<TableName, readonly RawRow[]>>>;

type Told = Readonly<Record<string, unknown>>;

/** Lists by the name they take, each with the column that says what its rows are attached to. */
type Lists = Readonly<Record<string, readonly [rows: readonly Told[], key: string]>>;

/** Gives each object the rows that are attached to it. */
function attach(objects: readonly Told[], lists: Lists): Told[] {
	const grouped = Object.entries(lists).map(
		([name, [rows, key]]) => [name, Map.groupBy(rows, (row) => row[key])] as const,
	);
	return objects.map((told) => {
		const own = grouped.flatMap(([name, rows]) => (rows.has(told.id) ? [[name, rows.get(told.id)]] : []));
		return { ...told, ...Object.fromEntries(own) };
	});
}

/** Gives each object the one that a column names. */
function bring(objects: readonly Told[], name: string, others: readonly Told[]): Told[] {
	const byId = new Map(others.map((other) => [other.id, other]));
	return objects.map((told) => {
		const other = byId.get(told[`${name}_id`]);
		return other ? { ...told, [name]: other } : told;
	});
}

/**
 * The tables of a package put together, as the API of HSDS tells it: each organization, then each service with its
 * places. What is attached to nothing that is there is left aside.
 */
export function objectsFromTables(tables: Tables): RawRow[] {
	const all = (name: TableName): Told[] => (tables[name] ?? []).map(({ values }) => objectFromCells(values));
	const [phones, schedules, languages, urls] = [
		all('phones'),
		all('schedules'),
		all('languages'),
		all('urls'),
	];
	const [contacts, attributes] = [all('contacts'), all('attributes')];
	const locations = attach(all('locations'), {
		addresses: [all('addresses'), 'location_id'],
		phones: [phones, 'location_id'],
		languages: [languages, 'location_id'],
		schedules: [schedules, 'location_id'],
		accessibility: [all('accessibility'), 'location_id'],
	});
	const places = attach(bring(all('service_at_locations'), 'location', locations), {
		phones: [phones, 'service_at_location_id'],
		schedules: [schedules, 'service_at_location_id'],
	});
	const organizations = attach(all('organizations'), {
		locations: [locations, 'organization_id'],
		phones: [phones, 'organization_id'],
		contacts: [contacts, 'organization_id'],
		organization_identifiers: [all('organization_identifiers'), 'organization_id'],
		additional_websites: [urls, 'organization_id'],
		attributes: [attributes, 'link_id'],
	});
	const services = attach(all('services'), {
		service_at_locations: [places, 'service_id'],
		capacities: [bring(all('capacities'), 'unit', all('units')), 'service_id'],
		phones: [phones, 'service_id'],
		schedules: [schedules, 'service_id'],
		contacts: [contacts, 'service_id'],
		languages: [languages, 'service_id'],
		service_areas: [all('service_areas'), 'service_id'],
		cost_options: [all('cost_options'), 'service_id'],
		additional_urls: [urls, 'service_id'],
		attributes: [attributes, 'link_id'],
	});
	return [
		...numbered(
			tables.organizations,
			organizations.map((told) => ({ description: '', ...told })),
		),
		...numbered(tables.services, ofTheirs(services, organizations)),
	];
}

/** What bears an identifier of its source is known by it: services name who offers them so. */
function ofTheirs(services: readonly Told[], organizations: readonly Told[]): Told[] {
	const sourceIds = new Map(organizations.map(({ id, source_id }) => [id, source_id]));
	return services.map((told) => {
		const sourceId = sourceIds.get(told.organization_id);
		return sourceId === undefined ? told : { organization_source_id: sourceId, ...told };
	});
}

/** Each object at the line where its table tells it. */
const numbered = (rows: readonly RawRow[] = [], objects: readonly Told[]): RawRow[] =>
	objects.map((values, rank) => ({ line: rows[rank]?.line ?? 0, values }));
