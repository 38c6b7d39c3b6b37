import { widgetFilters } from '#lib/directory/lists/widget.ts';
import { readAddress, writeAddress } from '#lib/directory/search/address.ts';
import { findHelp } from '#lib/directory/search/server/find-help.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { showResult } from '#lib/directory/shown-result.ts';
import { needs } from '#lib/ui/needs.ts';
import type { PageServerLoad } from './$types.ts';

const mostShown = 5;

export const load: PageServerLoad = async ({ locals, url }) => {
	const filters = widgetFilters(readAddress(url.searchParams));
	const categories = needs.find(({ key }) => key === filters.need)?.categories ?? [];
	const at = new Date();
	const asked = { filters, categories, limit: mostShown, at };
	const { found } = await findHelp(locals.act, await liveIndex().current(), asked);
	const hits = [...found.results, ...found.remote].slice(0, mostShown);
	return {
		words: filters.words,
		place: filters.place || filters.commune,
		kept: [...new URLSearchParams(writeAddress(filters))].filter(
			([name]) => !['q', 'lieu', 'commune'].includes(name),
		),
		results: hits.map((hit) => showResult(hit, at)),
		total: found.total + found.remoteTotal,
		all: `/trouver${writeAddress(filters)}`,
	};
};
