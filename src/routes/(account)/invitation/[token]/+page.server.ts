import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { roleLabel } from '#lib/access/hat-label.ts';
import { acceptInvitation, NewAccount, openInvitedAccount } from '#lib/access/server/accept-invitation.ts';
import { keepSession } from '#lib/access/server/cookie.ts';
import { findInvitation } from '#lib/access/server/find-invitation.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async (event) => {
	const { door, session } = event.locals;
	const found = await answerForm({}, () => findInvitation(door, event.params.token, visitorOf(event)));
	if (!found.ok) return { gone: found.errors, invitation: null };
	const { email, role, placeName, organisationId, known } = found.value;
	const mine = session?.complete === true && session.email === email;
	const signedIn = session?.complete === true;
	return {
		gone: null,
		invitation: {
			email,
			role: roleLabel(role),
			place: placeName,
			inside: organisationId !== null,
			known,
			mine,
			signedIn,
		},
	};
};

export const actions: Actions = {
	ouvrir: async (event) => {
		const form = await readForm(event.request, NewAccount);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			openInvitedAccount(event.locals.door, tokenOf(event), form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		keepSession(event, done.value);
		redirect(303, '/compte?fait=invitation-acceptee');
	},
	accepter: async (event) => {
		const { door, session } = event.locals;
		const done = await answerForm({}, () =>
			acceptInvitation(door, tokenOf(event), session!, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/compte?fait=invitation-acceptee');
	},
};

const tokenOf = ({ params }: RequestEvent): string => params.token ?? '';
