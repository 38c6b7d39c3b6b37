import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { parisDay } from './closure.ts';
import type { Offer, Resource } from './organisation.ts';

export const occupationTags = ['green', 'white'] as const;
export type OccupationTag = (typeof occupationTags)[number];
/** The tags of occupations, by ROME code. */
export type TagsByRome = ReadonlyMap<string, readonly OccupationTag[]>;

/** An offer, ready to be drawn. */
export interface ShownOffer {
	readonly title: string;
	readonly kind: string;
	readonly description: string | null;
	/** Places, date, what is accepted, occupation: short texts. */
	readonly facts: readonly string[];
	readonly tags: readonly string[];
}

/** The offers that are not over. */
export const showOffers = (offers: readonly Offer[], tags: TagsByRome, at: Date): ShownOffer[] =>
	offers
		.filter(({ until }) => until === null || until >= parisDay(at))
		.map((offer) => ({
			title: offer.title,
			kind: translate(`sheet.offer-kind.${offer.kind}`),
			description: offer.description,
			facts: [
				offer.places === null ? null : translate('sheet.offer-places', { places: offer.places }),
				offer.until && translate('sheet.offer-until', { date: frenchDate(offer.until) }),
				...offer.accepts.map((accepted) => translate(`sheet.accepts.${accepted}`)),
				offer.romeCode && `ROME ${offer.romeCode}`,
			].filter((fact): fact is string => Boolean(fact)),
			tags: (tags.get(offer.romeCode ?? '') ?? []).map((tag) => translate(`sheet.tag.${tag}`)),
		}));

/** A resource, ready to be drawn. */
export interface ShownResource {
	readonly title: string;
	readonly kind: string;
	readonly direction: string;
	readonly description: string | null;
}

/** The resources still offered or sought: what is offered comes first. */
export const showResources = (resources: readonly Resource[], at: Date): ShownResource[] =>
	resources
		.filter(({ until }) => until === null || until >= parisDay(at))
		.toSorted((a, b) => a.direction.localeCompare(b.direction))
		.map((resource) => ({
			title: resource.title,
			kind: translate(`sheet.resource.${resource.kind}`),
			direction: translate(`sheet.${resource.direction}`),
			description: resource.description,
		}));
