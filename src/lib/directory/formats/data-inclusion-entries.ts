import type { Organisation, Place } from '../organisation.ts';
import type { Service } from '../service.ts';
import { organisationBeyond, serviceBeyond } from './beyond-entries.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';
import type { DiService, Structure } from './data-inclusion-schemas.ts';

export const organisationOf = (told: Structure): Organisation => ({
	source: told.source,
	sourceId: told.id,
	name: told.nom,
	description: told.description ?? null,
	link: told.lien_source ?? null,
	siret: told.siret ?? null,
	phone: told.telephone ?? null,
	email: told.courriel ?? null,
	website: told.site_web ?? null,
	openingHours: told.horaires_accueil ?? null,
	accessibilityUrl: told.accessibilite_lieu ?? null,
	networks: told.reseaux_porteurs ?? [],
	place: placeOf(told),
	updatedOn: told.date_maj,
	fictional: false,
	...organisationBeyond(told),
});

export const serviceOf = (told: DiService): Service => ({
	source: told.source,
	sourceId: told.id,
	organisationSourceId: told.structure_id,
	name: told.nom,
	description: told.description,
	link: told.lien_source ?? null,
	kind: told.type ? kindOf[told.type] : null,
	topics: told.thematiques ?? [],
	fee: told.frais ? feeOf[told.frais] : null,
	feeDetails: told.frais_precisions ?? null,
	audiences: (told.publics ?? []).map((slug) => audienceOf[slug]),
	audienceDetails: told.publics_precisions ?? null,
	conditions: told.conditions_acces ?? null,
	welcomeModes: (told.modes_accueil ?? []).map((slug) => welcomeModeOf[slug]),
	zone: told.zone_eligibilite ?? [],
	phone: told.telephone ?? null,
	email: told.courriel ?? null,
	contactName: told.contact_nom_prenom ?? null,
	mobilisationLink: told.lien_mobilisation ?? null,
	mobilisationModes: (told.modes_mobilisation ?? []).map((slug) => mobilisationModeOf[slug]),
	mobilisableBy: (told.mobilisable_par ?? []).map((slug) => mobiliserOf[slug]),
	mobilisationDetails: told.mobilisation_precisions ?? null,
	weeklyHours: told.volume_horaire_hebdomadaire ?? null,
	weeks: told.nombre_semaines ?? null,
	openingHours: told.horaires_accueil ?? null,
	place: placeOf(told),
	updatedOn: told.date_maj,
	fictional: false,
	...serviceBeyond(told),
});

function placeOf(told: Structure | DiService): Place | null {
	const point = { longitude: told.longitude ?? null, latitude: told.latitude ?? null };
	const place: Place = {
		address: told.adresse ?? null,
		addressMore: told.complement_adresse ?? null,
		postcode: told.code_postal ?? null,
		communeName: told.commune ?? null,
		inseeCode: told.code_insee ?? null,
		communeCode: null,
		...point,
		position: point.longitude !== null && point.latitude !== null ? 'given' : 'unknown',
	};
	const { position: _, ...fields } = place;
	return Object.values(fields).some((field) => field !== null) ? place : null;
}
