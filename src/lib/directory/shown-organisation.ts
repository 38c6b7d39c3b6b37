import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { KnownOrganisation } from './server/organisations.ts';
import { type ShownDay, showDay } from './shown-day.ts';
import {
	type ShownOffer,
	type ShownResource,
	showOffers,
	showResources,
	type TagsByRome,
} from './shown-offers.ts';
import { addressLines, type ShownHours, showHours, webLink } from './shown-place.ts';
import { latest, paragraphsOf } from './shown-service.ts';
import { categoryOf } from './topic.ts';

/** An organisation's page, ready to be drawn. */
export interface ShownOrganisation {
	readonly name: string;
	readonly paragraphs: readonly string[];
	readonly address: readonly string[];
	readonly confidential: boolean;
	readonly day: ShownDay;
	readonly employer: string | null;
	readonly offers: readonly ShownOffer[];
	readonly resources: readonly ShownResource[];
	readonly hours: ShownHours | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly website: string | null;
	readonly accessibility: string | null;
	readonly networks: readonly string[];
	readonly siret: string | null;
	readonly services: readonly { readonly id: string; readonly name: string; readonly about: string }[];
	readonly count: string;
	readonly verified: string;
	readonly gone: string | null;
	readonly fictional: boolean;
	readonly source: string;
	readonly sourceLink: string | null;
	readonly around: string | null;
}

export function showOrganisation(
	organisation: KnownOrganisation,
	tags: TagsByRome,
	at: Date,
): ShownOrganisation {
	const { place, openingHours, services, goneAt } = organisation;
	const day = showDay(organisation, at);
	return {
		name: organisation.name,
		paragraphs: paragraphsOf(organisation.description ?? ''),
		address: addressLines(place),
		confidential: organisation.confidential,
		day,
		employer: organisation.employerKind && translate(`sheet.employer.${organisation.employerKind}`),
		offers: showOffers(organisation.offers, tags, at),
		resources: showResources(organisation.resources, at),
		hours: openingHours ? showHours(openingHours, place, at, day.closed !== null) : null,
		phone: organisation.phone,
		email: organisation.email,
		website: webLink(organisation.website),
		accessibility: webLink(organisation.accessibilityUrl),
		networks: organisation.networks,
		siret: organisation.siret,
		services: services.map(({ id, name, topics }) => ({ id, name, about: categoriesOf(topics) })),
		count: translate('organisation.services', { count: services.length }),
		verified: translate('service.verified', {
			date: frenchDate(latest(organisation.updatedOn, organisation.verifiedOn)),
		}),
		gone: goneAt && translate('organisation.gone', { date: frenchDate(goneAt.toISOString().slice(0, 10)) }),
		fictional: organisation.fictional,
		source: organisation.source,
		sourceLink: webLink(organisation.link),
		around: place?.communeCode ? `/trouver?commune=${place.communeCode}` : null,
	};
}

const categoriesOf = (topics: readonly string[]): string =>
	[...new Set(topics.map(categoryOf))]
		.map((category) => translate(`category.${category}` as TextKey))
		.join(' · ');
