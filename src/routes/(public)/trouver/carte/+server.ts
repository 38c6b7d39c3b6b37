import { findAddress } from '#lib/directory/search/server/find-address.ts';
import { resultsBackdrop } from '#lib/directory/server/maps.ts';
import type { RequestHandler } from './$types.ts';

/** Land and towns behind the results of the same address, for the interactive map. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { help, version } = await findAddress(locals.act, url.searchParams, new Date());
	return Response.json(await resultsBackdrop(help, version), {
		headers: { 'cache-control': 'private, max-age=3600' },
	});
};
