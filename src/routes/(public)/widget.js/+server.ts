import { loadWidget } from '#lib/directory/lists/widget-loader.ts';
import type { RequestHandler } from './$types.ts';

const anHour = 'public, max-age=3600';

/** The script that other sites put on their pages. */
export const GET: RequestHandler = () =>
	new Response(`(${loadWidget})();\n`, {
		headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': anHour },
	});
