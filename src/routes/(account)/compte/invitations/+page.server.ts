import { type Actions, fail, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { roleLabel } from '#lib/access/hat-label.ts';
import { placeValue } from '#lib/access/hat-place.ts';
import { listWaitingInvitations } from '#lib/access/server/invitations.ts';
import { inviteAnywhere } from '#lib/access/server/invite-anywhere.ts';
import { InvitationForm, PlaceSearch, searchPlaces } from '#lib/access/server/search-places.ts';
import { InvitationToWithdraw, withdrawInvitation } from '#lib/access/server/withdraw-invitation.ts';
import { shownDay } from '#lib/access/shown-date.ts';
import { type Role, roles } from '#lib/actor.ts';
import { readForm } from '#lib/form.ts';
import { translate } from '#lib/texts/translator.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { act } }) => {
	const [waiting, places] = await act(async (here) => [
		await listWaitingInvitations(here),
		await searchPlaces(here, ''),
	]);
	return {
		places,
		waiting: waiting.map(({ id, email, role, expiresAt, organisation, territory }) => ({
			id,
			email,
			role: roleLabel(role as Role),
			place: organisation ?? territory ?? translate('access.place-everywhere'),
			until: shownDay(expiresAt),
		})),
		roles: roles.map((role) => ({
			value: role,
			label: roleLabel(role),
			hint: translate(`access.role-about.${role}`),
		})),
	};
};

export const actions: Actions = {
	chercher: async ({ request, locals }) => {
		const form = await readForm(request, PlaceSearch);
		if (!form.ok) return fail(422, { ...form, places: null });
		const places = await locals.act((act) => searchPlaces(act, form.value.words));
		return { errors: {}, values: { ...form.value, place: '' }, places };
	},
	inviter: async ({ request, locals }) => {
		const form = await readForm(request, InvitationForm);
		const again = (words = '') => locals.act((act) => searchPlaces(act, words));
		if (!form.ok) return fail(422, { ...form, places: await again(form.values.words) });
		const { words, place, ...invited } = form.value;
		const done = await answerForm({ ...invited, words, place: placeValue(place) }, () =>
			inviteAnywhere(locals, form.value, locals.origin),
		);
		if (!done.ok) return fail(done.status, { ...done, places: await again(words) });
		redirect(303, doneAt('/compte/invitations', 'invitation'));
	},
	retirer: async ({ request, locals }) => {
		const form = await readForm(request, InvitationToWithdraw);
		if (!form.ok) return fail(422, { ...form, places: null });
		await locals.act((act) => withdrawInvitation(act, form.value));
		redirect(303, doneAt('/compte/invitations', 'invitation-retiree'));
	},
};
