import { groupedRows } from './group-rows.ts';
import { adoptTopics, leaveUnknownCodes } from './guess-codes.ts';
import { type GuessedColumns as Columns, columnsOfRows, GuessedColumns, type Row } from './guess-columns.ts';
import { areMonthFirst, lookOf } from './guess-contents.ts';
import { guessFee } from './guess-fee.ts';
import { guessGroup, tellingApart } from './guess-group.ts';
import type { Guessed } from './guess-names.ts';
import { guessNested, type Nested, onItem } from './guess-nested.ts';
import { placeOf } from './guess-place.ts';
import { both, contact, filled, type Json, list, oneCode, read } from './guess-rules.ts';
import { isRecord } from './path.ts';
import { slugged } from './wording.ts';

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
	adoptTopics(guessed);
	const nested = guessNested(guessed);
	const names = namesOf(guessed);
	const group = nested
		? undefined
		: guessGroup(guessed, placed(guessed, [names.structure, names.service]), rows);
	if (group) takeId(guessed, group, names);
	const whole = group
		? groupedRows(
				rows.map((values, line) => ({ line, values })),
				group,
			).map(({ values }) => values)
		: rows;
	const structure = structureOf(guessed, names, whole);
	const service = nested ? nestedService(nested, structure.id) : serviceOf(guessed, names, whole);
	const file = {
		version: 1,
		name: name.trim().slice(0, 200) || 'Source',
		source: slugged(name).slice(0, 60).replace(/-+$/, '') || 'source',
		...(group ? { group } : {}),
		structure,
		...(service ? { services: [service] } : {}),
	};
	return { file, unused: guessed.unused().filter((column) => column !== nested?.column) };
}

/** The identifier that groups rows is one once they are together. */
function takeId(columns: Columns, group: readonly string[], { apart }: Names): void {
	const [only, ...more] = group;
	if (only === undefined || more.length > 0 || columns.unused().every((column) => column !== only)) return;
	if (apart || columns.of('id') === undefined) columns.take('id', only);
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

function structureOf(columns: Columns, names: Names, rows: readonly Row[]): Json {
	const own = placed(columns, [names.structure]);
	const digest = names.apart ? own : tellingApart(columns, own, rows);
	const id = names.apart ? siretId(columns, digest) : columns.of('id');
	return filled({
		id: id ?? { digest },
		nom: names.structure,
		siret: read(columns, 'siret', 'siret'),
		description: names.apart ? undefined : read(columns, 'description', 'text'),
		...placeOf(columns),
		telephone: contact(columns, 'phone', 'email'),
		courriel: contact(columns, 'email', 'phone'),
		site_web: read(columns, 'website', 'url'),
		horaires_accueil:
			Object.keys(columns.week).length > 0 ? { week: columns.week } : read(columns, 'hours', 'hours'),
		langues: list(columns, 'languages', 'languages'),
		reseaux_porteurs: list(columns, 'networks', { table: 'reseaux', unmatched: 'drop' }, 'unique'),
		date_maj: read(
			columns,
			'updatedOn',
			areMonthFirst(columns.valuesOf('updatedOn')) ? { date: 'month-first' } : 'date',
		),
	});
}

/** Establishments are told apart by their SIRET where all of it is there: a spreadsheet may have cut it. */
function siretId(columns: Columns, digest: readonly string[]): Json | undefined {
	const siret = columns.of('siret');
	if (siret === undefined || lookOf('siret', columns.valuesOf('siret')) !== 1) return undefined;
	return { first: [{ column: siret, steps: ['siret'] }, { digest }] };
}

/** The columns that tell a structure from another of the same name. */
const placed = (columns: Columns, names: readonly string[]): string[] => {
	const place = (['address', 'townLine', 'postcode', 'town'] as const).flatMap(
		(what) => columns.of(what) ?? [],
	);
	return [...new Set([...names, ...place])];
};

const telling: readonly Guessed[] = [
	...(['serviceName', 'description', 'topics', 'audiences', 'kind', 'fee'] as const),
	...(['conditions', 'capacity', 'placesLeft'] as const),
];

/** A service when the rows tell more than where a structure is. */
function serviceOf(columns: Columns, names: Names, rows: readonly Row[]): Json | undefined {
	const publics = columns.flags('publics', /^publics?/);
	const topics = columns.flags('thematiques', /^(?:themes?|thematiques?)/);
	if (!publics && !topics && !telling.some((what) => columns.of(what) !== undefined)) return undefined;
	const digest = tellingApart(columns, placed(columns, [names.structure, names.service]), rows);
	const [fee, feeDetails] = [guessFee(columns), columns.of('fee')];
	const about = read(columns, 'description', 'text');
	return filled({
		id: names.apart ? (columns.of('id') ?? { digest }) : undefined,
		nom: names.service,
		description: {
			first: [...(about ? [about] : []), nameAndPlace(columns, names)],
			default: 'La source n’en dit pas plus.',
		},
		type: oneCode(columns, 'kind'),
		thematiques: both(list(columns, 'topics', { table: 'thematiques' }), topics),
		publics: both(list(columns, 'audiences', { table: 'publics' }), publics),
		publics_precisions: read(columns, 'audiences', 'one-line'),
		frais: fee ?? oneCode(columns, 'fee'),
		frais_precisions:
			fee === undefined && feeDetails !== undefined ? read(columns, 'fee', 'one-line') : undefined,
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

/** What stands for a description when there is none. */
function nameAndPlace(columns: Columns, { service, structure }: Names): Json | string {
	const town = columns.of('town');
	const told = [...new Set([service, structure, ...(town === undefined ? [] : [town])])];
	return told.length > 1 ? { join: told, separator: ', ' } : service;
}

/** What a service in a list tells of itself, rather than take it from its structure. */
const ownOf = (items: Columns): Json =>
	filled({
		telephone: contact(items, 'phone', 'email'),
		courriel: contact(items, 'email', 'phone'),
		horaires_accueil: read(items, 'hours', 'hours'),
		date_maj: read(items, 'updatedOn', 'date'),
	});

/** The services of a list within each row. */
function nestedService({ column, items, rows }: Nested, structureId: unknown): Json {
	const name = items.of('serviceName') ?? items.of('name') ?? items.likelyName();
	leaveUnknownCodes(items);
	const names = { structure: name, service: name, apart: false };
	const { id: _, ...fields } = serviceOf(items, names, rows) ?? { nom: name, description: name };
	const own = { item: items.of('id') ?? name };
	return {
		each: column,
		...Object.fromEntries(
			Object.entries({ ...fields, ...ownOf(items) }).map(([field, rule]) => [field, onItem(rule)]),
		),
		id: { digest: [structureId, own] },
	};
}
