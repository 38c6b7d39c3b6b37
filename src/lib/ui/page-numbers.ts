/**
 * The page numbers worth showing: the first, the last, the current one and its neighbours; `gap` where some are left
 * out, never for a single page. `page` counts from 1.
 */
export function pageNumbers(page: number, pages: number): (number | 'gap')[] {
	const kept = new Set([1, pages, page - 1, page, page + 1].filter((n) => n >= 1 && n <= pages));
	if (kept.has(3)) kept.add(2);
	if (kept.has(pages - 2)) kept.add(pages - 1);
	const sorted = [...kept].sort((a, b) => a - b);
	return sorted.flatMap((n, i) => (i > 0 && n - (sorted[i - 1] ?? n) > 1 ? ['gap' as const, n] : [n]));
}
