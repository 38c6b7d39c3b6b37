import { hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryName } from '../formats/row.ts';
import type { Organisation, Place } from '../organisation.ts';
import type { Service } from '../service.ts';

/** The columns that a source tells of each kind of entry, and their types. */
export const columnsOf = {
	organisation: {
		name: 'text',
		description: 'text',
		link: 'text',
		siret: 'text',
		phone: 'text',
		email: 'text',
		website: 'text',
		opening_hours: 'text',
		accessibility_url: 'text',
		networks: 'text[]',
		updated_on: 'date',
		fictional: 'boolean',
		languages: 'text[]',
		closures: 'jsonb',
		employer_kind: 'text',
		offers: 'jsonb',
		resources: 'jsonb',
		confidential: 'boolean',
		contact_private: 'boolean',
	},
	service: {
		name: 'text',
		description: 'text',
		link: 'text',
		kind: 'text',
		topics: 'text[]',
		fee: 'text',
		fee_details: 'text',
		audiences: 'text[]',
		audience_details: 'text',
		conditions: 'text',
		welcome_modes: 'text[]',
		zone: 'text[]',
		phone: 'text',
		email: 'text',
		contact_name: 'text',
		mobilisation_link: 'text',
		mobilisation_modes: 'text[]',
		mobilisable_by: 'text[]',
		mobilisation_details: 'text',
		weekly_hours: 'float8',
		weeks: 'int',
		opening_hours: 'text',
		updated_on: 'date',
		fictional: 'boolean',
		capacity: 'int',
		places_left: 'int',
		saturation: 'text',
		welcome: 'text',
		languages: 'text[]',
		closures: 'jsonb',
		stops: 'jsonb',
		response_days: 'int',
		confidential: 'boolean',
		contact_private: 'boolean',
	},
} as const satisfies Record<EntryName['kind'], Record<string, string>>;

const placeColumns = {
	source: 'text',
	key: 'text',
	address: 'text',
	address_more: 'text',
	postcode: 'text',
	commune_name: 'text',
	insee_code: 'text',
	commune_code: 'text',
	longitude: 'float8',
	latitude: 'float8',
	position: 'text',
} as const;

/** What the import needs to know of each line beside what the source tells. */
const lineColumns = {
	seq: 'int', // rank among the lines of all files
	line: 'int',
	source: 'text',
	source_id: 'text',
	organisation_source_id: 'text',
	place_key: 'text',
	digest: 'text',
} as const;

const definitions = (columns: Readonly<Record<string, string>>) =>
	Object.entries(columns)
		.map(([name, type]) => `"${name}" ${type}`)
		.join(', ');
const names = (columns: Readonly<Record<string, string>>) =>
	Object.keys(columns)
		.map((name) => `"${name}"`)
		.join(', ');

/** Temporary tables of this transaction: what the files tell, before it meets the directory. */
export async function openStaging({ tx }: Act): Promise<void> {
	for (const kind of ['organisation', 'service'] as const) {
		const columns = definitions({ ...lineColumns, ...columnsOf[kind] });
		await sql`create temporary table ${sql.table(`staged_${kind}`)} (${sql.raw(columns)}, id uuid, fate text, held_place uuid) on commit drop`.execute(
			tx,
		);
	}
	await sql`create temporary table staged_place (${sql.raw(definitions(placeColumns))}, primary key (source, key)) on commit drop`.execute(
		tx,
	);
	await sql`create temporary table untouched (kind text, source text, source_id text) on commit drop`.execute(
		tx,
	);
}

/** An entry ready to be staged: what its source tells, and where it was located. */
export interface Entry<Told extends Organisation | Service> {
	/** Rank of its line among those of all files. */
	readonly seq: number;
	readonly line: number;
	readonly told: Told;
	readonly located: Place | null;
}

export interface Batch {
	organisations: Entry<Organisation>[];
	services: Entry<Service>[];
	/** Entries of rejected lines: neither changed nor gone. */
	untouched: EntryName[];
}

export const emptyBatch = (): Batch => ({ organisations: [], services: [], untouched: [] });

/** Copies a batch to the temporary tables; one statement a table, whatever the size. */
export async function stage({ tx }: Act, { organisations, services, untouched }: Batch): Promise<void> {
	const places = [
		...organisations.flatMap((entry) => placeRow(entry, entry.told.sourceId)),
		...services.flatMap((entry) => placeRow(entry, entry.told.organisationSourceId)),
	];
	if (places.length > 0)
		await copy('staged_place', placeColumns, places, sql`on conflict do nothing`).execute(tx);
	const organisationRows = organisations.map((entry) => row(entry, entry.told.sourceId));
	await copy('staged_organisation', { ...lineColumns, ...columnsOf.organisation }, organisationRows).execute(
		tx,
	);
	const serviceRows = services.map((entry) => row(entry, entry.told.organisationSourceId));
	await copy('staged_service', { ...lineColumns, ...columnsOf.service }, serviceRows).execute(tx);
	const untouchedColumns = { kind: 'text', source: 'text', source_id: 'text' };
	await copy('untouched', untouchedColumns, untouched.map(inSnakeCase)).execute(tx);
}

const copy = (
	table: string,
	columns: Readonly<Record<string, string>>,
	rows: readonly object[],
	conflict: RawBuilder<unknown> = sql``,
) =>
	sql`insert into ${sql.table(table)} (${sql.raw(names(columns))})
		select ${sql.raw(names(columns))} from json_to_recordset(${asJson(rows)}::json) as row (${sql.raw(definitions(columns))}) ${conflict}`;

function row(entry: Entry<Organisation | Service>, owner: string): object {
	const { place, ...told } = entry.told;
	return {
		...inSnakeCase(told),
		seq: entry.seq,
		line: entry.line,
		organisation_source_id: owner,
		place_key: place && placeKey(owner, place),
		digest: digestOf(entry.told),
	};
}

const placeRow = ({ told, located }: Entry<Organisation | Service>, owner: string): object[] =>
	told.place && located
		? [{ ...inSnakeCase(located), source: told.source, key: placeKey(owner, told.place) }]
		: [];

/** Services given at their organisation's address share its place. */
const placeKey = (owner: string, place: Place) => `${owner} ${digestOf(place).slice(0, 16)}`;

/** Same content, same digest, whatever the order of the fields. */
const digestOf = (told: object): string =>
	hash(
		'sha256',
		JSON.stringify(told, (_, value) => (isPlain(value) ? sorted(value) : value)),
		'base64url',
	);

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (value: Record<string, unknown>) =>
	Object.fromEntries(
		Object.keys(value)
			.sort()
			.map((name) => [name, value[name]]),
	);

const inSnakeCase = (value: object) =>
	Object.fromEntries(Object.entries(value).map(([name, cell]) => [snakeCase(name), cell]));

const snakeNames = new Map<string, string>();

/** Remembered: a few names come back at each line. */
function snakeCase(name: string): string {
	const known = snakeNames.get(name);
	if (known !== undefined) return known;
	const told = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	snakeNames.set(name, told);
	return told;
}

/** PostgreSQL's text holds neither the NUL character nor half a surrogate pair. */
function asJson(rows: readonly object[]): string {
	const json = JSON.stringify(rows);
	if (!/\\u(0000|d[89a-f])/i.test(json)) return json;
	return JSON.stringify(rows, (_, value) =>
		typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
	);
}
