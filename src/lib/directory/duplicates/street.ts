import { foldWord, splitWords } from '../search/words.ts';

const longForms: ReadonlyMap<string, string> = new Map(
	Object.entries({
		all: 'allee',
		av: 'avenue',
		ave: 'avenue',
		bd: 'boulevard',
		bld: 'boulevard',
		bvd: 'boulevard',
		che: 'chemin',
		chem: 'chemin',
		gal: 'general',
		imp: 'impasse',
		mal: 'marechal',
		pl: 'place',
		rte: 'route',
		sq: 'square',
		st: 'saint',
		ste: 'sainte',
	}),
);
const kinds = new Set(
	'allee avenue boulevard chemin cour cours esplanade impasse lotissement passage place quai residence route rue sentier square voie'.split(
		' ',
	),
);
const small = new Set('a au aux d de des du en et l la le les sur'.split(' '));

/**
 * An address as it is compared: its number, then its words spelt out. Null without a number: a street alone, or a
 * village's name, is where many are.
 */
export function streetKey(address: string | null): string | null {
	const words = splitWords(address ?? '')
		.map(foldWord)
		.map((word) => longForms.get(word) ?? word)
		.filter((word) => !small.has(word));
	const street = words.findIndex((word) => kinds.has(word));
	const [number, ...rest] = street > 0 ? words.slice(numberBefore(words, street)) : words;
	return number && /^\d+(?:bis|ter|quater)?$/.test(number) && rest.length > 0
		? [number, ...rest].join(' ')
		: null;
}

/** The number just before the kind of street; “5 bis”, “5-9” begin at the first digit. */
function numberBefore(words: readonly string[], street: number): number {
	let at = street - 1;
	while (at > 0 && /^(?:\d+|bis|ter|quater|b|t)$/.test(words[at - 1]!)) at--;
	return at;
}
