import { type GuessedColumns as Columns, columnsOfRows, GuessedColumns, type Row } from './guess-columns.ts';
import { areMetres, areWhole, separatorIn } from './guess-contents.ts';
import type { Guessed } from './guess-names.ts';
import { looseKept } from './loose.ts';
import { isRecord } from './path.ts';
import { sharedTables } from './shared-tables.ts';
import { textOf } from './text.ts';
import { slugged } from './wording.ts';

type Json = Readonly<Record<string, unknown>>;

/** A mapping file proposed for a source never seen, to be checked by a person, and the columns that it leaves. */
export interface Guess {
	/** What is to be written as JSON; it always is a mapping that can be run. */
	readonly file: Json;
	readonly unused: readonly string[];
}

const mostRows = 200;

/**
 * Proposes a mapping from the names of the columns, in French or in English, and from what they hold in sample rows.
 * `name` is that of the source. When rows hold objects, their members are columns too, as `a.b`.
 */
export function guessMapping(columns: readonly string[], sample: readonly Row[], name: string): Guess {
	const rows = sample.slice(0, mostRows);
	const isNested = rows.some((row) => Object.values(row).some(isRecord));
	const all = isNested || columns.length === 0 ? columnsOfRows(rows) : [...new Set(columns)];
	const guessed = new GuessedColumns(all, rows);
	leaveUnknownCodes(guessed);
	const names = namesOf(guessed);
	const service = serviceOf(guessed, names);
	const file = {
		version: 1,
		name: name.trim().slice(0, 200) || 'Source',
		source: slugged(name).slice(0, 60).replace(/-+$/, '') || 'source',
		structure: structureOf(guessed, names),
		...(service ? { services: [service] } : {}),
	};
	return { file, unused: guessed.unused() };
}

const codeTables = {
	kind: 'types',
	fee: 'frais',
	welcomeModes: 'modes-accueil',
	networks: 'reseaux',
} as const;

/** A column whose values are none of a table's is about something else. */
function leaveUnknownCodes(columns: Columns): void {
	for (const [what, table] of Object.entries(codeTables) as [keyof typeof codeTables, string][]) {
		const known = new Set(Object.keys(sharedTables[table] ?? {}).map(looseKept));
		const sign = separatorIn(columns.valuesOf(what));
		const told = columns.valuesOf(what).flatMap((value) => textOf(value).split(sign ?? '\0'));
		if (!told.some((text) => known.has(looseKept(text)))) columns.leave(what);
	}
}

interface Names {
	readonly structure: string;
	readonly service: string;
	/** Services bear names of their own, so several may be of one structure. */
	readonly apart: boolean;
}

function namesOf(columns: Columns): Names {
	const [structure, name, service] = [
		columns.of('structureName'),
		columns.of('name'),
		columns.of('serviceName'),
	];
	const told = [structure ?? name, structure === undefined ? service : (service ?? name)];
	const [first, second] = told.filter((column) => column !== undefined);
	const own = first ?? columns.likelyName();
	return { structure: own, service: second ?? own, apart: second !== undefined && second !== own };
}

function structureOf(columns: Columns, names: Names): Json {
	const own = columns.of('id');
	const id = names.apart ? columns.of('siret') : own;
	return filled({
		id: id ?? { digest: placed(columns, [names.structure]) },
		nom: names.structure,
		siret: read(columns, 'siret', 'siret'),
		description: names.apart ? undefined : read(columns, 'description', 'text'),
		...placeOf(columns),
		telephone: read(columns, 'phone', 'phone'),
		courriel: read(columns, 'email', 'email'),
		site_web: read(columns, 'website', 'url'),
		horaires_accueil:
			Object.keys(columns.week).length > 0 ? { week: columns.week } : read(columns, 'hours', 'hours'),
		langues: list(columns, 'languages', 'languages'),
		reseaux_porteurs: list(columns, 'networks', { table: 'reseaux', unmatched: 'drop' }, 'unique'),
		date_maj: read(columns, 'updatedOn', 'date'),
	});
}

/** The columns that tell a structure from another of the same name. */
const placed = (columns: Columns, names: readonly string[]): string[] => {
	const place = (['address', 'postcode', 'town'] as const).flatMap((what) => columns.of(what) ?? []);
	return [...new Set([...names, ...place])];
};

function placeOf(columns: Columns): Json {
	const isWhole = columns.of('postcode') === undefined && areWhole(columns.valuesOf('address'));
	const inAddress = isWhole && columns.of('town') === undefined;
	return {
		adresse: isWhole ? read(columns, 'address', 'street') : read(columns, 'address'),
		complement_adresse: read(columns, 'addressMore'),
		code_postal: read(columns, isWhole ? 'address' : 'postcode', 'postcode'),
		commune: inAddress ? read(columns, 'address', 'town') : read(columns, 'town'),
		code_insee: read(columns, 'insee', 'insee'),
		point: pointOf(columns),
	};
}

function pointOf(columns: Columns): Json | undefined {
	const [longitude, latitude, pair] = [columns.of('longitude'), columns.of('latitude'), columns.of('point')];
	if (longitude === undefined || latitude === undefined) return pair === undefined ? undefined : { pair };
	const metres = areMetres([...columns.valuesOf('longitude'), ...columns.valuesOf('latitude')]);
	return { longitude, latitude, ...(metres ? { system: 'lambert93' } : {}) };
}

const telling: readonly Guessed[] = [
	...(['serviceName', 'description', 'topics', 'audiences', 'kind', 'fee'] as const),
	...(['conditions', 'capacity', 'placesLeft'] as const),
];

/** A service when the rows tell more than where a structure is. */
function serviceOf(columns: Columns, names: Names): Json | undefined {
	const publics = columns.flags('publics', /^publics?/);
	const topics = columns.flags('thematiques', /^(?:themes?|thematiques?)/);
	if (!publics && !topics && !telling.some((what) => columns.of(what) !== undefined)) return undefined;
	const digest = placed(columns, [names.structure, names.service]);
	const about = read(columns, 'description', 'text');
	return filled({
		id: names.apart ? (columns.of('id') ?? { digest }) : undefined,
		nom: names.service,
		description: {
			first: [...(about ? [about] : []), names.service],
			default: 'La source n’en dit pas plus.',
		},
		type: oneCode(columns, 'kind'),
		thematiques: both(list(columns, 'topics', { table: 'thematiques' }), topics),
		publics: both(list(columns, 'audiences', { table: 'publics' }), publics),
		publics_precisions: read(columns, 'audiences', 'one-line'),
		frais: oneCode(columns, 'fee'),
		frais_precisions: read(columns, 'fee', 'one-line'),
		conditions_acces: read(columns, 'conditions', 'text'),
		modes_accueil: list(columns, 'welcomeModes', { table: 'modes-accueil', unmatched: 'drop' }, 'unique'),
		lien_mobilisation: read(columns, 'bookingLink', 'url'),
		contact_nom_prenom: read(columns, 'contactName'),
		zone_eligibilite: list(columns, 'zone', 'department'),
		capacite: read(columns, 'capacity', 'whole'),
		places_restantes: read(columns, 'placesLeft', 'whole'),
		delai_reponse_jours: read(columns, 'responseDays', 'whole'),
	});
}

/** The rule of a column, with the steps that make its values right. */
function read(columns: Columns, what: Guessed, ...steps: readonly unknown[]): Json | string | undefined {
	const column = columns.of(what);
	if (column === undefined || steps.length === 0) return column;
	return { column, steps };
}

/** The same, each element of a list parted from the others. */
function list(columns: Columns, what: Guessed, ...steps: readonly unknown[]): Json | undefined {
	const column = columns.of(what);
	if (column === undefined) return undefined;
	const split = separatorIn(columns.valuesOf(what)) ?? '|';
	return { column, steps: [{ split }, ...steps] };
}

/** A field of one code; what the table does not know is left without a word, for its own text is kept beside. */
const oneCode = (columns: Columns, what: keyof typeof codeTables): Json | undefined =>
	list(columns, what, { table: codeTables[what], unmatched: 'drop' }, 'first');

function both(codes: Json | undefined, flags: object | undefined): Json | undefined {
	const parts = [...(codes ? [codes] : []), ...(flags ? [{ flags }] : [])];
	return parts.length > 0 ? { list: parts, steps: ['unique'] } : undefined;
}

const filled = (fields: Json): Json =>
	Object.fromEntries(Object.entries(fields).filter(([, rule]) => rule !== undefined));
