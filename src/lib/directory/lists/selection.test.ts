import { expect, test } from 'vitest';
import { idsIn, mostCompared, selectionPath, withService } from './selection.ts';

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

test('ids are read from one text or several, each once, nothing else', () => {
	expect(idsIn([`${id(1)},${id(2)}`, id(1), 'x', '<script>'])).toEqual([id(1), id(2)]);
	expect(idsIn([[1, 2, 3, 4, 5].map(id).join('.')])).toHaveLength(mostCompared);
});

test('a link holds ids only, and the place of distances', () => {
	expect(selectionPath([])).toBe('/selection');
	expect(selectionPath([id(1), id(2)], 'Saint-Omer & co')).toBe(
		`/selection?services=${id(1)},${id(2)}&lieu=Saint-Omer%20%26%20co`,
	);
});

test('a full selection refuses, one that holds the service does not change', () => {
	const full = [1, 2, 3, 4].map(id);
	expect(withService(full, id(5))).toBeUndefined();
	expect(withService(full, id(2))).toBe(full);
	expect(withService([], id(5))).toEqual([id(5)]);
});
