import { arcKm, earthRadiusKm, type Point, toRadians } from './distance.ts';

const cellsPerDegree = 10;
const rows = 180 * cellsPerDegree;
const columns = 360 * cellsPerDegree;

/**
 * A flat grid of 0.1° over points: they are sorted by cell, row after row, so that what a row of cells holds
 * between two longitudes is one contiguous run. Columns are in grid order, angles in radians.
 */
export interface Grid {
	/** Index, among the points given, of each point in grid order. */
	readonly order: Uint32Array;
	readonly cells: Uint32Array;
	/** Where each row begins; one more entry closes the last. */
	readonly rowStarts: Uint32Array;
	readonly latitudes: Float64Array;
	readonly cosLatitudes: Float64Array;
	readonly longitudes: Float64Array;
}

/** Builds the grid; points of one cell keep the order in which they came. */
export function buildGrid(points: readonly Point[]): Grid {
	const cellOf = Uint32Array.from(
		points,
		(point) => rowOf(point.latitude) * columns + columnOf(point.longitude),
	);
	const order = Uint32Array.from(points.keys()).sort((a, b) => cellOf[a]! - cellOf[b]! || a - b);
	const cells = order.map((point) => cellOf[point]!);
	const latitudes = Float64Array.from(order, (point) => toRadians(points[point]!.latitude));
	const longitudes = Float64Array.from(order, (point) => toRadians(points[point]!.longitude));
	const cosLatitudes = latitudes.map(Math.cos);
	const rowStarts = new Uint32Array(rows + 1);
	for (let row = 0; row <= rows; row++) rowStarts[row] = firstAtLeast(cells, row * columns, 0, cells.length);
	return { order, cells, rowStarts, latitudes, cosLatitudes, longitudes };
}

/** Calls `visit` for each point at `radiusKm` or less, with its rank in grid order and its distance in km. */
export function visitWithin(
	grid: Grid,
	centre: Point,
	radiusKm: number,
	visit: (rank: number, km: number) => void,
): void {
	const latitude = toRadians(centre.latitude);
	const cosLatitude = Math.cos(latitude);
	const longitude = toRadians(centre.longitude);
	const { latitudes, cosLatitudes, longitudes } = grid;
	for (const [from, to] of runsWithin(grid, centre, radiusKm)) {
		for (let i = from; i < to; i++) {
			const km = arcKm(latitude, cosLatitude, longitude, latitudes[i]!, cosLatitudes[i]!, longitudes[i]!);
			if (km <= radiusKm) visit(i, km);
		}
	}
}

/** Runs of ranks, ascending and apart, that hold every point at `radiusKm` or less, and others nearby. */
export function runsWithin(grid: Grid, centre: Point, radiusKm: number): [from: number, to: number][] {
	const height = (radiusKm / earthRadiusKm) * (180 / Math.PI) + 1e-9;
	const spans = columnSpans(centre, radiusKm);
	const lastRow = rowOf(centre.latitude + height);
	const runs: [number, number][] = [];
	for (let row = rowOf(centre.latitude - height); row <= lastRow; row++) {
		const start = grid.rowStarts[row]!;
		const end = grid.rowStarts[row + 1]!;
		if (start === end) continue;
		for (const [west, east] of spans) {
			const from = firstAtLeast(grid.cells, row * columns + west, start, end);
			const to = firstAtLeast(grid.cells, row * columns + east + 1, from, end);
			if (from < to) runs.push([from, to]);
		}
	}
	return runs;
}

/** Columns that a circle touches: every one when it holds a pole, two spans when it crosses the antimeridian. */
function columnSpans({ latitude, longitude }: Point, radiusKm: number): [west: number, east: number][] {
	const angle = radiusKm / earthRadiusKm;
	if (toRadians(Math.abs(latitude)) + angle >= Math.PI / 2) return [[0, columns - 1]];
	const width = (Math.asin(Math.sin(angle) / Math.cos(toRadians(latitude))) * 180) / Math.PI + 1e-9;
	const [west, east] = [columnOf(longitude - width), columnOf(longitude + width)];
	if (2 * width >= 360 - 1 / cellsPerDegree) return [[0, columns - 1]];
	return west <= east
		? [[west, east]]
		: [
				[0, east],
				[west, columns - 1],
			];
}

const rowOf = (latitude: number) =>
	Math.min(rows - 1, Math.max(0, Math.floor((latitude + 90) * cellsPerDegree)));

function columnOf(longitude: number): number {
	const column = Math.floor((longitude + 180) * cellsPerDegree) % columns;
	return column < 0 ? column + columns : column;
}

/** First position between `from` and `to` whose value is at least `wanted`; `to` when there is none. */
function firstAtLeast(sorted: Uint32Array, wanted: number, from: number, to: number): number {
	let [low, high] = [from, to];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (sorted[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
