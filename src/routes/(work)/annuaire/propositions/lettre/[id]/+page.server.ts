import { type Actions, fail } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { findOrganisation } from '#lib/directory/server/organisations.ts';
import { spacedCode } from '#lib/directory/upkeep/claim.ts';
import { makeClaimCode } from '#lib/directory/upkeep/server/make-claim-code.ts';
import { showClaimLetter } from '#lib/directory/upkeep/shown-claim-letter.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => showClaimLetter(await findOrganisation(act, params.id), locals.origin, act.at));

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const done = await answerForm({}, () => makeClaimCode(locals.act, params.id ?? ''));
		if (!done.ok) return fail(done.status, { errors: done.errors, printed: null });
		const { code, until } = done.value;
		const printed = { code: spacedCode(code), until: frenchDate(until.toISOString().slice(0, 10)) };
		return { errors: {}, printed };
	},
};
