import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf } from '#lib/form.ts';
import { beginSituations } from '#lib/pathway/situations/server/begin-situations.ts';
import { readSituationTable } from '#lib/pathway/situations/server/read-table.ts';
import { listSituationImports } from '#lib/pathway/situations/server/situation-imports.ts';
import { showListed } from '#lib/pathway/situations/shown-import.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const imports = await locals.act(listSituationImports);
	return { imports: imports.map(showListed), once: crypto.randomUUID() };
};

export const actions: Actions = {
	lire: async ({ request, locals }) => {
		const data = await fieldsOf(request);
		const once = uuidOf(String(data.get('once') ?? ''));
		const file = data.get('file');
		const given = file instanceof File ? { name: file.name, bytes: await file.bytes() } : nothing;
		const done = await answerForm({}, async () => {
			const table = await readSituationTable(given);
			await locals.act((act) => beginSituations(act, locals.safe, once, table));
		});
		if (!done.ok) return fail(done.status, { ...done, errors: { file: done.errors.form ?? '' } });
		redirect(303, `/personnes/importer/${once}`);
	},
};

const nothing = { name: '', bytes: new Uint8Array(0) };
