import { foldWord, isStopWord, splitWords, stemWord } from './words.ts';

/** Ways of saying one thing: « RSA », « revenu de solidarité active ». */
export type Synonyms = readonly (readonly string[])[];

/** One way of saying a concept, as stems in order. */
interface Phrase {
	readonly concept: number;
	readonly stems: readonly string[];
}

/** Phrases by their first stem, the longest first. */
export type Concepts = ReadonlyMap<string, readonly Phrase[]>;

/** The stems of a text, in order, stop words apart. */
export const stemsOf = (text: string): string[] =>
	splitWords(text)
		.map(foldWord)
		.filter((folded) => !isStopWord(folded))
		.map(stemWord);

/** The name of a concept among terms: no stem begins so. */
export const conceptTerm = (concept: number): string => `≈${concept}`;

export function readSynonyms(synonyms: Synonyms): Concepts {
	const phrases = synonyms
		.flatMap((ways, concept) => ways.map((way): Phrase => ({ concept, stems: stemsOf(way) })))
		.filter(({ stems }) => stems.length > 0)
		.sort((a, b) => b.stems.length - a.stems.length);
	return Map.groupBy(phrases, ({ stems }) => stems[0]!);
}

/** The concepts of which some way of being said has all its words in a text, anywhere; ascending. */
export function conceptsIn(concepts: Concepts, stems: ReadonlySet<string>): number[] {
	const found = new Set<number>();
	if (concepts.size === 0) return [];
	for (const stem of stems) {
		for (const phrase of concepts.get(stem) ?? []) {
			if (phrase.stems.every((each) => stems.has(each))) found.add(phrase.concept);
		}
	}
	return [...found].sort((a, b) => a - b);
}

/** The longest phrase that begins at a place of a list of stems. */
export const phraseAt = (concepts: Concepts, stems: readonly string[], at: number): Phrase | undefined =>
	concepts.get(stems[at]!)?.find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem));
