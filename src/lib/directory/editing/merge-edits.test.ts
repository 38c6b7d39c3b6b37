import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeEdits, sameValue } from './merge-edits.ts';

const merge = (drawn: object, typed: object, now: object) =>
	mergeEdits(['phone', 'topics'], { ...drawn }, { ...typed }, { ...now });

test('two people who change different fields both get what they want', () => {
	const drawn = { phone: '1', topics: ['a'] };
	expect(merge(drawn, { ...drawn, phone: '2' }, { ...drawn, topics: ['b'] })).toEqual({
		changed: { phone: '2' },
		conflicts: [],
	});
});

test('one field changed two ways waits for a choice; changed the same way it does not', () => {
	const drawn = { phone: '1', topics: ['a', 'b'] };
	expect(merge(drawn, { ...drawn, phone: '2' }, { ...drawn, phone: '3' }).conflicts).toEqual(['phone']);
	expect(merge(drawn, { ...drawn, phone: '2' }, { ...drawn, phone: '2' })).toEqual({
		changed: {},
		conflicts: [],
	});
	expect(merge(drawn, { ...drawn, topics: ['b', 'a'] }, drawn).changed).toEqual({});
});

test('with nobody else, what is typed is what is written', () => {
	const values = fc.record({ phone: fc.option(fc.string()), topics: fc.array(fc.string()) });
	fc.assert(
		fc.property(values, values, (drawn, typed) => {
			const { changed, conflicts } = merge(drawn, typed, drawn);
			expect(conflicts).toEqual([]);
			expect(sameValue({ ...drawn, ...changed }, typed)).toBe(true);
		}),
	);
});
