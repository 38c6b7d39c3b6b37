import { foldWord, isStopWord, splitWords } from '../search/words.ts';

/** Legal forms: they say nothing of who it is. */
const legalForms = new Set(
	'association ass asso assoc loi 1901 sarl sas sasu sa eurl scop scic sci epic epci gie gip'.split(' '),
);

/** Words that half of the field's names hold: equal, they prove little. */
const plainWords = new Set(
	`accueil action actions agence aide aides animation antenne bureau caisse centre commune communal communale communaute
	communes culture culturel departement departementale departemental droits emploi espace famille familles formation france
	guichet information insertion intercommunal jeunes jeunesse lieu local locale loisirs maison mission multisites
	numerique pays permanence point pole projet public regional regionale relais reseau saint sainte service services site
	social sociale sociaux solidarite structure territoire territorial territoriale union unite`.split(/\s+/),
);

/** Acronyms of the social sector and names that have changed, as the words they stand for. */
const longForms: ReadonlyMap<string, string> = new Map(
	Object.entries({
		adil: 'agence departementale information logement',
		anpe: 'france travail',
		bij: 'bureau information jeunesse',
		caf: 'caisse allocation familiale',
		cc: 'communaute communes',
		ccas: 'centre communal action sociale',
		cias: 'centre intercommunal action sociale',
		cidff: 'centre information droits femme famille',
		com: 'commune',
		cpam: 'caisse primaire assurance maladie',
		csc: 'centre social culturel',
		efs: 'espace france services',
		epn: 'espace public numerique',
		fs: 'france services',
		maire: 'commune',
		mairie: 'commune',
		mde: 'maison emploi',
		mdph: 'maison departementale personne handicapee',
		mds: 'maison departementale solidarite',
		mfs: 'maison france services',
		mjc: 'maison jeunes culture',
		ml: 'mission locale',
		mlj: 'mission locale jeunes',
		msa: 'mutualite sociale agricole',
		msap: 'maison service public',
		pij: 'point information jeunesse',
		plie: 'plan local insertion emploi',
		socioculturel: 'social culturel',
		st: 'saint',
		ste: 'sainte',
		udaf: 'union departementale association familiale',
		ville: 'commune',
	}),
);
const longNames: readonly (readonly [RegExp, string])[] = [
	[/\bpole emploi\b/g, 'france travail'],
	[/\bhotel de ville\b/g, 'commune'],
];

/**
 * The words by which a name is compared, in its order, each once: folded, acronyms spelt out, plurals and legal forms
 * set aside. The name of the commune goes too, unless nothing would be left: homonyms there are compared by the rest.
 */
export function nameWords(name: string, communeName: string | null): readonly string[] {
	const words = spellOut(name);
	const commune = new Set(spellOut(communeName ?? ''));
	const own = words.filter((word) => !commune.has(word));
	return own.length > 0 ? own : words;
}

/** All the words of a name, spelt out and singular, each once. */
export function spellOut(text: string): string[] {
	let folded = splitWords(text).map(foldWord).join(' ');
	for (const [name, words] of longNames) folded = folded.replace(name, words);
	const words = folded.split(' ').flatMap((word) => (longForms.get(word) ?? word).split(' '));
	return [...new Set(words.filter((word) => !isStopWord(word) && !legalForms.has(word)).map(singular))];
}

const singular = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, '') : word);
const plainSingulars = new Set([...plainWords].map(singular));

/** How much a word tells two names apart, from 0.15 to 1: less when it is of the field, or borne by many. */
export function weightOf(word: string, borneBy: number): number {
	if (plainSingulars.has(word)) return 0.25;
	return Math.max(0.15, 1 - 0.3 * Math.log10(Math.max(1, borneBy / 10)));
}
