import { pairFilterOptions } from '#lib/directory/duplicates/filter-options.ts';
import { readPairFilter } from '#lib/directory/duplicates/pair-filter.ts';
import { listPairs, pairPageSize } from '#lib/directory/duplicates/server/list-pairs.ts';
import { showListed } from '#lib/directory/duplicates/shown-pair.ts';
import { servedTerritories } from '#lib/directory/upkeep/server/served-territories.ts';
import { territoryOptions } from '#lib/directory/upkeep/territory-options.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { act }, url }) => {
	const filter = readPairFilter(url.searchParams);
	return act(async (here) => {
		const { pairs, total } = await listPairs(here, filter);
		return {
			pairs: pairs.map(showListed),
			total,
			page: filter.page,
			pages: Math.ceil(total / pairPageSize),
			decided: filter.decided,
			run: filter.run,
			kinds: pairFilterOptions(),
			kind: url.searchParams.get('type') ?? '',
			territories: territoryOptions(await servedTerritories(here)),
			territory: url.searchParams.get('territoire') ?? '',
			done: url.searchParams.get('fait') ?? '',
			pair: url.searchParams.get('paire') ?? '',
		};
	});
};
