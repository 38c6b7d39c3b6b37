import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { buttonPath } from '#lib/rupture/digest/server/buttons.ts';
import { type AtButton, lookAtButton, pressButton } from '#lib/rupture/digest/server/press-button.ts';
import { sayRule } from '#lib/rupture/digest/shown-digest.ts';
import { application } from '#lib/server/application.ts';
import type { PageServerLoad } from './$types.ts';

type Button = Parameters<typeof visitorOf>[0] & { readonly params: { readonly token?: string | undefined } };

const atButton = (event: Button): AtButton => ({
	db: application().db,
	token: event.params.token ?? '',
	visitor: visitorOf(event),
});

/** Opening the page changes nothing: mail scanners open links too. Its button does. */
export const load: PageServerLoad = async (event) => {
	const done = event.url.searchParams.has('remis');
	if (done) return { done, gone: null, sentence: null };
	const looked = await answerForm({}, () => lookAtButton(atButton(event)));
	if (!looked.ok) return { done, gone: looked.errors.form ?? '', sentence: null };
	return { done, gone: null, sentence: sayRule(looked.value.rule) };
};

export const actions: Actions = {
	default: async (event) => {
		const pressed = await answerForm({}, () => pressButton(atButton(event)));
		if (!pressed.ok) return fail(pressed.status, pressed);
		redirect(303, `${buttonPath(event.params.token ?? '')}?remis`);
	},
};
