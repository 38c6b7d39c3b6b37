import { stemmer } from '@orama/stemmers/french';

const longestWord = 40;

/** Words that say nothing of what is sought, and those people put around it (“je cherche”, “besoin”). */
const stopWords = new Set(
	`a ai as au aux avec avoir c ce ces cet cette chez comme d dans de des donc dont du e elle elles en entre
	est et etre eux hui il ils j je jusqu l la le les leur leurs lorsqu lui m ma me mes moi mon n ne nos notre
	nous on ont ou par pour pres puisqu qu que quel quelle quels quelles qui quoi s sa se ses si son sont sur t
	ta te tes toi ton tu un une vers vos votre vous y
	besoin bonjour cherche cherchons comment faut merci svp veux voudrais`.split(/\s+/),
);

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Runs of letters and digits: apostrophes of every kind, hyphens and signs part words. “C.V.” is one word. */
export function splitWords(text: string): string[] {
	const joined = text
		.toLowerCase()
		.replace(/(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/gu, withoutDots);
	return joined.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const withoutDots = (acronym: string) => acronym.replaceAll('.', '');

/** A word as it is compared: lower case, no accents, no ligatures, at most 40 characters. */
export function foldWord(word: string): string {
	const lower = word.toLowerCase();
	if (/^[a-z0-9]*$/.test(lower)) return lower.slice(0, longestWord);
	const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
	return plain.replace(/[œæß]/g, (letter) => ligatures[letter]!).slice(0, longestWord);
}

export const isStopWord = (folded: string) => folded === '' || stopWords.has(folded);

/** Endings made alike before the stemmer, which knows accents but not words that lost them, one after the other. */
const endings: readonly (readonly [RegExp, string])[] = [
	[/([^s])s$/, '$1'],
	[/ee$/, 'e'],
	[/([ao]i)se$/, '$1'],
	[/(.{3})ere$/, '$1er'],
	[/(.{3})euse$/, '$1eur'],
];

/**
 * The term under which a folded word is indexed: plural and feminine set aside, then Snowball's French stem.
 * Short words, acronyms and numbers are kept whole.
 */
export function stemWord(folded: string): string {
	if (folded.length < 4 || !/^[a-z]+$/.test(folded)) return folded;
	let word = folded;
	for (const [ending, replacement] of endings) word = word.replace(ending, replacement);
	return stemmer(word);
}

/** Distinct folded words of a text, stop words apart, in the order of the text. */
export function wordsOf(text: string, limit = Number.POSITIVE_INFINITY): string[] {
	const words = new Set<string>();
	for (const word of splitWords(text)) {
		const folded = foldWord(word);
		if (!isStopWord(folded)) words.add(folded);
		if (words.size >= limit) break;
	}
	return [...words];
}
