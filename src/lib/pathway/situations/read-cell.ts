import { languageName } from '#lib/directory/language-names.ts';
import { dayIn } from '#lib/directory/mapping/days.ts';
import { languageIn } from '#lib/directory/mapping/languages.ts';
import { loose } from '#lib/directory/mapping/loose.ts';
import { type Domain, domains } from '#lib/person/domain.ts';
import type { ContactRule, Protection } from '#lib/person/protection.ts';
import { translate } from '#lib/texts/translator.ts';

/** The words by which people write one value of a closed list. */
type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

function oneOf<Value extends string>(words: Words<Value>, cell: string): Value | undefined {
	const said = loose(cell);
	const found = Object.entries<readonly string[]>(words).find(([, known]) =>
		known.some((word) => loose(word) === said),
	);
	return found?.[0] as Value | undefined; // the keys of `words` are its values
}

/** A calendar date, YYYY-MM-DD: « 02/10/2026 », ISO, a spreadsheet's serial number; undefined when it is none. */
export const dayOfCell = (cell: string): string | undefined =>
	/^(?:\d{5}(?:\.\d+)?|\d{8})$|\d\s?[/.-]\s?\d{1,2}\s?[/.-]|\p{L}/u.test(cell)
		? dayIn(cell, 'day-first')
		: undefined;

const domainWords: Words<Domain> = {
	housing: ['housing', 'hébergement', 'logement hébergement', 'toit', 'habitat'],
	food: ['food', 'alimentation', 'se nourrir', 'aide alimentaire', 'équipement', 'vêtements'],
	money: ['money', 'argent', 'budget', 'finances', 'ressources', 'dettes', 'surendettement'],
	rights: ['rights', 'droits', 'accès aux droits', 'papiers', 'administratif', 'juridique', 'démarches'],
	health: ['health', 'soins', 'santé mentale', 'handicap', 'addictions'],
	family: ['family', 'famille', 'enfants', 'parentalité', 'garde d’enfants', 'childcare', 'children'],
	mobility: ['mobility', 'mobilité', 'transport', 'transports', 'déplacements', 'permis'],
	digital: ['digital', 'informatique', 'internet', 'inclusion numérique'],
	reading: ['reading', 'lecture', 'langue', 'français', 'fle', 'illettrisme', 'savoirs de base', 'language'],
	training: ['training', 'formation', 'études', 'apprentissage', 'education'],
	work: ['work', 'emploi', 'job', 'insertion professionnelle', 'métier', 'employment'],
	links: ['links', 'lien social', 'entourage', 'isolement', 'loisirs', 'culture', 'sport', 'social'],
};

/** A domain of life, as the assessment names it, or as spreadsheets do. */
export const domainOfCell = (cell: string): Domain | undefined =>
	oneOf(domainWords, cell) ?? domains.find((domain) => loose(translate(`grid.${domain}`)) === loose(cell));

const ownerWords: Words<'me' | 'person'> = {
	me: [
		...[
			'moi',
			'me',
			'je',
			'worker',
			'référent',
			'référente',
			'référent·e',
			'professionnel',
			'professionnelle',
		],
		...['travailleur social', 'travailleuse sociale', 'conseiller', 'conseillère', 'accompagnateur'],
		...['accompagnatrice', 'l’association', 'association', 'nous', 'us'],
	],
	person: [
		...[
			'la personne',
			'personne',
			'person',
			'elle',
			'lui',
			'il',
			'elle-même',
			'lui-même',
			'she',
			'he',
			'they',
		],
		...['l’intéressé', 'l’intéressée', 'herself', 'himself'],
	],
};

/** Who moves a step: whoever imports, by « moi » or by her own name, or the person, by « elle » or by hers. */
export function ownerOfCell(cell: string, names: { readonly worker: string; readonly person: string }) {
	if (loose(cell) === loose(names.worker)) return 'me';
	return (
		oneOf(ownerWords, cell) ?? (names.person && loose(cell) === loose(names.person) ? 'person' : undefined)
	);
}

const protectionWords: Words<Protection> = {
	ordinary: ['ordinary', 'ordinaire', 'normal', 'normale', 'aucune', 'non', 'no', 'none', 'standard'],
	protected: ['protected', 'protégé', 'protégée', 'dossier protégé', 'oui', 'yes', 'sensible'],
	closed: ['closed', 'fermé', 'fermée', 'dossier fermé', 'secret', 'violences', 'témoin'],
};
export const protectionOfCell = (cell: string): Protection | undefined => oneOf(protectionWords, cell);

const contactWords: Words<Exclude<ContactRule, 'careful'>> = {
	free: ['free', 'librement', 'libre', 'rien à signaler', 'ras', 'aucune', 'normal', 'none'],
	never: ['never', 'jamais', 'ne pas contacter', 'ne pas la contacter', 'aucun contact', 'do not contact'],
};

/** How she may be contacted: freely, never, or with the care that the cell says. */
export function contactOfCell(cell: string): { rule: ContactRule; words: string | null } {
	if (cell === '') return { rule: 'free', words: null };
	const rule = oneOf(contactWords, cell);
	return rule ? { rule, words: null } : { rule: 'careful', words: cell };
}

/** The code of a language that a form could have offered: « arabe », « Arabic », « ar ». */
export function languageOfCell(cell: string): string | undefined {
	const code = languageIn(cell);
	return code !== undefined && /^[a-z]{2,3}$/.test(code) && languageName(code) !== code ? code : undefined;
}
