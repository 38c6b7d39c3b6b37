import { frameSnippet, scriptSnippet, widgetFilters } from '#lib/directory/lists/widget.ts';
import { readAddress, writeAddress } from '#lib/directory/search/address.ts';
import { radii } from '#lib/directory/search/query.ts';
import { translate } from '#lib/texts/translator.ts';
import { needs } from '#lib/ui/needs.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { origin }, url }) => {
	const filters = widgetFilters(readAddress(url.searchParams));
	return {
		origin,
		words: filters.words,
		place: filters.place,
		radius: String(filters.radiusKm),
		radii: radii.map((km) => ({ value: String(km), label: translate('find.radius-option', { km }) })),
		need: filters.need,
		needs: [
			{ value: '', label: translate('lists.install-any-need') },
			...needs.map(({ key, labelKey }) => ({ value: key, label: translate(labelKey) })),
		],
		script: scriptSnippet(origin, filters),
		frame: frameSnippet(origin, filters, translate('lists.widget-title')),
		see: `/widget${writeAddress(filters)}`,
	};
};
