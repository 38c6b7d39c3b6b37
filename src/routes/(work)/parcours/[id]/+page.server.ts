import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { AnsweredWord, answerWord } from '#lib/pathway/own/server/answer-word.ts';
import { listWordsToAnswer } from '#lib/pathway/own/server/words-to-answer.ts';
import { pageOf } from '#lib/pathway/page-of.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { readSummary } from '#lib/pathway/server/summary.ts';
import { showSummary } from '#lib/pathway/shown-summary.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const page = pageOf(url.searchParams);
		const shown = showSummary(await readSummary(act, params.id, page), act.at);
		return { page, ...shown, herWords: await listWordsToAnswer(act, { pathwayId: params.id }) };
	});

export const actions = {
	repondre: async ({ locals, params, request }) => {
		const typed = await readForm(request, AnsweredWord);
		if (!typed.ok) return fail(422, typed);
		const answer = await answerForm(typed.value, () =>
			locals.act((act) => answerWord(act, params.id ?? '', typed.value)),
		);
		if (!answer.ok) return fail(answer.status, answer);
		redirect(303, pathwayDoneAt(`/parcours/${params.id}`, 'repondu'));
	},
} satisfies Actions;
