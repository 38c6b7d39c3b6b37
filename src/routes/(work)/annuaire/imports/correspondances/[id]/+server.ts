import { slugOf } from '#lib/directory/importing/mapping-form.ts';
import { findSavedMapping } from '#lib/directory/importing/server/saved-mappings.ts';
import { isId } from '#lib/directory/server/closed-lists.ts';
import { Refusal } from '#lib/refusal.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ params, locals: { act } }) => {
	if (!isId(params.id)) throw new Refusal(404, 'importing.no-mapping');
	const { name, mapping } = await act((here) => findSavedMapping(here, params.id));
	return new Response(`${JSON.stringify(mapping, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="${slugOf(name) || 'correspondances'}.json"`,
		},
	});
};
