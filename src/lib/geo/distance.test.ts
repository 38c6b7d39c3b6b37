import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, earthRadiusKm } from './distance.ts';

const paris = { latitude: 48.8566, longitude: 2.3522 };
const point = fc.record({
	latitude: fc.double({ min: -90, max: 90, noNaN: true }),
	longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Geodesics of the WGS 84 ellipsoid in kilometres, by Vincenty's inverse formula. */
test.each([
	['Marseille', { latitude: 43.2965, longitude: 5.3698 }, 660.493],
	['Saint-Denis de La Réunion', { latitude: -20.8789, longitude: 55.4481 }, 9343.665],
	['Cayenne', { latitude: 4.9224, longitude: -52.3135 }, 7074.201],
])('Paris to %s is within 0.56 %% of the geodesic', (_, place, expected) => {
	expect(Math.abs(distanceKm(paris, place) / expected - 1)).toBeLessThan(0.0056);
});

test('one degree of longitude on the equator, across the antimeridian', () => {
	const km = distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 });
	expect(km).toBeCloseTo((earthRadiusKm * Math.PI) / 180, 6);
});

test('is symmetric, zero on itself, and never beyond half a turn', () => {
	fc.assert(
		fc.property(point, point, (a, b) => {
			expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
			expect(distanceKm(a, a)).toBe(0);
			expect(distanceKm(a, b)).toBeLessThanOrEqual(earthRadiusKm * Math.PI);
		}),
	);
});

test('agrees with the chord between unit vectors, which is computed without haversine', () => {
	const vector = ({ latitude, longitude }: typeof paris) => {
		const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
		return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
	};
	fc.assert(
		fc.property(point, point, (a, b) => {
			const [from, to] = [vector(a), vector(b)];
			const chord = Math.hypot(...from.map((value, axis) => value - to[axis]!));
			expect(distanceKm(a, b)).toBeCloseTo(2 * earthRadiusKm * Math.asin(Math.min(1, chord / 2)), 2);
		}),
	);
});
