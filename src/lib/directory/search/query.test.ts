import { expect, test } from 'vitest';
import { everything, soundQuery } from './query.ts';

test('numbers out of all proportion become the nearest that make sense', () => {
	const wild = { ...everything, radiusKm: -3, offset: -1.5, limit: 1e9 };
	expect(soundQuery(wild)).toMatchObject({ radiusKm: 0, offset: 0, limit: 100 });
	const lost = { ...everything, radiusKm: Number.NaN, offset: Number.NaN, limit: Number.NaN };
	expect(soundQuery(lost)).toMatchObject({ radiusKm: 0, offset: 0, limit: 1 });
	expect(soundQuery({ ...everything, radiusKm: Number.POSITIVE_INFINITY }).radiusKm).toBe(20_040);
});

test('a place that is nowhere is left out, a true one is kept', () => {
	const near = { latitude: 49.5641, longitude: 3.6199, label: 'Laon' };
	expect(soundQuery({ ...everything, near }).near).toEqual(near);
	expect(soundQuery({ ...everything, near: { ...near, latitude: 4900 } })).not.toHaveProperty('near');
	expect(soundQuery({ ...everything, near: { ...near, longitude: Number.NaN } })).not.toHaveProperty('near');
});
