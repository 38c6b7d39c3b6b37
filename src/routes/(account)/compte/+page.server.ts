import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { hatLabel } from '#lib/access/hat-label.ts';
import { localPath } from '#lib/access/local-path.ts';
import { accountSecrets } from '#lib/access/server/account-secrets.ts';
import { ChosenHat, changeHat } from '#lib/access/server/change-hat.ts';
import { closeSession, SessionToClose } from '#lib/access/server/close-session.ts';
import { leaveHat } from '#lib/access/server/leave-hat.ts';
import { NewName, renameAccount } from '#lib/access/server/rename-account.ts';
import { listMySessions } from '#lib/access/server/sessions.ts';
import { shownDay, shownInstant } from '#lib/access/shown-date.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { session, act, door } }) => {
	const { id, name, email, hats, hat } = session!;
	const [sessions, secrets] = await Promise.all([
		act(listMySessions),
		door((atDoor) => accountSecrets(atDoor, session!)),
	]);
	return {
		name,
		email,
		hats: hats.map((each) => ({ id: each.id, label: hatLabel(each), worn: each.id === hat?.id })),
		worker: hat?.role === 'worker',
		administrator: hat?.role === 'administrator',
		hasPassword: secrets.hasPassword,
		secondFactorSince: secrets.secondFactorSince && shownDay(secrets.secondFactorSince),
		recoveryCodesLeft: secrets.recoveryCodesLeft,
		sessions: sessions.map((each) => ({
			id: each.id,
			device: each.device,
			here: each.id === id,
			since: shownInstant(each.createdAt),
			seen: shownInstant(each.lastSeenAt),
		})),
	};
};

export const actions: Actions = {
	renommer: async ({ request, locals }) => {
		const form = await readForm(request, NewName);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => renameAccount(act, form.value));
		redirect(303, doneAt('/compte', 'nom'));
	},
	'changer-de-casquette': async (event) => {
		const { request, locals } = event;
		const form = await readForm(request, ChosenHat);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => changeHat(act, locals.session!, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, cameFrom(event) ?? doneAt('/compte', 'casquette'));
	},
	'quitter-une-casquette': async ({ request, locals }) => {
		const form = await readForm(request, ChosenHat);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => leaveHat(act, form.value));
		redirect(303, doneAt('/compte', 'casquette-quittee'));
	},
	'fermer-une-session': async ({ request, locals }) => {
		const form = await readForm(request, SessionToClose);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => closeSession(act, form.value));
		redirect(303, doneAt('/compte', 'session'));
	},
};

/** The page whose menu was used: one changes hat and stays where one is. Nothing for the account's own page. */
function cameFrom({ request, url }: RequestEvent): string | undefined {
	const referer = request.headers.get('referer');
	if (!referer || !URL.canParse(referer)) return undefined;
	const { origin, pathname, search } = new URL(referer);
	if (origin !== url.origin || pathname === '/compte') return undefined;
	return localPath(pathname + search, '/compte');
}
