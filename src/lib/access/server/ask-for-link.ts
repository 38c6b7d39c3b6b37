import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { readForm } from '../../form.ts';
import { answerForm } from '../form-answer.ts';
import type { LinkPurpose } from '../one-time-link.ts';
import { LinkRequest, sendSignInLink } from './send-sign-in-link.ts';
import { visitorOf } from './visitor-of.ts';

const pages = { 'sign-in': '/connexion/lien', recovery: '/connexion/oubli' } as const;

/** The form action that asks for a link by mail: its page then says where to look, whether or not an account exists. */
export const askForLink = (purpose: LinkPurpose) => async (event: RequestEvent) => {
	const form = await readForm(event.request, LinkRequest);
	if (!form.ok) return fail(422, form);
	const { door, origin } = event.locals;
	const done = await answerForm(form.value, () =>
		sendSignInLink(door, { ...form.value, purpose }, origin, visitorOf(event)),
	);
	if (!done.ok) return fail(done.status, done);
	redirect(303, `${pages[purpose]}?envoye`);
};
