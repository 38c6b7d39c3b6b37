import { findAddress } from '#lib/directory/search/server/find-address.ts';
import { showPlaces } from '#lib/directory/simple/shown-places.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { help } = await findAddress(locals.act, url.searchParams, new Date());
	const again = new URLSearchParams(
		[...url.searchParams].filter(([name]) => name !== 'suite' && name !== 'page'),
	);
	return { ...showPlaces(help, url.searchParams.get('suite') === '1' ? 1 : 0), again: `/besoin?${again}` };
};
