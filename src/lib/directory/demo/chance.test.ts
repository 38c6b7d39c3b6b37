import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceFrom } from './chance.ts';

const draws = (seed: number, label: string) => {
	const chance = chanceFrom(seed, label);
	return Array.from({ length: 20 }, () => chance.next());
};

describe('chance', () => {
	test('repeats itself for one seed and one label, and for no other', () => {
		expect(draws(7, 'places')).toEqual(draws(7, 'places'));
		expect(draws(7, 'places')).not.toEqual(draws(8, 'places'));
		expect(draws(7, 'places')).not.toEqual(draws(7, 'names'));
	});

	test('keeps every draw within its bounds', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, least, span) => {
				const drawn = chanceFrom(seed, 'bounds').int(least, least + span);
				expect(drawn).toBeGreaterThanOrEqual(least);
				expect(drawn).toBeLessThanOrEqual(least + span);
			}),
		);
	});

	test('shuffles without losing or inventing anything', () => {
		fc.assert(
			fc.property(fc.integer(), fc.array(fc.nat()), (seed, items) => {
				expect(chanceFrom(seed, 'shuffle').shuffle(items).sort()).toEqual([...items].sort());
			}),
		);
	});

	test('draws in proportion to weights, and nothing when nothing weighs', () => {
		const chance = chanceFrom(1, 'weights');
		const counts = { a: 0, b: 0, c: 0 };
		for (let turn = 0; turn < 4000; turn++) {
			counts[chance.weigh(['a', 'b', 'c'] as const, (item) => ({ a: 3, b: 1, c: 0 })[item]) ?? 'c']++;
		}
		expect(counts.c).toBe(0);
		expect(counts.a / counts.b).toBeGreaterThan(2.5);
		expect(counts.a / counts.b).toBeLessThan(3.5);
		expect(chance.weigh(['a'], () => 0)).toBeUndefined();
	});
});
