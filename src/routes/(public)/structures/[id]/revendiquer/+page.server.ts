import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { doneAt } from '#lib/directory/upkeep/done.ts';
import { askForLetter } from '#lib/directory/upkeep/server/ask-for-letter.ts';
import { ClaimByEmail, claimPage, showClaimable } from '#lib/directory/upkeep/server/claim-page.ts';
import { ClaimByCode, claimWithCode } from '#lib/directory/upkeep/server/claim-with-code.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => ({
	id: params.id,
	...(await locals.door((act) => showClaimable(act, params.id))),
	email: locals.session?.complete ? locals.session.email : null,
});

const pathOf = (id: string) => `/structures/${id}/revendiquer`;

export const actions: Actions = {
	courriel: async (event) => {
		const id = event.params.id ?? '';
		const form = await readForm(event.request, ClaimByEmail);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			claimPage(event.locals.door, id, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(pathOf(id), 'lien'));
	},
	code: async (event) => {
		const id = event.params.id ?? '';
		const { door, session } = event.locals;
		const form = await readForm(event.request, ClaimByCode);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			claimWithCode(door, id, form.value, session, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, done.value === 'given' ? '/compte?fait=invitation-acceptee' : doneAt(pathOf(id), 'lien'));
	},
	courrier: async (event) => {
		const id = event.params.id ?? '';
		const done = await answerForm({}, () => askForLetter(event.locals.door, id, visitorOf(event)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(pathOf(id), 'courrier'));
	},
};
