const folds: readonly [RegExp, string][] = [
	[/œ/g, 'oe'],
	[/æ/g, 'ae'],
	[/[^a-z0-9]+/g, ' '],
	[/\bsaint(e?)s?\b/g, 'st$1'],
	[/\bcedex( \d+)?\b/g, ' '],
	[/\barr(ondissement|dt)?\b/g, ' '],
	[/\b(\d+) ?(er|ere|e|eme|ieme)\b/g, '$1'],
	[/ +/g, ' '],
];

/**
 * A commune's name as people type it: lower case, without accents, hyphens, apostrophes or leading article,
 * `Saint` and `Sainte` as `st` and `ste`, `12e arrondissement` as `12`.
 */
export function searchName(name: string): string {
	const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
	const folded = folds.reduce((text, [from, to]) => text.replace(from, to), plain).trim();
	return folded.replace(/^(l|le|la|les) (?=.)/, '');
}
