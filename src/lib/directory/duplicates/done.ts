import type { TextKey } from '#lib/texts/catalogue.ts';

/** What a page says after a decision: the word in the address, and its sentence. */
const sentences = {
	fusion: 'duplicates.done-merged',
	separees: 'duplicates.done-apart',
	annulee: 'duplicates.done-undone',
	revenue: 'duplicates.done-again',
} as const satisfies Record<string, TextKey>;
export type Done = keyof typeof sentences;

export const doneSentence = (word: string): TextKey | undefined =>
	Object.entries(sentences).find(([known]) => known === word)?.[1];
