import {
	type Closure,
	type Offer,
	type Organisation,
	plainOrganisation,
	type Resource,
} from '../organisation.ts';
import { plainService, type Service, type Stop } from '../service.ts';
import {
	acceptanceOf,
	directionOf,
	employerKindOf,
	offerKindOf,
	resourceKindOf,
	saturationOf,
	welcomeOf,
} from './beyond-codes.ts';
import { slugOf } from './data-inclusion-codes.ts';
import type { DiService, Structure } from './data-inclusion-schemas.ts';

/** The fields that we add to data·inclusion's, as the nouns hold them. */
export const organisationBeyond = (told: Structure) => ({
	...plainOrganisation,
	languages: told.langues ?? [],
	closures: told.fermetures ?? [],
	employerKind: told.type_employeur ? employerKindOf[told.type_employeur] : null,
	offers: told.offres ?? [],
	resources: told.ressources ?? [],
	confidential: told.adresse_confidentielle ?? false,
	contactPrivate: told.contact_confidentiel ?? false,
});

export const serviceBeyond = (told: DiService) => ({
	...plainService,
	capacity: told.capacite ?? null,
	placesLeft: told.places_restantes ?? null,
	saturation: told.saturation ? saturationOf[told.saturation] : null,
	welcome: told.accueil ? welcomeOf[told.accueil] : null,
	languages: told.langues ?? [],
	closures: told.fermetures ?? [],
	stops: told.arrets ?? [],
	responseDays: told.delai_reponse_jours ?? null,
	confidential: told.adresse_confidentielle ?? false,
	contactPrivate: told.contact_confidentiel ?? false,
});

/** What is published of them: neither what is confidential nor that it is. */
export const publishedOfOrganisation = (organisation: Organisation) =>
	filled({
		langues: organisation.languages,
		fermetures: organisation.closures.map(writeClosure),
		type_employeur: organisation.employerKind && slugOf(employerKindOf, organisation.employerKind),
		offres: organisation.offers.map(writeOffer),
		ressources: organisation.resources.map(writeResource),
	});

export const publishedOfService = (service: Service) =>
	filled({
		capacite: service.capacity,
		places_restantes: service.placesLeft,
		saturation: service.saturation && slugOf(saturationOf, service.saturation),
		accueil: service.welcome && slugOf(welcomeOf, service.welcome),
		langues: service.languages,
		fermetures: service.closures.map(writeClosure),
		arrets: service.confidential ? [] : service.stops.map(writeStop),
		delai_reponse_jours: service.responseDays,
	});

/** Only what is told: a file that has none of our fields stays the national one. */
const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(fields).filter(
			([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
		),
	);

const writeClosure = ({ from, to, reason }: Closure) => ({ du: from, au: to, motif: reason });

const writeStop = (stop: Stop) => ({
	nom: stop.name,
	adresse: stop.address,
	code_insee: stop.communeCode,
	longitude: stop.longitude,
	latitude: stop.latitude,
	horaires: stop.openingHours,
	dates: stop.dates,
});

const writeOffer = (offer: Offer) => ({
	type: slugOf(offerKindOf, offer.kind),
	intitule: offer.title,
	code_rome: offer.romeCode,
	description: offer.description,
	accepte: offer.accepts.map((code) => slugOf(acceptanceOf, code)),
	places: offer.places,
	jusquau: offer.until,
});

const writeResource = (resource: Resource) => ({
	sens: slugOf(directionOf, resource.direction),
	type: slugOf(resourceKindOf, resource.kind),
	intitule: resource.title,
	description: resource.description,
	jusquau: resource.until,
});
