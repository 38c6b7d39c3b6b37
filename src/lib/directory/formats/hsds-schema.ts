import type { z } from 'zod';
import * as french from './hsds-profile-terms.ts';
import * as hsds from './hsds-terms.ts';

const { list, thing } = hsds;

/** HSDS 3.1 as the French profile writes it and reads it: the terms of HSDS, then its own. */
export const taxonomySchema = thing(hsds.taxonomy);
export const taxonomyTermSchema = thing(hsds.taxonomyTerm);

const shared = {
	attributes: list(thing(hsds.attribute)).optional(),
	metadata: list(thing(hsds.metadata)).optional(),
};

export const locationSchema = thing(hsds.location);

const ownOfOrganization = {
	id: hsds.id(),
	name: hsds.text(),
	alternate_name: hsds.text().optional(),
	description: hsds.text(),
	email: hsds.email().optional(),
	website: hsds.uri().optional(),
	additional_websites: list(thing(hsds.link)).optional(),
	uri: hsds.uri().optional(),
	parent_organization_id: hsds.id().optional(),
	phones: list(thing(hsds.phone)).optional(),
	contacts: list(thing(hsds.contact)).optional(),
	locations: list(locationSchema).optional(),
	organization_identifiers: list(thing(hsds.organizationIdentifier)).optional(),
	...shared,
};
const organization = { ...ownOfOrganization, ...french.organization };

const serviceAtLocation = {
	id: hsds.id(),
	service_id: hsds.id().optional(),
	location_id: hsds.id().optional(),
	description: hsds.text().optional(),
	phones: list(thing(hsds.phone)).optional(),
	contacts: list(thing(hsds.contact)).optional(),
	service_areas: list(thing(hsds.serviceArea)).optional(),
	schedules: list(thing(hsds.schedule)).optional(),
	location: locationSchema.optional(),
	...shared,
	...french.serviceAtLocation,
};

const ownOfService = {
	id: hsds.id(),
	organization_id: hsds.id().optional(),
	name: hsds.text(),
	alternate_name: hsds.text().optional(),
	description: hsds.text().optional(),
	url: hsds.uri().optional(),
	additional_urls: list(thing(hsds.link)).optional(),
	email: hsds.email().optional(),
	status: hsds.oneOf(['active', 'inactive', 'defunct', 'temporarily closed']),
	application_process: hsds.text().optional(),
	fees_description: hsds.text().optional(),
	wait_time: hsds.text().optional(),
	fees: hsds.text().optional(),
	eligibility_description: hsds.text().optional(),
	minimum_age: hsds.number().optional(),
	maximum_age: hsds.number().optional(),
	assured_date: hsds.text().optional(),
	assurer_email: hsds.email().optional(),
	alert: hsds.text().optional(),
	last_modified: hsds.instant().optional(),
	phones: list(thing(hsds.phone)).optional(),
	schedules: list(thing(hsds.schedule)).optional(),
	service_areas: list(thing(hsds.serviceArea)).optional(),
	service_at_locations: list(thing(serviceAtLocation)).optional(),
	languages: list(thing(hsds.language)).optional(),
	cost_options: list(thing(hsds.costOption)).optional(),
	required_documents: list(thing(hsds.requiredDocument)).optional(),
	contacts: list(thing(hsds.contact)).optional(),
	capacities: list(thing(hsds.capacity)).optional(),
	...shared,
};
const service = { ...ownOfService, ...french.service };

/** A service with who offers it. */
export const serviceSchema = thing({ ...service, organization: thing(organization).optional() });

/** An organization, with its services when they are asked for. */
export const organizationSchema = thing({ ...organization, services: list(thing(service)).optional() });

/** A service where it is offered: with its service when read apart from it. */
export const serviceAtLocationSchema = thing({ ...serviceAtLocation, service: serviceSchema.optional() });

/** What an API says of itself at its door. */
export const apiDetailsSchema = thing({
	version: hsds.text(),
	profile: hsds.uri(),
	openapi_url: hsds.uri(),
});

export type HsdsTaxonomy = z.infer<typeof taxonomySchema>;
export type HsdsTaxonomyTerm = z.infer<typeof taxonomyTermSchema>;
export type HsdsLocation = z.infer<typeof locationSchema>;
export type HsdsOrganization = z.infer<typeof organizationSchema>;
export type HsdsService = z.infer<typeof serviceSchema>;
export type HsdsServiceAtLocation = z.infer<typeof serviceAtLocationSchema>;
export type HsdsSchedule = NonNullable<HsdsService['schedules']>[number];
export type HsdsAttribute = NonNullable<HsdsService['attributes']>[number];
