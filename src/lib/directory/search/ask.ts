import { type Filters, pageSize } from './address.ts';
import type { Near, Query } from './query.ts';

/** The query behind an address, once its place is known; a need of the home page stands for its categories. */
export function queryOf(filters: Filters, near: Near | undefined, needCategories: readonly string[]): Query {
	const { words, radiusKm, topics, audiences, fee, mode, openNow, page, language } = filters;
	return {
		words,
		radiusKm,
		topics: topics.length > 0 ? topics : needCategories,
		audiences,
		openNow,
		offset: (page - 1) * pageSize,
		limit: pageSize,
		...(near && { near }),
		...(fee && { fee }),
		...(mode && { mode }),
		...(filters.unconditional && { welcome: 'unconditional' as const }),
		...(language && { language }),
		...(filters.withPlaces && { withPlaces: true }),
	};
}
