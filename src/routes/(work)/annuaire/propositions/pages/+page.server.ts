import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { doneAt } from '#lib/directory/upkeep/done.ts';
import { ClaimToRevoke, listClaims, revokeClaim } from '#lib/directory/upkeep/server/claims.ts';
import { showClaim } from '#lib/directory/upkeep/shown-claim.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (act) => ({ claims: (await listClaims(act)).map(showClaim) }));

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, ClaimToRevoke);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => revokeClaim(locals, form.value));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt('/annuaire/propositions/pages', 'annule'));
	},
};
