import { findAddress } from '#lib/directory/search/server/find-address.ts';
import { resultsSurroundings } from '#lib/directory/server/maps.ts';
import type { RequestHandler } from './$types.ts';

/** The interactive map of the results of the same address. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { help, version } = await findAddress(locals.act, url.searchParams, new Date());
	return Response.json(await resultsSurroundings(help, version), {
		headers: { 'cache-control': 'private, max-age=3600' },
	});
};
