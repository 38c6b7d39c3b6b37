import { typingDistance } from '../search/typing-errors.ts';

/** A name as people recognise it: without case, accents, blanks or signs; « E-mail » and `email` are one. */
export function loose(text: string): string {
	if (/^[a-z0-9]*$/.test(text)) return text;
	return text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

const mostKept = 20_000;
const kept = new Map<string, string>();

/** `loose`, remembered: the same names and codes come back at each row. */
export function looseKept(text: string): string {
	const known = kept.get(text);
	if (known !== undefined) return known;
	const found = loose(text);
	if (text.length > 200) return found;
	if (kept.size >= mostKept) kept.clear();
	kept.set(text, found);
	return found;
}

/** The nearest of several names, when one is near enough to be a slip of the keyboard. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
	const wanted = loose(name);
	const most = wanted.length <= 4 ? 1 : wanted.length <= 9 ? 2 : 3;
	let best: string | undefined;
	let least = most + 1;
	for (const candidate of names) {
		const distance = typingDistance(wanted, loose(candidate), least);
		if (distance >= least) continue;
		least = distance;
		best = candidate;
	}
	return best;
}
