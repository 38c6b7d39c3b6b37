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
		const distance = slips(wanted, loose(candidate), least);
		if (distance >= least) continue;
		least = distance;
		best = candidate;
	}
	return best;
}

/** How many letters are added, lost or changed from one word to another; `most` and beyond are alike. */
function slips(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) >= most || one.length > 100) return most;
	let row = Array.from({ length: other.length + 1 }, (_, rank) => rank);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
			next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
		}
		row = next;
	}
	return row[other.length]!;
}
