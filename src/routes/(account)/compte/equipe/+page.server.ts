import { type Actions, fail, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { roleLabel } from '#lib/access/hat-label.ts';
import { colleagueRoles } from '#lib/access/invitation.ts';
import { inviteColleague, NewInvitation } from '#lib/access/server/invite-colleague.ts';
import { listColleagues, listPendingInvitations } from '#lib/access/server/team.ts';
import { InvitationToWithdraw, withdrawInvitation } from '#lib/access/server/withdraw-invitation.ts';
import { shownDay, shownShortDay } from '#lib/access/shown-date.ts';
import type { Role } from '#lib/actor.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { session, act } }) => {
	const hat = session!.hats.find(({ id }) => id === session!.hat?.id);
	if (!hat?.organisationId) return { organisation: null, people: [], invitations: [], roles: [] };
	const [people, invitations] = await act(async (here) => [
		await listColleagues(here),
		await listPendingInvitations(here),
	]);
	return {
		organisation: hat.place,
		people: people.map(({ hatId, name, role, since }) => ({
			id: hatId,
			name,
			role: roleLabel(role),
			since: shownShortDay(since),
		})),
		invitations: invitations.map(({ id, email, role, expiresAt }) => ({
			id,
			email,
			role: roleLabel(role as Role),
			until: shownDay(expiresAt),
		})),
		roles: colleagueRoles.map((role) => ({ value: role, label: roleLabel(role) })),
	};
};

export const actions: Actions = {
	inviter: async ({ request, locals }) => {
		const form = await readForm(request, NewInvitation);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => inviteColleague(locals, form.value, locals.origin));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt('/compte/equipe', 'invitation'));
	},
	retirer: async ({ request, locals }) => {
		const form = await readForm(request, InvitationToWithdraw);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => withdrawInvitation(act, form.value));
		redirect(303, doneAt('/compte/equipe', 'invitation-retiree'));
	},
};
