import { parseDataInclusion } from '../formats/data-inclusion.ts';
import type { ParsedRow, Problem } from '../formats/row.ts';
import { neededFields } from './fields.ts';
import type { Cells, Kind } from './pivot-cells.ts';
import { cut } from './wording.ts';

/** What data·inclusion's rules make of an entry, and the faults that were set aside to let it in. */
export interface Settled {
	readonly parsed: ParsedRow;
	readonly leftAside: readonly Problem[];
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
 * Reads an entry by data·inclusion's rules. Unless they are to be strict, a value that breaks one is left aside, or cut
 * when it is too long, so that the rest enters; what no entry can do without still leaves it out.
 */
export function settle(given: Cells, kind: Kind, { line, today, fileDate, strict }: Rules): Settled {
	let cells = strict ? given : withDay(everyoneAlone(given), fileDate);
	const leftAside: Problem[] = [];
	for (let turn = 0; ; turn++) {
		const parsed = parseDataInclusion({ line, values: cells }, { today });
		if (strict || parsed.problems.length === 0 || turn === mostTurns) return { parsed, leftAside };
		const next = parsed.problems.reduce((left, problem) => without(problem, left, kind, fileDate), cells);
		if (next === cells) return { parsed, leftAside };
		leftAside.push(...parsed.problems.filter(({ field }) => next[field] !== cells[field]));
		cells = next;
	}
}

/** « tous-publics » says all that the others say. */
function everyoneAlone(cells: Cells): Cells {
	const { publics } = cells;
	const all = Array.isArray(publics) && publics.length > 1 && publics.includes('tous-publics');
	return all ? { ...cells, publics: ['tous-publics'] } : cells;
}

const withDay = (cells: Cells, fileDate: string): Cells =>
	cells.date_maj === undefined ? { ...cells, date_maj: fileDate } : cells;

const longest: Readonly<Record<string, number>> = { nom: 150, description: 10_000 };

/** The entry without the value at fault; itself when it cannot do without. */
function without({ field, value }: Problem, cells: Cells, kind: Kind, fileDate: string): Cells {
	const cell = cells[field];
	if (cell === undefined) return cells;
	const most = longest[field];
	if (most !== undefined && [...String(cell)].length > most)
		return { ...cells, [field]: cut(String(cell), most) };
	if (field === 'date_maj') return cell === fileDate ? cells : { ...cells, date_maj: fileDate };
	if (needed[kind].includes(field)) return cells;
	if (!Array.isArray(cell)) return omit(cells, field);
	const left = cell.filter((item) => String(item) !== value);
	return left.length > 0 && left.length < cell.length ? { ...cells, [field]: left } : omit(cells, field);
}

const needed: Readonly<Record<Kind, readonly string[]>> = {
	structure: [...neededFields.structure, 'source'],
	service: [...neededFields.service, 'id', 'source', 'structure_id'],
};

const omit = (cells: Cells, field: string): Cells =>
	Object.fromEntries(Object.entries(cells).filter(([name]) => name !== field));
