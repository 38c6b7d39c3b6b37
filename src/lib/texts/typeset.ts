const beforeSign = / (?=[;!?»%€]|:(?!:))/g; // « :: » opens a number's skeleton in ICU syntax, it is no sign
const afterOpening = /« /g;

/**
 * A French sentence whose signs never begin a line: a no-break space stands before : ; ! ? » % € and after «. It is
 * U+00A0 everywhere, for the thin one (U+202F) shows as a box on some old phones. Takes ICU messages as they are
 * written: their syntax holds none of these after a space.
 */
export const typeset = (sentence: string): string =>
	sentence.replace(beforeSign, '\u00A0').replace(afterOpening, '«\u00A0');

/** Typesets every sentence of a catalogue, in place. */
export function typesetAll(texts: Record<string, string>): void {
	for (const [key, sentence] of Object.entries(texts)) texts[key] = typeset(sentence);
}
