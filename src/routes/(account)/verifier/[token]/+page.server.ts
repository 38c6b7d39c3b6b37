import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { doneAt } from '#lib/directory/upkeep/done.ts';
import { letterPath } from '#lib/directory/upkeep/letter.ts';
import { answerReview, ReviewAnswer, stopLetters } from '#lib/directory/upkeep/server/answer-review.ts';
import { readLetter } from '#lib/directory/upkeep/server/read-letter.ts';
import { showLetter } from '#lib/directory/upkeep/shown-letter.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async (event) => {
	const { token } = event.params;
	const read = await answerForm({}, () => readLetter(event.locals.door, token, visitorOf(event)));
	const stopping = event.url.searchParams.has('non');
	if (!read.ok) return { gone: read.errors, letter: null, token, stopping };
	return { gone: null, letter: showLetter(read.value), token, stopping };
};

export const actions: Actions = {
	repondre: async (event) => {
		const form = await readForm(event.request, ReviewAnswer);
		if (!form.ok) return fail(422, form);
		const token = tokenOf(event);
		const done = await answerForm({}, () =>
			answerReview(event.locals.door, token, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(letterPath(token), form.value.answer === 'exact' ? 'exact' : 'ferme'));
	},
	'ne-plus-ecrire': async (event) => {
		const token = tokenOf(event);
		const done = await answerForm({}, () => stopLetters(event.locals.door, token, visitorOf(event)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(letterPath(token), 'silence'));
	},
};

const tokenOf = ({ params }: RequestEvent): string => params.token ?? '';
