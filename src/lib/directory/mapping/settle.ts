import type { TextKey } from '#lib/texts/catalogue.ts';
import { parseDataInclusion } from '../formats/data-inclusion.ts';
import type { ParsedRow, Problem } from '../formats/row.ts';
import { neededFields } from './fields.ts';
import type { Cells, Kind } from './pivot-cells.ts';
import { cut } from './wording.ts';

/** What data·inclusion's rules make of an entry, and the faults that were mended to let it in. */
export interface Settled {
	readonly parsed: ParsedRow;
	readonly mended: readonly Mended[];
}
export interface Mended {
	readonly field: string;
	/** What was wrong. */
	readonly problem: string;
	/** A sentence on what was done of it, that takes the `problem`. */
	readonly how: TextKey;
}

export interface Rules {
	readonly line: number;
	/** Calendar date, YYYY-MM-DD. */
	readonly today: string;
	readonly fileDate: string;
	/** A single fault leaves the entry out. */
	readonly strict: boolean;
}

const mostTurns = 4;

/**
 * Reads an entry by data·inclusion's rules. Unless they are to be strict, a value that breaks one is left aside, cut
 * when it is too long, or replaced, so that the rest enters; what no entry can do without still leaves it out.
 */
export function settle(given: Cells, kind: Kind, { line, today, fileDate, strict }: Rules): Settled {
	let cells = strict ? given : everyoneAlone(given);
	const mended: Mended[] = [];
	for (let turn = 0; ; turn++) {
		const parsed = parseDataInclusion({ line, values: cells }, { today });
		if (strict || parsed.problems.length === 0 || turn === mostTurns) return { parsed, mended };
		const before = mended.length;
		for (const problem of parsed.problems) {
			const cure = cureOf(problem, cells, kind, fileDate);
			if (!cure) continue;
			cells = cure.cells;
			mended.push({ field: problem.field, problem: problem.problem, how: cure.how });
		}
		if (mended.length === before) return { parsed, mended };
	}
}

/** « tous-publics » says all that the others say. */
function everyoneAlone(cells: Cells): Cells {
	const { publics } = cells;
	const all = Array.isArray(publics) && publics.length > 1 && publics.includes('tous-publics');
	return all ? { ...cells, publics: ['tous-publics'] } : cells;
}

const longest: Readonly<Record<string, number>> = { nom: 150, description: 10_000 };

interface Cure {
	readonly cells: Cells;
	readonly how: TextKey;
}

/** The entry without its fault; undefined when it cannot do without what is at fault. */
function cureOf({ field, value }: Problem, cells: Cells, kind: Kind, fileDate: string): Cure | undefined {
	const cell = cells[field];
	const most = longest[field];
	if (most !== undefined && [...String(cell)].length > most)
		return { cells: { ...cells, [field]: cut(String(cell), most) }, how: 'mapping.row.cut' };
	if (field === 'date_maj' && cell !== fileDate)
		return { cells: { ...cells, date_maj: fileDate }, how: 'mapping.row.file-date' };
	if (kind === 'service' && field === 'description' && cell !== cells.nom)
		return { cells: { ...cells, description: cells.nom }, how: 'mapping.row.name-instead' };
	if (cell === undefined || needed[kind].includes(field)) return undefined;
	const left = Array.isArray(cell) ? cell.filter((item) => String(item) !== value) : [];
	const keepsSome = left.length > 0 && Array.isArray(cell) && left.length < cell.length;
	const without = keepsSome ? { ...cells, [field]: left } : omit(cells, field);
	return { cells: without, how: 'mapping.row.left-aside' };
}

const needed: Readonly<Record<Kind, readonly string[]>> = {
	structure: [...neededFields.structure, 'source', 'date_maj'],
	service: [...neededFields.service, 'id', 'source', 'structure_id', 'date_maj'],
};

const omit = (cells: Cells, field: string): Cells =>
	Object.fromEntries(Object.entries(cells).filter(([name]) => name !== field));
