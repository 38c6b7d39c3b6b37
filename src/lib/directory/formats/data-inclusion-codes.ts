import type { Audience, Fee, MobilisationMode, Mobiliser, ServiceKind, WelcomeMode } from '../service.ts';

/** data·inclusion v1 (Licence Ouverte 2.0): our code of each of its slugs. */
export const kindOf = {
	accompagnement: 'support',
	'aide-financiere': 'financial-aid',
	'aide-materielle': 'material-aid',
	atelier: 'workshop',
	formation: 'training',
	information: 'information',
} as const satisfies Record<string, ServiceKind>;

export const feeOf = { gratuit: 'free', payant: 'paid' } as const satisfies Record<string, Fee>;

export const welcomeModeOf = {
	'a-distance': 'remote',
	'en-presentiel': 'on-site',
} as const satisfies Record<string, WelcomeMode>;

export const mobilisationModeOf = {
	'envoyer-un-courriel': 'email',
	'se-presenter': 'visit',
	telephoner: 'phone',
	'utiliser-lien-mobilisation': 'link',
} as const satisfies Record<string, MobilisationMode>;

export const mobiliserOf = {
	professionnels: 'professionals',
	usagers: 'people',
} as const satisfies Record<string, Mobiliser>;

export const audienceOf = {
	'tous-publics': 'everyone',
	actifs: 'workers',
	'beneficiaires-des-minimas-sociaux': 'minimum-income-recipients',
	'demandeurs-emploi': 'job-seekers',
	etudiants: 'students',
	familles: 'families',
	femmes: 'women',
	jeunes: 'young-people',
	'personnes-en-situation-de-handicap': 'people-with-disabilities',
	'personnes-en-situation-durgence': 'people-in-emergency',
	'personnes-en-situation-juridique-specifique': 'people-with-legal-situation',
	'personnes-exilees': 'exiled-people',
	'residents-qpv-frr': 'priority-area-residents',
	seniors: 'seniors',
} as const satisfies Record<string, Audience>;

/** The slugs of a table, in order. */
export const slugsOf = <Slug extends string>(table: Readonly<Record<Slug, string>>): readonly Slug[] =>
	Object.keys(table) as Slug[];

/** The slug of one of our codes. */
export function slugOf<Slug extends string, Code extends string>(
	table: Readonly<Record<Slug, Code>>,
	code: Code,
): Slug {
	const slug = slugsOf(table).find((known) => table[known] === code);
	if (slug === undefined) throw new Error(`no slug for ${code}`);
	return slug;
}
