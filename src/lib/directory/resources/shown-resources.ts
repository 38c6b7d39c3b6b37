import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { resourceKinds } from '../organisation.ts';
import type { Place } from '../search/help.ts';
import { radii } from '../search/query.ts';
import {
	directionSlugs,
	directions,
	type ResourceFilters,
	resourceSlugs,
	resourcesOnAPage,
	writeResourceAddress,
} from './address.ts';
import type { FoundResource } from './server/find-resources.ts';

/** A means, ready to be drawn. */
export const showFoundResource = ({ resource, km, ...found }: FoundResource) => ({
	...found,
	title: resource.title,
	description: resource.description,
	direction: translate(`sheet.${resource.direction}`),
	kind: translate(`sheet.resource.${resource.kind}`),
	until: resource.until && translate('sheet.offer-until', { date: frenchDate(resource.until) }),
	distance:
		km === null
			? null
			: km < 1
				? translate('employers.near')
				: translate('employers.km', { km: Math.round(km) }),
});
export type ShownFoundResource = ReturnType<typeof showFoundResource>;

/** The form of a search of means, and what its place gave. */
export const showResourceSearch = (filters: ResourceFilters, place: Place, total: number) => ({
	words: filters.words,
	place: filters.place || (filters.commune && (place.near?.label ?? '')),
	radius: String(filters.radiusKm),
	radii: radii.map((km) => ({ value: String(km), label: translate('employers.radius-km', { km }) })),
	direction: filters.direction ? directionSlugs[filters.direction] : '',
	directions: [
		{ value: '', label: translate('resources.both') },
		...directions.map((each) => ({ value: directionSlugs[each], label: translate(`sheet.${each}`) })),
	],
	kind: filters.kind ? resourceSlugs[filters.kind] : '',
	kinds: [
		{ value: '', label: translate('resources.any-kind') },
		...resourceKinds.map((each) => ({
			value: resourceSlugs[each],
			label: translate(`sheet.resource.${each}`),
		})),
	],
	unknown: place.state === 'unknown' ? translate('employers.place-unknown', { place: filters.place }) : null,
	homonyms: place.homonyms.map(({ code, name, department }) => ({
		href: writeResourceAddress({ ...filters, commune: code, page: 1 }),
		label: translate('employers.homonym', { name, department }),
	})),
	everywhere: writeResourceAddress({ ...filters, place: '', commune: '', page: 1 }),
	page: filters.page,
	pages: Math.max(1, Math.ceil(total / resourcesOnAPage)),
	first: writeResourceAddress({ ...filters, page: 1 }),
});
