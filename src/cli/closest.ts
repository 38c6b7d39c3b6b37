import { typingDistance } from '../lib/directory/search/typing-errors.ts';

/** The word that was probably meant: one typing error for short words, two or three for long ones; else nothing. */
export function closest(typed: string, words: readonly string[]): string | undefined {
	const forgiven = Math.min(3, Math.ceil(typed.length / 3));
	const [nearest] = words
		.map((word) => ({ word, distance: typingDistance(typed, word, forgiven + 1) }))
		.filter(({ distance }) => distance <= forgiven)
		.sort((a, b) => a.distance - b.distance);
	return nearest?.word;
}
