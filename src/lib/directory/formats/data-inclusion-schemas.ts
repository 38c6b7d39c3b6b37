import { z } from 'zod';
import { topics } from '../topic.ts';
import * as beyond from './beyond-rules.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	slugsOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';
import { networks } from './data-inclusion-networks.ts';
import * as is from './data-inclusion-rules.ts';

/** What structures and services tell alike. */
const shared = {
	source: is.filled(),
	id: is.filled(),
	nom: is.textBetween(3, 150),
	date_maj: is.day(),
	lien_source: is.link().nullish(),
	commune: is.text().nullish(),
	code_postal: is.pattern(/^\d{5}$/, 'imports.field.postcode').nullish(),
	code_insee: is.pattern(/^\w{5}$/, 'imports.field.insee-code').nullish(),
	adresse: is.text().nullish(),
	complement_adresse: is.text().nullish(),
	longitude: is.number().nullish(),
	latitude: is.number().nullish(),
	telephone: is.text().nullish(),
	courriel: is.email().nullish(),
	horaires_accueil: is.text().nullish(),
};

/** data·inclusion v1 `structure` with our fields; what the schema does not name is left aside. */
export const structureSchema = z.object({
	...shared,
	description: is.textBetween(5, 10_000).nullish(),
	siret: is.pattern(/^\d{14}$/, 'imports.field.siret').nullish(),
	site_web: is.link().nullish(),
	accessibilite_lieu: is.link().nullish(),
	reseaux_porteurs: is
		.list(is.code(networks))
		.refine(...is.allDifferent)
		.nullish(),
	...beyond.structureBeyond,
});

/** data·inclusion v1 `service` with our fields; what the schema does not name is left aside. */
export const serviceSchema = z.object({
	...shared,
	structure_id: is.filled(),
	description: is.textBetween(5, 10_000),
	type: is.code(slugsOf(kindOf)).nullish(),
	thematiques: is
		.list(is.code(topics))
		.refine(...is.allDifferent)
		.nullish(),
	frais: is.code(slugsOf(feeOf)).nullish(),
	frais_precisions: is.text().nullish(),
	publics: is
		.filledList(is.code(slugsOf(audienceOf)))
		.refine(...is.allDifferent)
		.refine(...is.everyoneAlone)
		.nullish(),
	publics_precisions: is.text().nullish(),
	conditions_acces: is.text().nullish(),
	modes_accueil: is
		.list(is.code(slugsOf(welcomeModeOf)))
		.refine(...is.allDifferent)
		.nullish(),
	zone_eligibilite: is.filledList(is.zoneCode()).nullish(),
	contact_nom_prenom: is.text().nullish(),
	lien_mobilisation: is.link().nullish(),
	modes_mobilisation: is
		.filledList(is.code(slugsOf(mobilisationModeOf)))
		.refine(...is.allDifferent)
		.nullish(),
	mobilisable_par: is
		.filledList(is.code(slugsOf(mobiliserOf)))
		.refine(...is.allDifferent)
		.nullish(),
	mobilisation_precisions: is.text().nullish(),
	volume_horaire_hebdomadaire: is.numberFrom(0).nullish(),
	nombre_semaines: is.wholeFrom(1).nullish(),
	...beyond.serviceBeyond,
});

export type Structure = z.infer<typeof structureSchema>;
export type DiService = z.infer<typeof serviceSchema>;
