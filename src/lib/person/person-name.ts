/** A name as it is compared: without accents, capitals or signs between words. */
export const foldedName = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/**
 * Whether two names may be the same person's: one begins with the other's words (« Lila », « Lila B. »), or they differ
 * by one letter (« Fatima », « Fatma »), from four letters on.
 */
export function nearNames(one: string, other: string): boolean {
	const [a, b] = [foldedName(one), foldedName(other)];
	if (a === '' || b === '') return false;
	return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `) || oneLetterApart(a, b);
}

const shortest = 4;

/** One letter added, left out or changed; two neighbours swapped. */
function oneLetterApart(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length < shortest || long.length - short.length > 1) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
	return short.slice(start + 1) === long.slice(start + 1) || swapped(short, long, start);
}

const swapped = (a: string, b: string, at: number): boolean =>
	a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
