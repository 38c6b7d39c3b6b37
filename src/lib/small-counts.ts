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

const isSmall = (count: number): boolean => count > 0 && count < fewest;

/** One figure alone: the count of people when it may be said, zero included; null otherwise. */
export const shownCount = (count: number): ShownCount => (isSmall(count) ? null : count);

/**
 * Hides each count of one to ten people, totals included, then as many others as it takes for none to be computed back:
 * whoever knows all that is shown, and that counts are whole and not negative, must still find each small count possible
 * with ten people more. Exact, by flows: a table with its totals is a network where what enters a line leaves it
 * (complementary suppression; Gusfield 1988, Cox 1995). Deterministic.
 */
export function hideSmallCounts(cells: readonly (readonly number[])[]): ShownTable {
	const edges = edgesOf(withTotals(cells));
	for (const edge of edges) edge.hidden = isSmall(edge.count);
	for (const edge of edges.filter(({ count }) => isSmall(count))) loosen(edge, edges);
	const height = cells.length + 1;
	const width = edges.length / height;
	const shown = edges.map(({ hidden, count }) => (hidden ? null : count));
	const line = (row: number) => shown.slice(row * width, (row + 1) * width);
	const rows = cells.map((_, row) => line(row));
	const totals = line(cells.length);
	return {
		cells: rows.map((row) => row.slice(0, -1)),
		rowTotals: rows.map((row) => row.at(-1) ?? null),
		columnTotals: totals.slice(0, -1),
		total: totals.at(-1) ?? null,
	};
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function withTotals(cells: readonly (readonly number[])[]): number[][] {
	const rows = cells.map((row) => [...row, sum(row)]);
	const columns = Array.from({ length: (cells[0]?.length ?? 0) + 1 }, (_, column) => column);
	return [...rows, columns.map((column) => sum(rows.map((row) => row[column] ?? 0)))];
}

/** A count, as what flows between its row and its column: from the row inside the table, back to it for one of the totals. */
interface Edge {
	readonly from: string;
	readonly to: string;
	readonly count: number;
	hidden: boolean;
	/** How far from the truth the search has pushed it. */
	pushed: number;
}

const edgesOf = (table: readonly (readonly number[])[]): Edge[] =>
	table.flatMap((line, row) =>
		line.map((count, column) => {
			const ends = [`row ${row}`, `column ${column}`] as const;
			const isTotal = (row === table.length - 1) !== (column === line.length - 1);
			const [from, to] = isTotal ? [ends[1], ends[0]] : ends;
			return { from, to, count, hidden: false, pushed: 0 };
		}),
	);

/** Hides what is missing, the least first, until this count could be ten people more. */
function loosen(small: Edge, edges: readonly Edge[]): void {
	for (const edge of edges) edge.pushed = 0;
	for (let more = 0; more < fewest - 1; ) {
		const way = cheapestWay(small, edges);
		const room = Math.min(
			fewest - 1 - more,
			...way.map(({ edge, back }) => (back ? edge.count + edge.pushed : Infinity)),
		);
		for (const { edge, back } of way) {
			edge.hidden = true;
			edge.pushed += back ? -room : room;
		}
		more += room;
	}
}

interface Leg {
	readonly edge: Edge;
	/** The count goes down along the way. */
	readonly back: boolean;
}

/** What hiding one more costs: nothing when it is hidden already, a zero last, since nobody is in it to protect. */
const costOf = ({ hidden, count }: Edge): number => (hidden ? 0 : count === 0 ? 1e9 : count);

/** The counts to push so that the sums still hold when this one grows by one; the cheapest to hide (Bellman and Ford). */
function cheapestWay(small: Edge, edges: readonly Edge[]): Leg[] {
	const legs = edges
		.filter((edge) => edge !== small)
		.flatMap((edge) => [
			{ edge, back: false, start: edge.from, end: edge.to },
			...(edge.count + edge.pushed > 0 ? [{ edge, back: true, start: edge.to, end: edge.from }] : []),
		]);
	const best = new Map<string, { cost: number; leg: (typeof legs)[number] | null }>([
		[small.to, { cost: 0, leg: null }],
	]);
	for (let changed = true; changed; ) {
		changed = false;
		for (const leg of legs) {
			const before = best.get(leg.start);
			if (!before) continue;
			// One step more is a little dearer, so that the way is also the shortest.
			const cost = before.cost + costOf(leg.edge) + 1e-6;
			if (cost >= (best.get(leg.end)?.cost ?? Infinity)) continue;
			best.set(leg.end, { cost, leg });
			changed = true;
		}
	}
	const way: Leg[] = [];
	for (let at = small.from; at !== small.to; ) {
		const leg = best.get(at)?.leg;
		if (!leg) throw new Error('the sums of a table leave no way round');
		way.push(leg);
		at = leg.start;
	}
	return way;
}
