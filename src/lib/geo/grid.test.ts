import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, type Point } from './distance.ts';
import { buildGrid, visitWithin } from './grid.ts';

function within(points: readonly Point[], centre: Point, radiusKm: number): number[] {
	const grid = buildGrid(points);
	const found: number[] = [];
	visitWithin(grid, centre, radiusKm, (rank, km) => {
		expect(km).toBe(distanceKm(centre, points[grid.order[rank]!]!));
		found.push(grid.order[rank]!);
	});
	return found.sort((a, b) => a - b);
}

const scan = (points: readonly Point[], centre: Point, radiusKm: number) =>
	[...points.keys()].filter((i) => distanceKm(centre, points[i]!) <= radiusKm);

const anywhere = fc.record({
	latitude: fc.double({ min: -90, max: 90, noNaN: true }),
	longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
/** Close together, and often on the awkward lines: cell edges, antimeridian, poles. */
const awkward = fc.record({
	latitude: fc.constantFrom(-90, 90, 0, 89.95, -16.5, 48.8, 48.9),
	longitude: fc.constantFrom(-180, 180, 179.95, -179.95, 0, 2.3, 2.35, 2.4),
});
const points = fc.array(fc.oneof(anywhere, awkward), { maxLength: 60 });

test('finds exactly what a scan of every point finds', () => {
	fc.assert(
		fc.property(
			points,
			fc.oneof(anywhere, awkward),
			fc.double({ min: 0, max: 21_000, noNaN: true }),
			(all, centre, radius) => {
				expect(within(all, centre, radius)).toEqual(scan(all, centre, radius));
				expect(within(all, centre, radius / 300)).toEqual(scan(all, centre, radius / 300));
			},
		),
		{ numRuns: 500 },
	);
});

test('a point exactly at the radius is in, one hair further is out', () => {
	const [laon, soissons] = [
		{ latitude: 49.5641, longitude: 3.6199 },
		{ latitude: 49.3817, longitude: 3.3235 },
	];
	const km = distanceKm(laon, soissons);
	expect(within([soissons], laon, km)).toEqual([0]);
	expect(within([soissons], laon, km - 1e-9)).toEqual([]);
});

test('crosses the antimeridian: Wallis from the east of Fiji', () => {
	const [mataUtu, taveuni] = [
		{ latitude: -13.2825, longitude: -176.1736 },
		{ latitude: -16.85, longitude: 179.97 },
	];
	expect(within([mataUtu], taveuni, 600)).toEqual([0]);
});

test('an empty grid finds nothing', () => {
	expect(within([], { latitude: 48, longitude: 2 }, 100)).toEqual([]);
});
