import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageNumbers } from './page-numbers.ts';

test('few pages are all shown, many are shortened around the current one', () => {
	expect(pageNumbers(1, 1)).toEqual([1]);
	expect(pageNumbers(2, 4)).toEqual([1, 2, 3, 4]);
	expect(pageNumbers(6, 20)).toEqual([1, 'gap', 5, 6, 7, 'gap', 20]);
});

test('a gap hides two pages or more, and the numbers climb from the first to the last', () => {
	const place = fc
		.integer({ min: 1, max: 400 })
		.chain((pages) => fc.tuple(fc.integer({ min: 1, max: pages }), fc.constant(pages)));
	fc.assert(
		fc.property(place, ([page, pages]) => {
			const shown = pageNumbers(page, pages);
			expect(shown).toContain(page);
			expect([shown[0], shown.at(-1)]).toEqual([1, pages]);
			shown.forEach((n, i) => {
				const [before, after] = [shown[i - 1], shown[i + 1]];
				if (n === 'gap') expect(Number(after) - Number(before)).toBeGreaterThan(2);
				else if (typeof before === 'number') expect(n - before).toBe(1);
			});
		}),
	);
});
