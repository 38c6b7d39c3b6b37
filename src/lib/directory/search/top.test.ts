import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTop } from './top.ts';

test('keeps what a full sort would put first', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.nat(20), (scores, size) => {
			const idRanks = Uint32Array.from(scores, (_, doc) => (doc * 37) % 61);
			const top = createTop(size, idRanks);
			for (const [doc, score] of scores.entries()) top.offer(doc, score);
			const expected = scores
				.map((score, doc) => ({ doc, score }))
				.sort((a, b) => b.score - a.score || idRanks[a.doc]! - idRanks[b.doc]!)
				.slice(0, size);
			expect(top.sorted()).toEqual(expected);
			expect(top.offered).toBe(scores.length);
		}),
	);
});
