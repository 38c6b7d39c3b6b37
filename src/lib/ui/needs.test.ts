import { expect, test } from 'vitest';
import { categories } from '#lib/directory/topic.ts';
import { needs } from './needs.ts';

test('every category of the directory is behind one door, and one only', () => {
	expect(needs.flatMap((need) => [...need.categories]).sort()).toEqual([...categories].sort());
});

test('there are eight needs, each with its own key', () => {
	expect(new Set(needs.map((need) => need.key)).size).toBe(8);
});
