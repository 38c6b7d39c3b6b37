/**
 * Remembers an answer that seldom changes: nobody waits for it after the first time, and it is asked again in the
 * background once it is older than `life` milliseconds. A failure keeps the last answer, or `fallback` before any.
 */
export function remembered<Value>(
	ask: () => Promise<Value>,
	{ fallback, life, now = Date.now }: { fallback: Value; life: number; now?: () => number },
): () => Promise<Value> {
	let known: Promise<Value> | undefined;
	let askedAt = 0;
	return () => {
		if (known && now() - askedAt < life) return known;
		askedAt = now();
		const previous = known ?? Promise.resolve(fallback);
		const next = ask().catch(() => previous);
		if (!known) known = next;
		else void next.then((value) => (known = Promise.resolve(value)));
		return known;
	};
}
