import { translate } from '#lib/texts/translator.ts';
import { acceptances, offerKinds } from '../organisation.ts';
import type { Place } from '../search/help.ts';
import { radii } from '../search/query.ts';
import { occupationTags } from '../shown-offers.ts';
import {
	acceptanceSlugs,
	type EmployerFilters,
	employersOnAPage,
	offerSlugs,
	tagSlugs,
	writeEmployerAddress,
} from './address.ts';

/** The form of a search of employers, and what its place gave. */
export function showEmployerSearch(filters: EmployerFilters, place: Place, total: number) {
	const { kind, tag, accepts, radiusKm, page } = filters;
	return {
		words: filters.words,
		place: filters.place || (filters.commune && (place.near?.label ?? '')),
		radius: String(radiusKm),
		radii: radii.map((km) => ({ value: String(km), label: translate('employers.radius-km', { km }) })),
		kind: kind ? offerSlugs[kind] : '',
		kinds: [
			{ value: '', label: translate('employers.kind-any') },
			...offerKinds.map((each) => ({
				value: offerSlugs[each],
				label: translate(`sheet.offer-kind.${each}`),
			})),
		],
		tag: tag ? tagSlugs[tag] : '',
		tags: [
			{ value: '', label: translate('employers.tag-any') },
			...occupationTags.map((each) => ({ value: tagSlugs[each], label: translate(`employers.tag.${each}`) })),
		],
		accepts: accepts.map((each) => acceptanceSlugs[each]),
		acceptances: acceptances.map((each) => ({
			value: acceptanceSlugs[each],
			label: translate(`sheet.accepts.${each}`),
		})),
		refined: Boolean(kind || tag || accepts.length > 0),
		unknown:
			place.state === 'unknown' ? translate('employers.place-unknown', { place: filters.place }) : null,
		homonyms: place.homonyms.map(({ code, name, department }) => ({
			href: writeEmployerAddress({ ...filters, commune: code, page: 1 }),
			label: translate('employers.homonym', { name, department }),
		})),
		everywhere: writeEmployerAddress({ ...filters, place: '', commune: '', page: 1 }),
		page,
		pages: Math.max(1, Math.ceil(total / employersOnAPage)),
		first: writeEmployerAddress({ ...filters, page: 1 }),
	};
}
