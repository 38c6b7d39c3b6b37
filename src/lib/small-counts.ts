/** Below this many people, a figure could show somebody. */
export const fewest = 11;

/** A count that may be published; null when hidden. */
export type ShownCount = number | null;

export interface ShownTable {
	readonly cells: readonly (readonly ShownCount[])[];
	readonly rowTotals: readonly ShownCount[];
	readonly columnTotals: readonly ShownCount[];
	readonly total: ShownCount;
}

/** One figure alone: the count of people when it may be said, zero included; null otherwise. */
export const shownCount = (count: number): ShownCount => (count === 0 || count >= fewest ? count : null);

/**
 * Hides each count of 1 to fewest-1, then as many others as it takes for none to be computed back from rows,
 * columns and totals: as far as a reader can compute, each could be ten more than it is (docs/decisions/0014).
 * Throws a RangeError unless the cells are whole numbers, zero or more, in rows of the same length.
 */
export function hideSmallCounts(cells: readonly (readonly number[])[]): ShownTable {
	refuseOddTables(cells);
	const figures = figuresOf(withTotals(cells));
	for (const figure of figures.flat()) if (shownCount(figure.count) === null) protect(figure);
	const shown = figures.map((row) => row.map(({ hidden, count }) => (hidden ? null : count)));
	const bottom = shown.at(-1) ?? [];
	return {
		cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
		rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
		columnTotals: bottom.slice(0, -1),
		total: bottom.at(-1) ?? null,
	};
}

/** A row or a column, the totals being one more of each: what flows in flows out. */
interface Line {
	readonly figures: Figure[];
}

/** What flows from one line to another: a cell from its row to its column, their totals the other way round. */
interface Figure {
	readonly from: Line;
	readonly to: Line;
	readonly count: number;
	readonly price: number;
	hidden: boolean;
}

/** From a line to the next by a figure that the reader may believe higher or lower than it is. */
interface Step {
	readonly figure: Figure;
	readonly raises: boolean;
}

interface Way {
	readonly price: number;
	readonly steps: readonly Step[];
}

type Counts = Map<Figure, number>;

function refuseOddTables(cells: readonly (readonly number[])[]): void {
	const width = cells[0]?.length;
	if (cells.some((row) => row.length !== width)) throw new RangeError('Rows of different lengths');
	const odd = cells.flat().find((count) => !Number.isSafeInteger(count) || count < 0);
	if (odd !== undefined) throw new RangeError(`Not a count of people: ${odd}`);
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

function withTotals(cells: readonly (readonly number[])[]): number[][] {
	const columns = (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0)));
	return [...cells, columns].map((row) => [...row, sum(row)]);
}

function figuresOf(counts: readonly (readonly number[])[]): Figure[][] {
	const columns = (counts[0] ?? []).map((): Line => ({ figures: [] }));
	const people = counts.at(-1)?.at(-1) ?? 0;
	return counts.map((inRow, row) => {
		const line: Line = { figures: [] };
		return columns.map((column, at) => {
			const totals = Number(row === counts.length - 1) + Number(at === columns.length - 1);
			const count = inRow[at] ?? 0;
			const [from, to] = totals === 1 ? [column, line] : [line, column];
			const price = priceOf(count, totals, counts.length * columns.length) + count / (people + 1);
			const figure = { from, to, count, price, hidden: shownCount(count) === null };
			line.figures.push(figure);
			column.figures.push(figure);
			return figure;
		});
	});
}

/** Cells go first, then zeroes (often known from elsewhere), then totals, the grand total last. */
const priceOf = (count: number, totals: number, figures: number) =>
	figures ** (totals > 0 ? totals + 1 : Number(count === 0));

/** Hides what it takes for this small count to be possibly higher by fewest-1, others making up for it. */
function protect(small: Figure): void {
	const counts: Counts = new Map();
	for (let missing = fewest - 1; missing > 0; ) {
		const steps = cheapestWay(small, counts);
		const moved = Math.min(missing, ...steps.map((step) => roomOf(step, counts)));
		for (const { figure, raises } of steps) {
			figure.hidden = true;
			counts.set(figure, countOf(figure, counts) + (raises ? moved : -moved));
		}
		missing -= moved;
	}
}

const countOf = (figure: Figure, counts: Counts) => counts.get(figure) ?? figure.count;

const roomOf = ({ figure, raises }: Step, counts: Counts) => (raises ? Infinity : countOf(figure, counts));

/** From where the small count arrives back to where it leaves: raising every total is always such a way. */
function cheapestWay(small: Figure, counts: Counts): readonly Step[] {
	const ways = new Map<Line, Way>([[small.to, { price: 0, steps: [] }]]);
	const open = new Set(ways.keys());
	for (const line of open) {
		open.delete(line);
		const way = ways.get(line) ?? { price: 0, steps: [] };
		for (const step of stepsFrom(line, small, counts)) {
			const next = step.raises ? step.figure.to : step.figure.from;
			const price = way.price + (step.figure.hidden ? 0 : step.figure.price);
			if (price >= (ways.get(next)?.price ?? Infinity)) continue;
			ways.set(next, { price, steps: [...way.steps, step] });
			open.add(next);
		}
	}
	return ways.get(small.from)?.steps ?? [];
}

const stepsFrom = (line: Line, small: Figure, counts: Counts): Step[] =>
	line.figures
		.filter((figure) => figure !== small)
		.map((figure) => ({ figure, raises: figure.from === line }))
		.filter((step) => roomOf(step, counts) > 0);
