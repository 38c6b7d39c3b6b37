import type { SheetLine } from './sheet-line.ts';

const enough = 30;

/** The lines of the first sheet that holds a table, of the first one when none does: a cover is one or two cells. */
export async function* firstTable(
	sheets: readonly (() => AsyncGenerator<SheetLine>)[],
): AsyncGenerator<SheetLine> {
	for (const open of sheets)
		if (await isTable(open())) {
			yield* open();
			return;
		}
	const [first] = sheets;
	if (first) yield* first();
}

/** Whether two of the first lines have several cells. */
async function isTable(lines: AsyncGenerator<SheetLine>): Promise<boolean> {
	let seen = 0;
	let wide = 0;
	for await (const { cells } of lines) {
		if (cells.filter((cell) => cell.trim() !== '').length > 1) wide += 1;
		seen += 1;
		if (wide > 1 || seen > enough) break;
	}
	return wide > 1;
}
