import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewest, hideSmallCounts, type ShownTable, shownCount } from './small-counts.ts';

/** The reference: every table of whole counts that agrees with all that is shown, one after the other. */
function* tablesThatAgree(shown: ShownTable, most: number): Generator<number[][]> {
	const [height, width] = [shown.cells.length, shown.cells[0]?.length ?? 0];
	const table = shown.cells.map((row) => row.map((count) => count ?? 0));
	const free = shown.cells.flatMap((row, r) =>
		row.flatMap((count, c) => (count === null ? [[r, c] as const] : [])),
	);
	const total = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
	const agrees = () =>
		shown.rowTotals.every((told, r) => told === null || told === total(table[r] ?? [])) &&
		shown.columnTotals.every((told, c) => told === null || told === total(table.map((row) => row[c] ?? 0))) &&
		(shown.total === null || shown.total === total(table.flat()));
	function* fill(rank: number): Generator<number[][]> {
		const place = free[rank];
		if (!place) {
			if (agrees()) yield table.map((row) => [...row]);
			return;
		}
		const row = table[place[0]];
		for (let count = 0; row && count <= most; count++) {
			row[place[1]] = count;
			yield* fill(rank + 1);
		}
	}
	if (height > 0 && width > 0) yield* fill(0);
}

const total = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
const figures = (table: readonly (readonly number[])[]): number[] => [
	...table.flat(),
	...table.map(total),
	...(table[0] ?? []).map((_, c) => total(table.map((row) => row[c] ?? 0))),
	total(table.flat()),
];
/** The small counts, totals included, that no table which agrees with all that is shown makes ten people larger. */
function computedBack(cells: readonly (readonly number[])[], most: number): number[] {
	const truths = figures(cells);
	const left = new Set(
		truths.keys().filter((rank) => (truths[rank] ?? 0) > 0 && (truths[rank] ?? 0) < fewest),
	);
	for (const table of tablesThatAgree(hideSmallCounts(cells), most)) {
		if (left.size === 0) break;
		for (const [rank, figure] of figures(table).entries())
			if (figure >= (truths[rank] ?? 0) + fewest - 1) left.delete(rank);
	}
	return [...left];
}

const tables = (height: number, width: number, largest: number) =>
	fc.array(fc.array(fc.nat({ max: largest }), { minLength: width, maxLength: width }), {
		minLength: height,
		maxLength: height,
	});

test.each([
	[1, 2],
	[2, 1],
	[2, 2],
])(
	'in a table of %i by %i, whoever tries every table finds each small count possible with ten more',
	(height, width) => {
		fc.assert(
			fc.property(tables(height, width, 13), (cells) => {
				expect(computedBack(cells, 24)).toEqual([]);
			}),
			{ numRuns: 25 },
		);
	},
);

test('in a table of two by three too', () => {
	fc.assert(
		fc.property(tables(2, 3, 14), (cells) => {
			const shown = hideSmallCounts(cells);
			fc.pre(shown.cells.flat().filter((count) => count === null).length <= 4);
			expect(computedBack(cells, 25)).toEqual([]);
		}),
		{ numRuns: 25 },
	);
});

test('what is shown is true, what is small is hidden, and the same table is hidden in the same way', () => {
	fc.assert(
		fc.property(
			fc.nat({ max: 7 }),
			fc.nat({ max: 5 }),
			fc.infiniteStream(fc.nat({ max: 40 })),
			(height, width, counts) => {
				const cells = Array.from({ length: height + 1 }, () =>
					Array.from({ length: width + 1 }, () => counts.next().value ?? 0),
				);
				const shown = hideSmallCounts(cells);
				expect(hideSmallCounts(cells)).toEqual(shown);
				const pairs = [
					...cells.flatMap((row, r) => row.map((count, c) => [count, shown.cells[r]?.[c]] as const)),
					...cells.map((row, r) => [total(row), shown.rowTotals[r]] as const),
					...(cells[0] ?? []).map(
						(_, c) => [total(cells.map((row) => row[c] ?? 0)), shown.columnTotals[c]] as const,
					),
					[total(cells.flat()), shown.total] as const,
				];
				for (const [truth, told] of pairs) {
					expect(told === null || told === truth).toBe(true);
					if (truth > 0 && truth < fewest) expect(told).toBeNull();
				}
			},
		),
	);
});

test('nothing is hidden where nothing is small', () => {
	const cells = [
		[0, 11, 40],
		[12, 0, 11],
	];
	expect(hideSmallCounts(cells)).toEqual({
		cells,
		rowTotals: [51, 23],
		columnTotals: [12, 11, 51],
		total: 74,
	});
});

test('one small count hides another in its row, another in its column, and the one where they cross', () => {
	const {
		cells,
		rowTotals,
		columnTotals,
		total: all,
	} = hideSmallCounts([
		[3, 20, 60],
		[25, 30, 70],
		[80, 90, 95],
	]);
	expect(cells).toEqual([
		[null, null, 60],
		[null, null, 70],
		[80, 90, 95],
	]);
	expect([rowTotals, columnTotals, all]).toEqual([[83, 125, 265], [108, 140, 225], 473]);
});

test('one line alone, one count alone, nothing at all', () => {
	expect(hideSmallCounts([[4]])).toEqual({
		cells: [[null]],
		rowTotals: [null],
		columnTotals: [null],
		total: null,
	});
	expect(hideSmallCounts([[4, 0]]).cells[0]?.[0]).toBeNull();
	expect(hideSmallCounts([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
	expect([0, 1, 10, 11].map(shownCount)).toEqual([0, null, null, 11]);
});
