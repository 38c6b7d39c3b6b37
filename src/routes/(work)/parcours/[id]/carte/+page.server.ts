import { type Actions, redirect } from '@sveltejs/kit';
import { qrPath } from '#lib/access/qr-path.ts';
import { shownDay } from '#lib/access/shown-date.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { pathwayToMove } from '#lib/pathway/server/pathway-facts.ts';
import { saidCode } from '#lib/person/person-code.ts';
import { endCode, liveCode } from '#lib/person/server/end-code.ts';
import { makeCode } from '#lib/person/server/make-code.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const { pathway } = await pathwayToMove(act, params.id, 'person.read-card');
		const live = await liveCode(act, pathway.personId);
		return { live: live && { from: shownDay(live.madeAt), until: shownDay(live.expiresAt) } };
	});

export const actions: Actions = {
	faire: async ({ locals, params }) => {
		const code = await locals.act(async (act) => {
			const { pathway } = await pathwayToMove(act, params.id ?? '', 'person.make-code');
			return makeCode(act, pathway.personId);
		});
		return { code: saidCode(code), qr: qrPath(code) };
	},
	arreter: async ({ locals, params }) => {
		const id = params.id ?? '';
		await locals.act(async (act) => {
			const { pathway } = await pathwayToMove(act, id, 'person.end-code');
			await endCode(act, pathway.personId);
		});
		redirect(303, pathwayDoneAt(`/parcours/${id}`, 'carte-arretee'));
	},
};
