import type { Offer } from '../organisation.ts';
import type { PublishedOrganisation } from '../publishing/entry.ts';
import { redactOrganisation } from '../publishing/redact.ts';
import { attributesOf, slugsOfOrganisation } from './hsds-attributes.ts';
import { idOf } from './hsds-ids.ts';
import { closuresOf, emailOf, languagesOf, linksOf, phonesOf, told, urlOf } from './hsds-parts.ts';
import { locationOfOrganisation } from './hsds-place.ts';
import type { HsdsOrganization } from './hsds-schema.ts';

/**
 * An organisation as HSDS 3.1 tells it under the French profile, with its place and what it is reached by; one that is
 * gone tells its name and what it became.
 */
export function toOrganization(given: PublishedOrganisation): HsdsOrganization {
	if (given.gone) return plainOrganization(given);
	const organisation = redactOrganisation(given);
	const { id } = organisation;
	return told<HsdsOrganization>({
		...plainOrganization(organisation),
		additional_websites: linksOf(id, {
			source: organisation.link,
			...(!hasLocation(organisation) && { acceslibre: organisation.accessibilityUrl }),
		}),
		organization_identifiers: identifiersOf(organisation),
		phones: phonesOf(id, organisation.phone),
		locations: locationsOf(organisation),
		languages: languagesOf(id, organisation.languages),
		offers: organisation.offers.map(offerOf),
		resources: organisation.resources.map((resource) => told<Named<'resources'>[number]>({ ...resource })),
		attributes: attributesOf('organization', id, slugsOfOrganisation(organisation)),
	});
}

/** The terms that hold one value: what a list of organizations tells of each. */
export function plainOrganization(given: PublishedOrganisation): HsdsOrganization {
	if (given.gone) return tombstoneOf(given);
	const organisation = redactOrganisation(given);
	return told<HsdsOrganization>({
		id: organisation.id,
		name: organisation.name,
		description: organisation.description ?? '',
		...emailOf(organisation.email),
		...urlOf('website', organisation.website),
		source: organisation.source,
		source_id: organisation.sourceId,
		updated_on: organisation.updatedOn,
		fictional: organisation.fictional || null,
		confidential: organisation.confidential || null,
		closures: closuresOf(organisation.closures),
		opening_hours: organisation.openingHours,
		employer_kind: organisation.employerKind,
	});
}

const tombstoneOf = ({ id, name, source, sourceId, fictional, mergedInto }: PublishedOrganisation) =>
	told<HsdsOrganization>({
		id,
		name,
		description: '',
		source,
		source_id: sourceId,
		fictional: fictional || null,
		defunct: true,
		merged_into: mergedInto,
	});

type Named<Name extends keyof HsdsOrganization> = NonNullable<HsdsOrganization[Name]>;

const offerOf = ({ romeCode, accepts, ...offer }: Offer) =>
	told<Named<'offers'>[number]>({ ...offer, rome_code: romeCode, accepts: [...accepts] });

const hasLocation = ({ place }: PublishedOrganisation): boolean => place !== null;

function locationsOf(organisation: PublishedOrganisation) {
	const { place, placeId, region, confidential, id } = organisation;
	if (!place) return [];
	const locationId = confidential || !placeId ? idOf('location', id) : placeId;
	return [locationOfOrganisation(organisation, { id: locationId, place, region, confidential })];
}

function identifiersOf({ id, siret, source, sourceId, sameAs }: PublishedOrganisation) {
	const others = [{ source, sourceId }, ...sameAs].map((one) => ({
		identifier_type: one.source,
		identifier: one.sourceId,
	}));
	const siren =
		siret === null ? [] : [{ identifier_scheme: 'FR-SIRET', identifier_type: 'SIRET', identifier: siret }];
	return [...siren, ...others].map((told) => ({
		id: idOf('organization_identifier', id, told.identifier_type, told.identifier),
		...told,
	}));
}
