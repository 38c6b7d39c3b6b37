import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { pathwayOfPerson } from '#lib/pathway/server/pathways.ts';
import { knowByCode, SaidCode } from '#lib/person/server/know-by-code.ts';

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, SaidCode);
		if (!form.ok) return fail(422, form);
		const { act, door, actor } = event.locals;
		const typist = { act, door, accountId: actor.accountId ?? '' };
		const done = await answerForm(form.value, () => knowByCode(typist, form.value, visitorOf(event)));
		if (!done.ok) return fail(done.status, done);
		const id = await act((each) => pathwayOfPerson(each, done.value));
		if (form.value.next === 'emergency') redirect(303, `/parcours/${id}/urgence`);
		redirect(303, pathwayDoneAt(`/parcours/${id}`, 'code'));
	},
};
