import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropLand, outline, type Position, type Ring } from './crop.ts';

const square = (west: number, south: number, east: number, north: number): Ring => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
];
const bounds = { west: 0, south: 0, east: 10, north: 10 };
const crop = (ring: Ring) => cropLand([outline(ring)], bounds).map((each) => each.ring);

const area = (ring: Ring): number =>
	Math.abs(
		ring.reduce((sum, [x, y], at) => {
			const [nextX, nextY] = ring[(at + 1) % ring.length]!;
			return sum + x * nextY - nextX * y;
		}, 0) / 2,
	);

test('keeps what is inside, cuts what sticks out, forgets what is outside', () => {
	expect(crop(square(2, 2, 4, 4))).toEqual([square(2, 2, 4, 4)]);
	expect(crop(square(-5, 5, 5, 15)).map(area)).toEqual([25]);
	expect(crop(square(-5, -5, 15, 15)).map(area)).toEqual([100]);
	expect(crop(square(20, 20, 30, 30))).toEqual([]);
});

test('a ring turning either way gives the same land', () => {
	const ring = square(-5, 5, 5, 15);
	expect(crop([...ring].reverse()).map(area)).toEqual(crop(ring).map(area));
});

test('bounds across the antimeridian find the land of both sides', () => {
	const land = [outline(square(178, -18, 180, -16)), outline(square(-180, -18, -179, -16))];
	const found = cropLand(land, { west: 177, south: -20, east: 183, north: -10 });
	expect(found.map(({ bounds: { west, east } }) => [west, east])).toEqual([
		[178, 180],
		[180, 181],
	]);
});

test('nothing cropped leaves the bounds, whatever the outline', () => {
	const position = fc.tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: -20, max: 30 }));
	fc.assert(
		fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), (ring: Position[]) => {
			for (const [x, y] of crop(ring).flat()) {
				expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
				expect(Math.max(x, y)).toBeLessThanOrEqual(10);
			}
		}),
	);
});
