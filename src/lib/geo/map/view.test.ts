import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from '../distance.ts';
import { fitView } from './view.ts';

const size = { width: 400, height: 300 };
const point = fc.record({
	longitude: fc.double({ min: -180, max: 180, noNaN: true }),
	latitude: fc.double({ min: -60, max: 70, noNaN: true }),
});

test('every point and the whole circle stand inside the frame, anywhere on Earth', () => {
	fc.assert(
		fc.property(
			point,
			fc.integer({ min: 1, max: 100 }),
			fc.array(point, { maxLength: 3 }),
			(center, km, far) => {
				const degree = km / 111;
				const points = far.map(({ longitude, latitude }) => ({
					longitude: center.longitude + (longitude / 180) * degree,
					latitude: center.latitude + (latitude / 180) * degree,
				}));
				const { project } = fitView({ ...size, center, radiusKm: km, points });
				for (const [x, y] of [center, ...points].map(project)) {
					expect(x).toBeGreaterThan(0);
					expect(x).toBeLessThan(size.width);
					expect(y).toBeGreaterThan(0);
					expect(y).toBeLessThan(size.height);
				}
			},
		),
	);
});

test('north is up, east is right, and the scale is true', () => {
	const lens = { latitude: 50.43, longitude: 2.83 };
	const { project, kmPerPixel } = fitView({ ...size, center: lens, radiusKm: 20, points: [] });
	const [x, y] = project(lens);
	const [eastX] = project({ ...lens, longitude: 2.93 });
	const [, northY] = project({ ...lens, latitude: 50.53 });
	expect(eastX).toBeGreaterThan(x);
	expect(northY).toBeLessThan(y);
	const km = distanceKm(lens, { ...lens, longitude: 2.93 });
	expect((eastX - x) * kmPerPixel).toBeCloseTo(km, 1);
});

test('two neighbours on each side of the antimeridian stay neighbours', () => {
	const points = [
		{ latitude: -16.8, longitude: 179.9 },
		{ latitude: -16.8, longitude: -179.9 },
	];
	const { project, bounds, kmPerPixel } = fitView({ ...size, points });
	const [west, east] = points.map(project);
	expect(east![0] - west![0]).toBeGreaterThan(0);
	expect((east![0] - west![0]) * kmPerPixel).toBeCloseTo(21.3, 0);
	expect(bounds.east - bounds.west).toBeLessThan(2);
});

test('one point alone has its surroundings; none at all shows metropolitan France', () => {
	const alone = fitView({ ...size, points: [{ latitude: 46.17, longitude: 1.87 }] });
	expect(alone.kmPerPixel * size.height).toBeGreaterThan(8);
	const { west, east, south, north } = fitView({ ...size, points: [] }).bounds;
	expect(west).toBeLessThan(-5);
	expect(east).toBeGreaterThan(9);
	expect(south).toBeLessThan(41.4);
	expect(north).toBeGreaterThan(51);
});
