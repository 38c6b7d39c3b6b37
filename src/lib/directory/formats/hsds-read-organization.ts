import { offersOf, resourcesOf } from '../nested.ts';
import type { Organisation } from '../organisation.ts';
import { employerKindOf } from './beyond-codes.ts';
import { hoursFrom } from './hsds-read-hours.ts';
import {
	closuresFrom,
	codesFrom,
	codesOfLanguages,
	labelled,
	linkFrom,
	originOf,
	type ReadingContext,
	slugsFrom,
	updatedOnFrom,
} from './hsds-read-parts.ts';
import { filled, placeFrom } from './hsds-read-place.ts';
import type { HsdsOrganization } from './hsds-schema.ts';

/** An organization of HSDS in the product's words. */
export function organisationFrom(told: HsdsOrganization, context: ReadingContext): Organisation {
	const { locations: [location] = [], attributes, additional_websites: links, confidential = false } = told;
	return {
		...originOf(told, context),
		name: told.name,
		description: filled(told.description),
		link: labelled(links, 'source'),
		siret: siretFrom(told),
		phone: told.phones?.[0]?.number ?? location?.phones?.[0]?.number ?? null,
		email: told.email ?? null,
		website: linkFrom(told.website),
		openingHours: hoursFrom(told.opening_hours, location?.schedules, context.today),
		accessibilityUrl: labelled(links, 'acceslibre') ?? acceslibreFrom(location),
		networks: slugsFrom(attributes, 'reseaux_porteurs'),
		place: placeFrom(location, confidential),
		updatedOn: updatedOnFrom({ updated_on: told.updated_on }, context),
		fictional: told.fictional ?? false,
		languages: codesOfLanguages(told.languages ?? location?.languages),
		closures: closuresFrom(told.closures),
		employerKind: told.employer_kind ?? codesFrom(attributes, 'type_employeur', employerKindOf)[0] ?? null,
		offers: offersOf(told.offers?.map(({ rome_code: romeCode, ...offer }) => ({ ...offer, romeCode }))),
		resources: resourcesOf(told.resources),
		confidential,
		contactPrivate: false,
	};
}

function siretFrom({ organization_identifiers: identifiers = [] }: HsdsOrganization): string | null {
	const siret = identifiers.find(
		({ identifier_scheme: scheme, identifier_type: type, identifier }) =>
			(scheme === 'FR-SIRET' || type === 'SIRET') && /^\d{14}$/.test(identifier),
	);
	return siret?.identifier ?? null;
}

type Location = NonNullable<HsdsOrganization['locations']>[number] | undefined;
const acceslibreFrom = (location: Location): string | null =>
	location?.accessibility
		?.map(({ url }) => linkFrom(url))
		.find((url) => url?.startsWith('https://acceslibre.beta.gouv.fr/')) ?? null;
