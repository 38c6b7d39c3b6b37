/** The 12 life domains of an assessment, and the data·inclusion v1 categories that each gathers. */
export const categoriesOf = {
	housing: ['logement-hebergement'],
	food: ['equipement-et-alimentation'],
	money: ['difficultes-financieres'],
	rights: ['difficultes-administratives-ou-juridiques'],
	health: ['sante'],
	family: ['famille'],
	mobility: ['mobilite'],
	digital: ['numerique'],
	reading: ['lecture-ecriture-calcul'],
	training: ['se-former'],
	work: ['choisir-un-metier', 'preparer-sa-candidature', 'trouver-un-emploi', 'creer-une-entreprise'],
	links: ['remobilisation'],
} as const satisfies Record<string, readonly string[]>;

export type Domain = keyof typeof categoriesOf;
export const domains = Object.keys(categoriesOf) as readonly Domain[];

/** What no ordinary agreement contains: each is shared alone, with one recipient, under a proof of its own (level 5). */
export const subjects = ['health', 'addiction', 'justice', 'violence', 'migration', 'children'] as const;
export type Subject = (typeof subjects)[number];

/** Under which agreement a domain is read: two of them touch a sensitive subject. */
export const subjectOf = (domain: Domain): Domain | Subject => (domain === 'family' ? 'children' : domain);

/** The domains that an agreement of level 4 may name. */
export const ordinaryDomains = domains.filter((domain) => domain !== 'health' && domain !== 'family');
