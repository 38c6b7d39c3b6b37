import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { warmMaps } from '#lib/directory/server/maps.ts';
import { application } from '#lib/server/application.ts';
import { isReachable } from '#lib/server/database.ts';
import type { RequestHandler } from './$types.ts';

/** The process can do its work: the database answers and the directory is indexed; 503 otherwise. */
export const GET: RequestHandler = async () => {
	const ready = await prepared().catch(() => false);
	return new Response(ready ? 'ok\n' : 'wait\n', {
		status: ready ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	});
};

async function prepared(): Promise<true> {
	await isReachable(application().db);
	await liveIndex().current();
	warmMaps();
	return true;
}
