import { Refusal } from '#lib/refusal.ts';
import { rulesAsFile } from '#lib/rupture/decisions/chosen-limits.ts';
import { openRules } from '#lib/rupture/decisions/server/rules-page.ts';
import type { RequestHandler } from './$types.ts';

/** The numbers in force, in the shape that the page takes back: from tomorrow, by a decision left to name. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { lines, department, tomorrow } = await locals.act((act) =>
		openRules(act, url.searchParams.get('departement')),
	);
	if (department === null) throw new Refusal(404, 'problem.nothing-here');
	const file = rulesAsFile(lines, {
		...{ territory: department, effectiveOn: tomorrow, decision: '' },
	});
	return new Response(`${JSON.stringify(file, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="regles.json"',
			'cache-control': 'no-store',
		},
	});
};
