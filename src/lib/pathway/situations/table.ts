import * as z from 'zod';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';

/** One line of her spreadsheet: its cells in the order of the columns. */
const TableLine = z.object({
	/** As her spreadsheet counts it, from 1. */
	line: z.number().int(),
	cells: z.array(z.string()),
	/** A cell held what looks like a social security number: it was emptied before anything was kept. */
	nir: z.boolean(),
	/** It has more cells than the table has columns: they may have slid. */
	slid: z.boolean(),
});
export type TableLine = z.infer<typeof TableLine>;

/** What she gave, as it is kept until she confirms. */
export const SituationTable = z.object({
	file: z.string(),
	columns: z.array(z.string()),
	lines: z.array(TableLine),
});
export type SituationTable = z.infer<typeof SituationTable>;

export const mostLines = 500;
/** In bytes. */
export const mostBytes = 2 * 1024 ** 2;
/** Of all cells together: a workbook says much in few bytes. */
export const mostCharacters = 4_000_000;

/** A line without what looks like a social security number: the number is kept nowhere, not even to be given back. */
export function lineOf(line: number, cells: readonly string[], slid = false): TableLine {
	const kept = cells.map((cell) => (looksLikeNir(cell) ? '' : cell.trim()));
	return { line, cells: kept, nir: cells.some(looksLikeNir), slid };
}
