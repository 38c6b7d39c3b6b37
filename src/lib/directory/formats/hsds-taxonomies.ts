import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { categories, topicsByCategory } from '../topic.ts';
import { employerKindOf, saturationOf, welcomeOf } from './beyond-codes.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';
import { networks } from './data-inclusion-networks.ts';
import { idOf } from './hsds-ids.ts';
import type { HsdsTaxonomy, HsdsTaxonomyTerm } from './hsds-schema.ts';

/** The closed lists of data·inclusion v1, then ours: each is a taxonomy of HSDS, under the slug of its field there. */
export const taxonomyNames = [
	'thematiques',
	'publics',
	'type',
	'frais',
	'modes_accueil',
	'modes_mobilisation',
	'mobilisable_par',
	'reseaux_porteurs',
	'accueil',
	'saturation',
	'type_employeur',
] as const;
export type TaxonomyName = (typeof taxonomyNames)[number];

const taxonomyId = (name: TaxonomyName): string => idOf('taxonomy', name);

/** The id of a term, from its taxonomy and its code. */
export const termId = (name: TaxonomyName, code: string): string => idOf('taxonomy_term', name, code);

export const taxonomies: readonly HsdsTaxonomy[] = taxonomyNames.map((name) => ({
	id: taxonomyId(name),
	name: translate(`api.taxonomy.${name}`),
	description: translate(`api.taxonomy.${name}.about`),
	version: '1',
}));

interface Code {
	readonly code: string;
	readonly label: string;
	readonly parent?: string;
}

const say = (key: string): string => translate(key as TextKey);
const labelled = (table: Readonly<Record<string, string>>, room: string): Code[] =>
	Object.entries(table).map(([code, own]) => ({ code, label: say(`${room}${own}`) }));

const codesOf: Readonly<Record<TaxonomyName, readonly Code[]>> = {
	thematiques: categories.flatMap((category) => [
		{ code: category, label: say(`category.${category}`) },
		...topicsByCategory[category].map((topic) => ({
			code: `${category}--${topic}`,
			label: say(`topic.${category}--${topic}`),
			parent: category,
		})),
	]),
	publics: labelled(audienceOf, 'audience.'),
	type: labelled(kindOf, 'kind.'),
	frais: labelled(feeOf, 'fee.'),
	modes_accueil: labelled(welcomeModeOf, 'mode.'),
	modes_mobilisation: labelled(mobilisationModeOf, 'service.how-'),
	mobilisable_par: labelled(mobiliserOf, 'api.mobiliser.'),
	reseaux_porteurs: networks.map((code) => ({ code, label: readable(code) })),
	accueil: labelled(welcomeOf, 'edit.welcome.'),
	saturation: labelled(saturationOf, 'edit.saturation.'),
	type_employeur: labelled(employerKindOf, 'sheet.employer.'),
};

function readable(slug: string): string {
	const words = slug.replaceAll('-', ' ');
	return words.length <= 5 ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1);
}

const termOf = (name: TaxonomyName, { code, label, parent }: Code): HsdsTaxonomyTerm => ({
	id: termId(name, code),
	code,
	name: label,
	description: label,
	...(parent !== undefined && { parent_id: termId(name, parent) }),
	taxonomy: translate(`api.taxonomy.${name}`),
	taxonomy_id: taxonomyId(name),
	language: 'fr',
});

/** Every term, in the order of its taxonomy. */
export const taxonomyTerms: readonly HsdsTaxonomyTerm[] = taxonomyNames.flatMap((name) =>
	codesOf[name].map((code) => termOf(name, code)),
);

/** Where a term comes from, by its id. */
const known = new Map(
	taxonomyNames.flatMap((name) =>
		codesOf[name].map(({ code }) => [termId(name, code), { name, code }] as const),
	),
);
export const termBehind = (id: string): { name: TaxonomyName; code: string } | undefined =>
	known.get(id.toLowerCase());

/** The taxonomy of an id, if it is one of ours. */
export const taxonomyBehind = (id: string): TaxonomyName | undefined =>
	taxonomyNames.find((name) => taxonomyId(name) === id.toLowerCase());

/** A taxonomy by its id. */
export const taxonomyWithId = (id: string): HsdsTaxonomy | undefined =>
	taxonomies.find((taxonomy) => taxonomy.id === id.toLowerCase());

const terms = new Map(taxonomyTerms.map((term) => [term.id, term]));
/** A term by its id. */
export const termWithId = (id: string): HsdsTaxonomyTerm | undefined => terms.get(id.toLowerCase());
