import { z } from 'zod';
import { translate } from '#lib/texts/translator.ts';
import * as french from './hsds-profile-terms.ts';
import {
	organizationSchema,
	serviceAtLocationSchema,
	serviceSchema,
	taxonomySchema,
	taxonomyTermSchema,
} from './hsds-schema.ts';
import { thing } from './hsds-terms.ts';

/** What a patch of our profile adds to one object of HSDS: a JSON Merge Patch (RFC 7386) of its schema. */
export interface Patch {
	readonly properties: Readonly<Record<string, object>>;
}

const written = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-2020-12' });

function patchOf(terms: Readonly<Record<string, z.ZodType>>): Patch {
	const { properties = {} } = written(thing(terms));
	return { properties: properties as Record<string, object> };
}

/** The patches that make the French profile of HSDS 3.1, by the object that they patch. */
export const profilePatches: Readonly<Record<'organization' | 'service' | 'service_at_location', Patch>> = {
	organization: {
		properties: {
			...patchOf(french.organization).properties,
			services: { type: 'array', items: { $ref: 'service.json' } },
		},
	},
	service: patchOf(french.service),
	service_at_location: {
		properties: { ...patchOf(french.serviceAtLocation).properties, service: { $ref: 'service.json' } },
	},
};

/** The whole of each object as this API answers it, in JSON Schema 2020-12. */
export const profileSchemas = {
	organization: () => written(organizationSchema),
	service: () => written(serviceSchema),
	service_at_location: () => written(serviceAtLocationSchema),
	taxonomy: () => written(taxonomySchema),
	taxonomy_term: () => written(taxonomyTermSchema),
} as const;

/** The French profile, as its address tells it. `base`: the public address of the API that follows it. */
export const profileDescription = (base: string) => ({
	uri: `${base}/profile.json`,
	name: 'France-insertion',
	title: translate('api.hsds.profile'),
	description: translate('api.hsds.profile.about'),
	version: '1.0',
	hsds: '3.1',
	language: 'fr',
	patches: profilePatches,
	taxonomies: `${base}/taxonomies`,
	openapi_url: `${base}/openapi.json`,
});
