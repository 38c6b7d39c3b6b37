import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isInFrance } from '../bounds.ts';
import { type Commune, centreOf, departmentOf } from '../commune.ts';
import { resolveCommune } from '../resolve.ts';
import { loadCommunes, writeCommunes } from './communes.ts';
import { ensureReference } from './load-reference.ts';
import {
	type Line,
	mostProblems,
	type Problem,
	problemIn,
	readTable,
	type TableReport,
} from './read-table.ts';

const columns = [
	'insee_com',
	'commune_article',
	'code_postal',
	'commune_type',
	'insee_parente',
	'lat',
	'lng',
] as const;
/** Some year's population; `AAAA` when the file tells none, to say what it lacks. */
type Column = (typeof columns)[number] | `population_${number}` | 'population_AAAA';

/**
 * Reads the centres, populations and postcodes of communes, arrondissements and delegated communes (CSV of INSEE and La
 * Poste: one line a commune and postcode). Exact centres replace approximate ones; a population never replaces that of
 * a newer census. Running it again changes nothing. As the operator.
 * @throws Refusal 422 when the file is not such a table
 */
export async function importCommunes(act: Act, path: string): Promise<TableReport> {
	await ensureReference(act);
	const known = await loadCommunes(act);
	const told = new Map<string, { commune: Commune; lines: number }>();
	const rejected: Problem[] = [];
	let rows = 0;
	let rejectedRows = 0;
	let year = 0;
	const columnsOf = (header: readonly string[]): Column[] => {
		year = Math.max(0, ...header.map((name) => Number(/^population_(\d{4})$/.exec(name)?.[1] ?? 0)));
		return [...columns, year === 0 ? 'population_AAAA' : `population_${year}`];
	};
	for await (const line of readTable(path, columnsOf)) {
		rows += 1;
		const code = line.cell('insee_com');
		const before = told.get(code);
		const read = readLine(line, year, before?.commune ?? known.get(code), known);
		if ('problem' in read) {
			rejectedRows += 1;
			if (rejected.length < mostProblems) rejected.push(read);
		} else told.set(code, { commune: read, lines: (before?.lines ?? 0) + 1 });
	}

	const written = await writeCommunes(
		act,
		[...told.values()].map(({ commune }) => commune),
	);
	await followCentres(act);
	await record(act, 'territory.imported', randomUUID(), { kind: 'commune', year, communes: told.size });
	const linesOf = (codes: readonly string[]) => codes.reduce((sum, code) => sum + told.get(code)!.lines, 0);
	const [added, changed] = [linesOf(written.added), linesOf(written.changed)];
	return { rows, added, changed, unchanged: rows - added - changed - rejectedRows, rejected };
}

/** The commune as it is once this line is read, or what is wrong with the line. */
function readLine(
	{ line, cell }: Line<Column>,
	year: number,
	known: Commune | undefined,
	communes: ReadonlyMap<string, Commune>,
): Commune | Problem {
	const problem = (field: Column, key: Parameters<typeof problemIn>[3]) =>
		problemIn(line, field, cell(field), key);
	const type = cell('commune_type');
	const base = known ?? newcomer(cell, communes);
	if (!/^\d[\dAB]\d{3}$/.test(cell('insee_com'))) return problem('insee_com', 'territory.problem-code');
	if (!base) return problem('insee_com', 'territory.problem-unknown-commune');
	if (type === 'COMD' && base.kind === 'commune') return base; // the delegated commune that kept its code: told by the other line
	const [latitude, longitude] = [numberIn(cell('lat')), numberIn(cell('lng'))];
	if (Number.isNaN(latitude)) return problem('lat', 'territory.problem-number');
	if (Number.isNaN(longitude)) return problem('lng', 'territory.problem-number');
	const centre = centreOf({ latitude, longitude });
	if (centre && !isInFrance(centre)) return problem('lat', 'territory.problem-outside-france');
	const population = numberIn(cell(`population_${year}`));
	if (population !== null && !(Number.isInteger(population) && population >= 0))
		return problem(`population_${year}`, 'territory.problem-number');
	const postcode = cell('code_postal');
	if (postcode && !/^\d{5}$/.test(postcode)) return problem('code_postal', 'territory.problem-postcode');
	return {
		...base,
		name: base.kind === 'former' && cell('commune_article') ? cell('commune_article') : base.name,
		...(centre ? { ...centre, position: 'given' } : {}),
		...(population === null || (base.populationYear ?? 0) > year ? {} : { population, populationYear: year }),
		postcodes: [...new Set([...base.postcodes, ...(postcode ? [postcode] : [])])].sort(),
	};
}

/** A delegated commune or an arrondissement that the reference does not list, under a commune that it does. */
function newcomer(cell: Line<Column>['cell'], communes: ReadonlyMap<string, Commune>): Commune | undefined {
	const code = cell('insee_com');
	const parent = resolveCommune(cell('insee_parente'), (from) => communes.get(from)?.currentCode);
	const current = parent && communes.get(parent);
	if (!current || !cell('commune_article')) return undefined;
	return {
		...current,
		code,
		name: cell('commune_article'),
		kind: cell('commune_type') === 'ARM' ? 'arrondissement' : 'former',
		departmentCode: current.departmentCode ?? departmentOf(code),
		population: null,
		populationYear: null,
		postcodes: [],
		position: current.latitude === null ? 'unknown' : 'approximate',
	};
}

/** Null when empty, NaN when it is not a number. */
const numberIn = (text: string): number | null => (text === '' ? null : Number(text));

/** What is placed approximately at its commune's centre moves with it. */
const followCentres = ({ tx }: Act) =>
	sql`
		update commune as part set latitude = whole.latitude, longitude = whole.longitude
		from commune whole
		where part.kind <> 'commune' and part.position = 'approximate' and whole.code = part.current_code
			and whole.position = 'given' and (part.latitude, part.longitude) is distinct from (whole.latitude, whole.longitude)`.execute(
		tx,
	);
