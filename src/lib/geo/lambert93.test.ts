import { expect, test } from 'vitest';
import { fromLambert93 } from './lambert93.ts';

test('the projection’s own origin is where it says', () => {
	const { longitude, latitude } = fromLambert93(700_000, 6_600_000);
	expect(longitude).toBeCloseTo(3, 8);
	expect(latitude).toBeCloseTo(46.5, 8);
});

test('a point of the north of France', () => {
	const { longitude, latitude } = fromLambert93(668_832.5384, 6_950_138.7285);
	expect(longitude).toBeCloseTo(2.56865, 5);
	expect(latitude).toBeCloseTo(49.64961, 5);
});

test('west of the middle is west', () => {
	expect(fromLambert93(147_000, 6_838_000).longitude).toBeLessThan(-4);
});
