import { expect, test } from 'vitest';
import { hear } from './heard-key.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const free = { off: false, busy: false, onLine: false };

test('letters move from anywhere, arrows and Enter from a line only', () => {
	expect(hear({ ...plain, key: 'j' }, free)).toBe('next');
	expect(hear({ ...plain, key: 'k' }, free)).toBe('previous');
	expect(hear({ ...plain, key: '?' }, free)).toBe('help');
	for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) expect(hear({ ...plain, key }, free)).toBeUndefined();
	expect(hear({ ...plain, key: 'ArrowUp' }, { ...free, onLine: true })).toBe('previous');
	expect(hear({ ...plain, key: 'Enter' }, { ...free, onLine: true })).toBe('main');
});

test('nothing is taken from whoever types, from a shortcut, nor once turned off', () => {
	expect(hear({ ...plain, key: 'j' }, { ...free, busy: true })).toBeUndefined();
	expect(hear({ ...plain, key: 'j' }, { ...free, off: true })).toBeUndefined();
	expect(hear({ ...plain, ctrlKey: true, key: 'k' }, free)).toBeUndefined();
	expect(hear({ ...plain, key: 'Tab' }, { ...free, onLine: true })).toBeUndefined();
});
