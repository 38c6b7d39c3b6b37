import { json } from '@sveltejs/kit';
import { suggestWords } from '#lib/directory/search/server/suggest-words.ts';
import type { RequestHandler } from './$types.ts';

/** Suggestions under the field of a search, for the script that shows them. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const typed = (url.searchParams.get('q') ?? '').slice(0, 100);
	const suggestions = await suggestWords(locals.act, typed, new Date());
	return json({ suggestions }, { headers: { 'cache-control': 'public, max-age=300' } });
};
