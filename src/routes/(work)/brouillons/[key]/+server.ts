import { fieldsOf } from '#lib/form.ts';
import { saveDraft } from '#lib/pathway/server/drafts.ts';
import type { RequestHandler } from './$types.ts';

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const data = await fieldsOf(request);
	await locals.act((act) => saveDraft(act, params.key, data));
	return new Response(null, { status: 204 });
};
