import { json } from '@sveltejs/kit';
import { fieldsOf } from '#lib/form.ts';
import { findPeople } from '#lib/pathway/palette/server/find-people.ts';
import type { RequestHandler } from './$types.ts';

/** People for the script of the palette: what is typed is somebody's name, so it never stands in an address. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const typed = String((await fieldsOf(request)).get('cherche') ?? '');
	return json(await locals.act((act) => findPeople(act, typed)), {
		headers: { 'cache-control': 'no-store' },
	});
};
