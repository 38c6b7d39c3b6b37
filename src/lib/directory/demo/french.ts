const articles = /^(Le |La |Les |L’)/;

// In these territories, INSEE's official code gives an aspirated h to these names only.
const aspirated = /^(Hannapes|Hary|Hauteville|Haution|Houry|Housset)$/;

const elides = (name: string): boolean =>
	/^[aeiouyâàéèêëîïôöûüœæh]/i.test(name) && !aspirated.test(name) && !/^y[aeou]/i.test(name);

/** « de Lens », « d’Avion », « du Portel », « de La Capelle »: a place's name after « de ». */
export function ofCommune(name: string): string {
	if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
	if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
	return elides(name) ? `d’${name}` : `de ${name}`;
}

/** « à Lens », « au Portel », « aux Autels »: a place's name after « à ». */
export function atCommune(name: string): string {
	if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
	if (name.startsWith('Les ')) return `aux ${name.slice(4)}`;
	return `à ${name}`;
}

/** « du Chevalement », « des Trois Puits », « de la Lampisterie », « de l’Estran »: a sign's name after « de ». */
export function ofSign(sign: string): string {
	const article = articles.exec(sign)?.[0];
	if (!article) return ofCommune(sign);
	const rest = sign.slice(article.length);
	if (article === 'Le ') return `du ${rest}`;
	if (article === 'Les ') return `des ${rest}`;
	return `de ${article.toLowerCase()}${rest}`;
}

/** « aux familles », « à tout le monde »: a group of people after « à ». */
export const toPeople = (people: string): string =>
	people.startsWith('les ') ? `aux ${people.slice(4)}` : `à ${people}`;

/** « Lens, Liévin et Avion »; the last link is « et » unless another is given. */
export function listed(items: readonly string[], link = 'et'): string {
	const last = items.at(-1) ?? '';
	return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${link} ${last}`;
}

/** Curly apostrophes, and the spaces that never break before « : ; ? ! € % » and inside guillemets. */
export const typeset = (text: string): string =>
	text
		.replaceAll("'", '’')
		.replace(/ (?=[:;?!€%»])/g, '\u00a0')
		.replace(/« /g, '«\u00a0');

/** Lower-case ASCII words joined by hyphens, as addresses want them; at most 50 characters. */
export const slugOf = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 50)
		.replace(/-$/, '');
