import { expect, test } from 'vitest';
import { backdropIn, surroundings } from './backdrop.ts';
import { outline, type Ring } from './crop.ts';

const clockwise = (west: number, south: number, east: number, north: number): Ring => [
	[west, south],
	[west, north],
	[east, north],
	[east, south],
];
const brest = { latitude: 48.39, longitude: -4.49 };
const bounds = surroundings({ width: 400, height: 400, center: brest, radiusKm: 30, points: [] });
const town = (name: string, longitude: number, latitude: number, population: number) => ({
	name,
	longitude,
	latitude,
	population,
});

test('the surroundings go further than the view, on every side', () => {
	expect(bounds.west).toBeLessThan(brest.longitude - 1);
	expect(bounds.east).toBeGreaterThan(brest.longitude + 1);
	expect(bounds.south).toBeLessThan(brest.latitude - 0.8);
	expect(bounds.north).toBeGreaterThan(brest.latitude + 0.8);
});

test('land is cut at the bounds; a sea inside it stays a hole', () => {
	const sea = [...clockwise(-4.6, 48.3, -4.4, 48.5)].reverse();
	const island = clockwise(-5.1, 48.4, -5, 48.5);
	const { land } = backdropIn(bounds, [], () => [clockwise(-10, 40, 10, 60), sea, island].map(outline));
	expect(land.coordinates.map((polygon) => polygon.length)).toEqual([2, 1]);
	expect(land.coordinates[0]?.[0]?.every(([longitude = 99]) => longitude >= bounds.west - 1e-4)).toBe(true);
	expect(land.coordinates[1]?.[0]?.[0]).toEqual(land.coordinates[1]?.[0]?.at(-1));
});

test('the communes around, the largest first', () => {
	const communes = [
		town('Landerneau', -4.25, 48.45, 16_000),
		town('Brest', -4.49, 48.39, 140_000),
		town('Lens', 2.83, 50.43, 32_000),
	];
	const { communes: found } = backdropIn(bounds, communes, () => []);
	expect(found.map(({ name }) => name)).toEqual(['Brest', 'Landerneau']);
});
