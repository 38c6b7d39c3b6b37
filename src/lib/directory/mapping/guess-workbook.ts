import { type Guess, guessMapping } from './guess.ts';
import { GuessedColumns, type Row } from './guess-columns.ts';
import { wordsIn } from './guess-names.ts';
import { looseKept } from './loose.ts';
import { isRecord } from './path.ts';
import { textOf } from './text.ts';
import { slugged } from './wording.ts';

/** A sheet of a workbook: its columns and its first rows. */
export interface SheetSample {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly Row[];
}

/** A sheet whose rows belong to those of another. */
interface Link {
	readonly owner: SheetSample;
	/** Column that tells the owner's rows apart. */
	readonly key: string;
	readonly owned: SheetSample;
	/** Column that names the owner's row. */
	readonly column: string;
	readonly strength: number;
}

/**
 * Proposes a mapping for a workbook that has structures in one sheet and their services in another: each structure with
 * the services that name it. Undefined when no sheet is so.
 */
export function guessWorkbook(sheets: readonly SheetSample[], name: string): Guess | undefined {
	const [link] = sheets
		.flatMap((owned) => sheets.flatMap((owner) => bestLink(owner, owned)))
		.sort((one, other) => other.strength - one.strength);
	if (!link) return undefined;
	const { owner, owned, key, column } = link;
	const [main, services] = [aliasOf(owner, 'structures'), aliasOf(owned, 'services')];
	const alias = main === services ? `${services}-2` : services;
	const rows = owner.rows.map((row) => ({ ...row, [alias]: belongings(row, link) }));
	const { file, unused } = guessMapping([...owner.columns, alias], rows, name);
	const [service] = Array.isArray(file.services) ? file.services : [];
	if (!isRecord(service) || service.each !== alias) return undefined;
	const { version, name: told, source, structure } = file;
	return {
		file: {
			version,
			name: told,
			source,
			files: { [main]: { sheet: owner.name }, [alias]: { sheet: owned.name } },
			joins: { [alias]: { key: column, with: key } },
			structure: { ...Object(structure), id: key },
			services: [{ ...service, each: { joined: alias } }],
		},
		unused,
	};
}

const aliasOf = ({ name }: SheetSample, otherwise: string): string => slugged(name).slice(0, 40) || otherwise;

const belongings = (row: Row, { key, owned, column }: Link): readonly Row[] => {
	const wanted = looseKept(textOf(row[key]));
	return owned.rows.filter((one) => looseKept(textOf(one[column])) === wanted);
};

/** The best link between two sheets, when the first one is of structures: something tells where they are. */
function bestLink(owner: SheetSample, owned: SheetSample): Link[] {
	if (owner === owned || !areStructures(owner)) return [];
	const keys = keysOf(owner);
	const found = owned.columns.flatMap((column) =>
		keys.flatMap((key) => linkOf(owner, key, owned, column) ?? []),
	);
	return found.sort((one, other) => other.strength - one.strength).slice(0, 1);
}

function areStructures({ columns, rows }: SheetSample): boolean {
	const guessed = new GuessedColumns(columns, rows);
	const isNamed = guessed.of('structureName') ?? guessed.of('name');
	const isReached = (['address', 'phone', 'email', 'siret', 'hours', 'website'] as const).some(
		(what) => guessed.of(what) !== undefined,
	);
	return isNamed !== undefined && isReached;
}

/** Columns that tell the rows of a sheet apart. */
const keysOf = (sheet: SheetSample): string[] =>
	sheet.columns.filter((column) => {
		const values = valuesOf(sheet, column);
		return values.length > 0 && values.length === sheet.rows.length && new Set(values).size === values.length;
	});

const valuesOf = ({ rows }: SheetSample, column: string): string[] =>
	rows.map((row) => looseKept(textOf(row[column]))).filter((value) => value !== '');

const leastFound = 0.5;

/** Values may lead from one sheet to another by chance: their columns must be named alike too. */
function linkOf(owner: SheetSample, key: string, owned: SheetSample, column: string): Link | undefined {
	const values = valuesOf(owned, column);
	const known = new Set(valuesOf(owner, key));
	const found = values.filter((value) => known.has(value)).length / (values.length || 1);
	const words = [...wordsIn(key), ...wordsIn(owner.name)];
	const shared = wordsIn(column).filter((word) => words.some((other) => isNear(word, other))).length;
	if (found < leastFound || shared === 0) return undefined;
	return { owner, key, owned, column, strength: shared + found };
}

const isNear = (one: string, other: string): boolean =>
	one === other || (one.length > 3 && (one === `${other}s` || other === `${one}s`));
