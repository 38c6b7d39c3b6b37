import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarsePosition } from './position.ts';

test('a position keeps three decimals', () => {
	expect(coarsePosition(50.631_718_3, 3.047_829)).toEqual({ lat: '50.632', lon: '3.048' });
});

test('a position never says more than a hundred metres', () => {
	const degrees = fc.double({ min: -180, max: 180, noNaN: true });
	fc.assert(
		fc.property(degrees, degrees, (latitude, longitude) => {
			const { lat, lon } = coarsePosition(latitude, longitude);
			expect(lat).toMatch(/^-?\d+\.\d{3}$/);
			expect(Math.abs(Number(lat) - latitude)).toBeLessThanOrEqual(0.000_501);
			expect(Math.abs(Number(lon) - longitude)).toBeLessThanOrEqual(0.000_501);
		}),
	);
});
