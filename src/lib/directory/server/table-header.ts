/** The names of a table's columns, and the rank of the first of its lines that is told after them. */
export interface Header {
	readonly names: readonly string[];
	readonly next: number;
}

/** How many first lines are looked at: titles stand above the names in many a spreadsheet. */
export const linesLookedAt = 30;
const furthest = 20;

/**
 * Finds the line of the names among the first lines of a table: not a title, nor a note, nor data. Names written on two
 * lines, « Lundi » above « Matin » and « Après-midi », are put together. A table that starts with data has no name for
 * its columns: they are « Colonne 1 », « Colonne 2 »…
 */
export function findHeader(lines: readonly (readonly string[])[]): Header {
	const found = lines.slice(0, furthest).findIndex((cells, rank) => areNames(cells, lines.slice(rank + 1)));
	const rank = Math.max(found, 0);
	const cells = lines[rank] ?? [];
	if (found < 0 && startsWithData(lines))
		return { names: cells.map((_, at) => `Colonne ${at + 1}`), next: 0 };
	const below = lines[rank + 1] ?? [];
	if (found >= 0 && below.some(isPart) && isGroups(cells, below))
		return { names: under(below, cells), next: rank + 2 };
	if (found >= 0 && completes(below, cells)) return { names: under(below, cells), next: rank + 2 };
	const above = lines[rank - 1] ?? [];
	return { names: found > 0 && isGroups(above, cells) ? under(cells, above) : cells, next: rank + 1 };
}

/** Names fill their line, or most of the width of what follows, and few of them look like data. */
function areNames(cells: readonly string[], next: readonly (readonly string[])[]): boolean {
	const filled = filledIn(cells);
	if (filled < 2 || dataIn(cells) >= filled / 4) return false;
	const width = median(next.slice(0, 10).map(filledIn));
	return filled === cells.length || filled >= 0.6 * width;
}

const startsWithData = ([first = [], ...next]: readonly (readonly string[])[]): boolean =>
	filledIn(first) > 2 &&
	dataIn(first) >= filledIn(first) / 4 &&
	next.every(({ length }) => length === first.length);

/** Dates, telephone numbers, postcodes, addresses of mail or of sites: what tables hold, not what names them. */
const data = /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\+?\d[\d .]{7,16}|\d{5}|\S+@\S+\.\w+|https?:\S+|www\.\S+)$/;
const dataIn = (cells: readonly string[]): number => cells.filter((cell) => data.test(cell.trim())).length;

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';
const filledIn = (cells: readonly string[]): number => cells.filter(isFilled).length;

const median = (numbers: readonly number[]): number =>
	numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** Whether a line names what the names above it leave without a name, and nothing of the first column. */
const completes = (below: readonly string[], cells: readonly string[]): boolean =>
	isFilled(cells[0]) &&
	!isFilled(below[0]) &&
	cells.some((cell, at) => !isFilled(cell) && isFilled(below[at])) &&
	cells.every((cell, at) => isFilled(cell) || isFilled(below[at])) &&
	dataIn(below) === 0;

/** Whether a line gathers the names below it: it has several, with blanks between them. */
const isGroups = (above: readonly string[], cells: readonly string[]): boolean =>
	filledIn(above) > 1 && filledIn(above) < filledIn(cells) && dataIn(above) === 0;

/** Names with that of their group, when it tells them apart: a group goes on until the next one. */
function under(cells: readonly string[], groups: readonly string[]): string[] {
	const names = cells.map((cell) => cell.trim());
	let group = '';
	return Array.from({ length: Math.max(cells.length, groups.length) }, (_, at) => {
		const name = names[at] ?? '';
		const own = (groups[at] ?? '').trim();
		if (own !== '') group = own;
		if (name === '') return own;
		return names.indexOf(name) === names.lastIndexOf(name) && !isPart(name)
			? name
			: `${group} ${name}`.trim();
	});
}

/** A part of a day says nothing without its day. */
const isPart = (name: string): boolean =>
	/^(?:matin|apr[eè]s[- ]midi|soir|am|pm|a\.m\.|d[ée]but|fin)$/i.test(name.trim());
