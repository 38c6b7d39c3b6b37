/** Texts as sources write them, made readable; each is pure and never throws. */

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	rsquo: '’',
	lsquo: '‘',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	hellip: '…',
	ndash: '–',
	mdash: '—',
	bull: '•',
	middot: '·',
	euro: '€',
	deg: '°',
	oelig: 'œ',
	OElig: 'Œ',
	aelig: 'æ',
	ccedil: 'ç',
	Ccedil: 'Ç',
};
const marks: Readonly<Record<string, string>> = {
	acute: '\u0301',
	grave: '\u0300',
	circ: '\u0302',
	uml: '\u0308',
	tilde: '\u0303',
	cedil: '\u0327',
};

/** Without tags and entities; paragraphs and list items keep their lines. */
export const withoutHtml = (text: string): string =>
	decoded(
		hiddenParts
			.reduce((left, [start, end]) => without(left, start, end), text)
			.replace(/<\s*(?:br|\/p|\/div|\/h[1-6]|\/tr|\/ul|\/ol)\b[^<>]*>/gi, '\n')
			.replace(/<\s*li\b[^<>]*>/gi, '\n- ')
			.replace(/<\/?[a-z][^<>]*>/gi, ''),
	)
		.replace(/[ \t\u00a0]+\n/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

const hiddenParts = [
	['<!--', '-->'],
	['<script', '</script>'],
	['<style', '</style>'],
] as const;

function without(text: string, start: string, end: string): string {
	const lower = text.toLowerCase();
	let kept = '';
	let from = 0;
	for (let at = lower.indexOf(start); at >= 0; at = lower.indexOf(start, from)) {
		const last = lower.indexOf(end, at);
		if (last < 0) break;
		kept += text.slice(from, at);
		from = last + end.length;
	}
	return kept + text.slice(from);
}

const decoded = (text: string): string =>
	text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
		if (name) return named(name) ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
		return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
	});

function named(name: string): string | undefined {
	if (Object.hasOwn(entities, name)) return entities[name];
	const [, letter = '', mark = ''] = /^([a-zA-Z])(acute|grave|circ|uml|tilde|cedil)$/.exec(name) ?? [];
	return letter && `${letter}${marks[mark]}`.normalize('NFC');
}

/** At most so many characters, cut between two words, with a sign that there was more. */
export function cut(text: string, most: number): string {
	const characters = [...text];
	if (characters.length <= most) return text;
	if (most < 2) return characters.slice(0, most).join('');
	const kept = characters.slice(0, most - 1).join('');
	const lastBlank = kept.search(/\s\S*$/);
	return `${(lastBlank > most / 2 ? kept.slice(0, lastBlank) : kept).trimEnd()}…`;
}

export const capitalised = (text: string): string =>
	text.replace(/^\P{L}*\p{L}/u, (start) => start.toUpperCase());

const small = new Set(
	'a au aux chez d dans de des du en et l la le les ou par pour sous sur un une vers'.split(' '),
);
const acronyms = new Set(
	`aci adie ai ase bge caf cap cada ccas cc cd cg chrs chu cias cidff cfa cfppa cmp cms cpam cph csapa cv e2c ea
	ei eiti epide epn esat ess etti fjt fle geiq ime itep mda mde mdph mds mfr ml mjc msa msap ong pmi pij pjj
	plie pmr rsa sarl sas scic scop siae siao snc spip udaf unaf vae zup`.split(/\s+/),
);

/** « CENTRE SOCIAL DE L’AVENIR » as « Centre Social de l’Avenir »; a text with small letters is left as it is. */
export function calm(text: string): string {
	if (/\p{Ll}/u.test(text) || !/\p{Lu}{4}/u.test(text)) return text;
	let first = true;
	return text.replace(/\p{L}[\p{L}\p{M}\d]*/gu, (word) => {
		const lower = word.toLowerCase();
		const isFirst = first;
		first = false;
		if (small.has(lower)) return isFirst ? capitalised(lower) : lower;
		if (!/[aeiouyàâéèêëîïôöûùü]/.test(lower) || acronyms.has(lower)) return word;
		return capitalised(lower);
	});
}

export const titled = (text: string): string =>
	text
		.toLowerCase()
		.replace(/\p{L}[\p{L}\p{M}\d]*/gu, (word, at: number) =>
			small.has(word) && at > 0 ? word : capitalised(word),
		);

/** Letters and digits parted by hyphens, as in addresses. */
export const slugged = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('œ', 'oe')
		.replace(/['’]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
