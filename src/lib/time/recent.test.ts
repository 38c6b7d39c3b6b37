import { expect, test } from 'vitest';
import { recent } from './recent.ts';

test('forgets what was asked for the longest ago', () => {
	const memory = recent<number>(2);
	memory.set('a', 1);
	memory.set('b', 2);
	expect(memory.get('a')).toBe(1);
	memory.set('c', 3);
	expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, undefined, 3]);
});
