import { hash } from 'node:crypto';

/** Tells whether a resource says what it said: keys in one order, so that its writing does not matter. */
export const contentHash = (content: unknown): string => hash('sha256', JSON.stringify(sorted(content)));

function sorted(content: unknown): unknown {
	if (Array.isArray(content)) return content.map(sorted);
	if (typeof content !== 'object' || content === null) return content;
	return Object.fromEntries(
		Object.entries(content)
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, value]) => [key, sorted(value)]),
	);
}
