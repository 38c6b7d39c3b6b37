import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { resolveCommune } from '../resolve.ts';
import type { TerritoryKind } from '../territory.ts';
import { loadSuccessors } from './communes.ts';
import { ensureReference } from './load-reference.ts';
import { type Line, mostProblems, problemIn, readTable, type TableReport } from './read-table.ts';
import { assignCommunes, loadMembers, writeTerritories } from './territories.ts';

type Column = 'DEPCOM' | 'EPCI' | 'NOM_EPCI' | `BV${number}` | `LIB_BV${number}`;

/** INSEE's mark for a commune outside any EPCI. */
const none = /^Z*$/;
/** Year of the communes in INSEE's table of living areas 2022, when the file's name does not tell (`…cog2025…`). */
const usualYear = 2025;

/** The territories of one kind and year that a file tells: their names, and the territory of each commune. */
interface Version {
	readonly kind: TerritoryKind;
	readonly year: number;
	readonly names: Map<string, string>;
	readonly members: Map<string, string>;
}

/**
 * Reads INSEE's table of zonings: for each commune its living area (`BV2022`: the year is in the column's name) and its
 * EPCI. Each year stands beside the others; communes that are not in the file stay as they are. As the operator.
 * @throws Refusal 422 when the file is not such a table
 */
export async function importLivingAreas(act: Act, path: string): Promise<TableReport> {
	await ensureReference(act);
	const successors = await loadSuccessors(act);
	const areas = emptyVersion('living-area', 0);
	const epcis = emptyVersion('epci', Number(/cog(20\d\d)/i.exec(basename(path))?.[1] ?? usualYear));
	let year = 0;
	const columnsOf = (header: readonly string[]): Column[] => {
		year = Math.max(2022, ...header.map((name) => Number(/^BV(\d{4})$/.exec(name)?.[1] ?? 0)));
		return ['DEPCOM', 'EPCI', 'NOM_EPCI', `BV${year}`, `LIB_BV${year}`];
	};
	const report: TableReport = { rows: 0, added: 0, changed: 0, unchanged: 0, rejected: [] };
	const linesOf = new Map<string, number>();
	for await (const line of readTable(path, columnsOf)) {
		report.rows += 1;
		const commune = resolveCommune(line.cell('DEPCOM'), (code) => successors.get(code));
		const problem = problemOf(line, commune, year);
		if (problem && report.rejected.length < mostProblems) report.rejected.push(problem);
		if (problem || !commune) continue;
		linesOf.set(commune, (linesOf.get(commune) ?? 0) + 1);
		put(areas, commune, line.cell(`BV${year}`), line.cell(`LIB_BV${year}`));
		put(epcis, commune, line.cell('EPCI'), line.cell('NOM_EPCI'));
	}
	const versions = [{ ...areas, year }, epcis];
	const before = await Promise.all(versions.map(({ kind, year: of }) => loadMembers(act, kind, of)));
	for (const [commune, lines] of linesOf) {
		const fates = versions.map(({ members }, i) => fateOf(before[i]!.get(commune), members.get(commune)));
		report[fates.find((fate) => fate !== 'unchanged') ?? 'unchanged'] += lines;
	}
	for (const version of versions) await write(act, version);
	return report;
}

const emptyVersion = (kind: TerritoryKind, year: number): Version => ({
	kind,
	year,
	names: new Map(),
	members: new Map(),
});

function put({ names, members }: Version, commune: string, code: string, name: string): void {
	if (none.test(code)) return;
	names.set(code, name || code);
	members.set(commune, code);
}

function problemOf({ line, cell }: Line<Column>, commune: string | null, year: number) {
	if (!commune) return problemIn(line, 'DEPCOM', cell('DEPCOM'), 'territory.problem-unknown-commune');
	const area = cell(`BV${year}`);
	if (!/^\d[\dAB]\d{3}$/.test(area))
		return problemIn(line, `BV${year}`, area, 'territory.problem-living-area');
	const epci = cell('EPCI');
	if (!none.test(epci) && !/^\d{9}$/.test(epci))
		return problemIn(line, 'EPCI', epci, 'territory.problem-epci');
	return undefined;
}

const fateOf = (before: string | undefined, after: string | undefined) =>
	before === after ? 'unchanged' : before === undefined ? 'added' : 'changed';

async function write(act: Act, { kind, year, names, members }: Version): Promise<void> {
	await writeTerritories(
		act,
		[...names].map(([code, name]) => ({ kind, code, year, name })),
	);
	await assignCommunes(
		act,
		kind,
		year,
		[...members].map(([communeCode, code]) => ({ code, communeCode })),
	);
	await record(act, 'territory.imported', randomUUID(), { kind, year, communes: members.size });
}
