import { employerKindOf, saturationOf, welcomeOf } from '../formats/beyond-codes.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	slugsOf,
	welcomeModeOf,
} from '../formats/data-inclusion-codes.ts';
import type { Step } from '../mapping/mapping.ts';
import { topics } from '../topic.ts';

export type Entity = 'structure' | 'service';

/** A field that the form of a mapping offers. */
export interface Target {
	readonly entity: Entity;
	/** Its name in data·inclusion, or among what we add to it. */
	readonly name: string;
	/** What is done to a column that is chosen for it. */
	readonly steps: readonly Step[];
	/** The codes that it may hold, when its values are a closed list. */
	readonly codes?: readonly string[];
	/** The shared table that knows how sources write its codes. */
	readonly table?: string;
	/** It may hold several codes. */
	readonly several?: boolean;
	/** No row enters without it. */
	readonly needed?: boolean;
}

const target = (entity: Entity, name: string, more: Partial<Target> = {}): Target => ({
	entity,
	name,
	steps: [],
	...more,
});
const steps = (...names: Step[]): Partial<Target> => ({ steps: names });

/** What structures and services are told alike: where, when, how to reach them. */
const reaching = (entity: Entity): readonly Target[] => [
	target(entity, 'adresse'),
	target(entity, 'complement_adresse'),
	target(entity, 'code_postal', steps('postcode')),
	target(entity, 'commune'),
	target(entity, 'code_insee', steps('insee')),
	target(entity, 'latitude'),
	target(entity, 'longitude'),
	target(entity, 'telephone', steps('phone')),
	target(entity, 'courriel', steps('email')),
	target(entity, 'horaires_accueil', steps('hours')),
	target(entity, 'langues', steps('languages')),
	target(entity, 'date_maj', steps('date')),
	target(entity, 'lien_source', steps('url')),
	target(entity, 'adresse_confidentielle', steps('boolean')),
];

/** The fields of the form, in its order. Those of a service that it shares with its structure may stay empty. */
export const targets: readonly Target[] = [
	target('structure', 'id'),
	target('structure', 'nom', { needed: true }),
	target('structure', 'description', steps('text')),
	target('structure', 'siret', steps('siret')),
	...reaching('structure'),
	target('structure', 'site_web', steps('url')),
	target('structure', 'accessibilite_lieu', steps('url')),
	target('structure', 'type_employeur', { codes: slugsOf(employerKindOf) }),
	target('service', 'id'),
	target('service', 'nom', { needed: true }),
	target('service', 'description', { steps: ['text'], needed: true }),
	target('service', 'thematiques', { codes: topics, table: 'thematiques', several: true }),
	target('service', 'type', { codes: slugsOf(kindOf), table: 'types' }),
	target('service', 'frais', { codes: slugsOf(feeOf), table: 'frais' }),
	target('service', 'frais_precisions'),
	target('service', 'publics', { codes: slugsOf(audienceOf), table: 'publics', several: true }),
	target('service', 'publics_precisions'),
	target('service', 'conditions_acces', steps('text')),
	target('service', 'modes_accueil', {
		codes: slugsOf(welcomeModeOf),
		table: 'modes-accueil',
		several: true,
	}),
	target('service', 'zone_eligibilite', steps({ split: [',', ';', '|'] })),
	target('service', 'modes_mobilisation', {
		codes: slugsOf(mobilisationModeOf),
		table: 'modes-mobilisation',
		several: true,
	}),
	target('service', 'mobilisable_par', {
		codes: slugsOf(mobiliserOf),
		table: 'mobilisable-par',
		several: true,
	}),
	target('service', 'mobilisation_precisions'),
	target('service', 'lien_mobilisation', steps('url')),
	target('service', 'contact_nom_prenom'),
	target('service', 'capacite', steps('whole')),
	target('service', 'places_restantes', steps('whole')),
	target('service', 'saturation', { codes: slugsOf(saturationOf) }),
	target('service', 'accueil', { codes: slugsOf(welcomeOf) }),
	target('service', 'delai_reponse_jours', steps('whole')),
	...reaching('service'),
];

export const keyOf = ({ entity, name }: Pick<Target, 'entity' | 'name'>): string => `${entity}.${name}`;
