import type { TextKey } from '#lib/texts/catalogue.ts';

/** One of the eight doors of the home page; `categories` are data·inclusion's, so a search can follow it. */
export interface Need {
	readonly key: string;
	readonly categories: readonly string[];
	readonly labelKey: TextKey;
	readonly hintKey: TextKey;
}

export const needs = [
	{
		key: 'se-nourrir',
		categories: ['equipement-et-alimentation'],
		labelKey: 'need.food',
		hintKey: 'need.food_hint',
	},
	{
		key: 'se-loger',
		categories: ['logement-hebergement'],
		labelKey: 'need.housing',
		hintKey: 'need.housing_hint',
	},
	{ key: 'se-soigner', categories: ['sante'], labelKey: 'need.health', hintKey: 'need.health_hint' },
	{
		key: 'droits',
		categories: ['difficultes-administratives-ou-juridiques', 'numerique'],
		labelKey: 'need.rights',
		hintKey: 'need.rights_hint',
	},
	{
		key: 'argent',
		categories: ['difficultes-financieres'],
		labelKey: 'need.money',
		hintKey: 'need.money_hint',
	},
	{
		key: 'travail',
		categories: [
			'choisir-un-metier',
			'creer-une-entreprise',
			'lecture-ecriture-calcul',
			'preparer-sa-candidature',
			'se-former',
			'souvrir-a-linternational',
			'trouver-un-emploi',
		],
		labelKey: 'need.work',
		hintKey: 'need.work_hint',
	},
	{
		key: 'famille',
		categories: ['famille', 'remobilisation'],
		labelKey: 'need.family',
		hintKey: 'need.family_hint',
	},
	{ key: 'se-deplacer', categories: ['mobilite'], labelKey: 'need.travel', hintKey: 'need.travel_hint' },
] as const satisfies readonly Need[];

export type NeedKey = (typeof needs)[number]['key'];
