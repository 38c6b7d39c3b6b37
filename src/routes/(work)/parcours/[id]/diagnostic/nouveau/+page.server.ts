import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { domainAfter, fieldsFor } from '#lib/pathway/assessments/assessment.ts';
import {
	dropAssessmentDraft,
	keepAssessmentDraft,
	readAssessmentDraft,
} from '#lib/pathway/assessments/server/assessment-draft.ts';
import { openNewAssessment, voiceAsked } from '#lib/pathway/assessments/server/assessment-pages.ts';
import { AssessmentHead, makeAssessment } from '#lib/pathway/assessments/server/make-assessment.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act((act) => openNewAssessment(act, params.id, url.searchParams));

const OneDomain = z.record(z.string(), z.string().max(1000, 'assessment.words-long'));

export const actions: Actions = {
	/** One domain was answered, or left: on to the next. */
	suivant: async (event) => {
		const data = await fieldsOf(event.request);
		const form = parseForm(data, OneDomain);
		if (!form.ok) return fail(422, form);
		const { asked, voice, domain } = await opened(event);
		if (domain) {
			const kept = Object.fromEntries(fieldsFor(domain).map((name) => [name, form.value[name] ?? '']));
			await event.locals.act((act) => keepAssessmentDraft(act, event.params.id ?? '', voice, kept));
		}
		const next = form.value.then === 'relire' || !domain ? undefined : domainAfter(asked, domain);
		redirect(303, `${event.url.pathname}?par=${voice}&sujet=${next ?? 'relire'}#sujet`);
	},
	/** The whole grid, or the answers given one by one once they were read again. */
	garder: async (event) => {
		const data = await fieldsOf(event.request);
		const form = parseForm(data, AssessmentHead);
		if (!form.ok) return fail(422, form);
		const [id, typed] = [event.params.id ?? '', textsOf(data)];
		const answer = await answerForm(typed, () =>
			event.locals.act(async (act) => {
				const draft = await readAssessmentDraft(act, id, form.value.answeredBy);
				await makeAssessment(act, id, form.value, typed.whole ? typed : draft);
				await dropAssessmentDraft(act, id, form.value.answeredBy);
			}),
		);
		if (!answer.ok) return fail(answer.status, answer);
		redirect(303, sectionDone(`/parcours/${id}/diagnostic`, 'diagnostic'));
	},
	effacer: async ({ locals, params, url }) => {
		const voice = voiceAsked(url.searchParams.get('par'));
		await locals.act((act) => dropAssessmentDraft(act, params.id ?? '', voice));
		redirect(303, `/parcours/${params.id}/diagnostic`);
	},
};

const opened = ({ locals, params, url }: RequestEvent) =>
	locals.act((act) => openNewAssessment(act, params.id ?? '', url.searchParams));

const textsOf = (data: FormData): Record<string, string> =>
	Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
