const dayMs = 86_400_000;

/** Facts of one kind that follow one another closely: instants in order, none further than the window from the last. */
export function lastSeries(instants: readonly number[], window: number): readonly number[] {
	const gap = window * dayMs;
	let start = instants.length - 1;
	while (start > 0 && (instants[start] ?? 0) - (instants[start - 1] ?? 0) <= gap) start--;
	return instants.slice(Math.max(0, start));
}

/** The instant when so many facts lay within the window; Infinity when they never did. */
export function reached(instants: readonly number[], window: number, count: number): number {
	const found = instants.findIndex((at, index) => {
		const first = instants[index - count + 1];
		return first !== undefined && at - first < window * dayMs;
	});
	return instants[found] ?? Number.POSITIVE_INFINITY;
}

/** The instants of a window's facts still speak until it has passed since the last. */
export const isOver = (instants: readonly number[], window: number, now: number): boolean =>
	now - (instants.at(-1) ?? 0) >= window * dayMs;
