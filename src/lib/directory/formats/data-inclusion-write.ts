import type { Organisation, Place } from '../organisation.ts';
import type { Service } from '../service.ts';
import { publishedOfOrganisation, publishedOfService } from './beyond-entries.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	slugOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';

/** An organisation as a data·inclusion v1 `structure`: every field of it there, our own when told. */
export const toStructure = (organisation: Organisation) => ({
	source: organisation.source,
	id: organisation.sourceId,
	nom: organisation.name,
	date_maj: organisation.updatedOn,
	description: organisation.description,
	lien_source: organisation.link,
	siret: organisation.siret,
	...placed(organisation.place),
	telephone: organisation.phone,
	courriel: organisation.email,
	site_web: organisation.website,
	horaires_accueil: organisation.openingHours,
	accessibilite_lieu: organisation.accessibilityUrl,
	reseaux_porteurs: orNull(organisation.networks),
	...publishedOfOrganisation(organisation),
});

/** A service as a data·inclusion v1 `service`. */
export const toService = (service: Service) => ({
	source: service.source,
	structure_id: service.organisationSourceId,
	id: service.sourceId,
	nom: service.name,
	description: service.description,
	date_maj: service.updatedOn,
	lien_source: service.link,
	type: service.kind && slugOf(kindOf, service.kind),
	thematiques: orNull(service.topics),
	frais: service.fee && slugOf(feeOf, service.fee),
	frais_precisions: service.feeDetails,
	publics: orNull(service.audiences.map((code) => slugOf(audienceOf, code))),
	publics_precisions: service.audienceDetails,
	conditions_acces: service.conditions,
	...placed(service.place),
	telephone: service.phone,
	courriel: service.email,
	modes_accueil: orNull(service.welcomeModes.map((code) => slugOf(welcomeModeOf, code))),
	zone_eligibilite: orNull(service.zone),
	contact_nom_prenom: service.contactName,
	lien_mobilisation: service.mobilisationLink,
	modes_mobilisation: orNull(service.mobilisationModes.map((code) => slugOf(mobilisationModeOf, code))),
	mobilisable_par: orNull(service.mobilisableBy.map((code) => slugOf(mobiliserOf, code))),
	mobilisation_precisions: service.mobilisationDetails,
	volume_horaire_hebdomadaire: service.weeklyHours,
	nombre_semaines: service.weeks,
	horaires_accueil: service.openingHours,
	...publishedOfService(service),
});

const orNull = <Item>(list: readonly Item[]): readonly Item[] | null => (list.length > 0 ? list : null);

/** A commune's centre is our guess, not what the source gave: it is not told as the place's point. */
const placed = (place: Place | null) => ({
	commune: place?.communeName ?? null,
	code_postal: place?.postcode ?? null,
	code_insee: place?.inseeCode ?? place?.communeCode ?? null,
	adresse: place?.address ?? null,
	complement_adresse: place?.addressMore ?? null,
	longitude: place?.position === 'given' ? place.longitude : null,
	latitude: place?.position === 'given' ? place.latitude : null,
});
