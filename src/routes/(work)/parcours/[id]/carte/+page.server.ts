import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { qrPath } from '#lib/access/qr-path.ts';
import { shownDay } from '#lib/access/shown-date.ts';
import { readForm } from '#lib/form.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { pathwayToMove } from '#lib/pathway/server/pathway-facts.ts';
import { findPathway, leads } from '#lib/pathway/server/pathways.ts';
import { saidCode } from '#lib/person/person-code.ts';
import { endCode, liveCode } from '#lib/person/server/end-code.ts';
import { handOverFacts, refuseUnlessMayHandOver } from '#lib/person/server/may-hand-over.ts';
import { GivingCard, giveCard } from '#lib/person/space/server/give-card.ts';
import { lastHandOver } from '#lib/person/space/server/hand-over.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const pathway = await findPathway(act, params.id);
		const { personId } = pathway;
		await refuseUnlessMayHandOver(act, personId, 'person.read-card');
		const { hasPin, question } = await handOverFacts(act, personId);
		const live = await liveCode(act, personId);
		const handed = await lastHandOver(act, personId);
		return {
			live: live && { from: shownDay(live.madeAt), until: shownDay(live.expiresAt) },
			activated: hasPin,
			awaited: Boolean(handed && !handed.usedAt && handed.expiresAt > act.at),
			question,
			again: hasPin || question !== null,
			leads: leads(act, pathway),
		};
	});

export const actions = {
	faire: async ({ locals, params, request }) => {
		const typed = await readForm(request, GivingCard);
		if (!typed.ok) return fail(422, typed);
		const { personId } = await locals.act((act) => findPathway(act, params.id ?? ''));
		await locals.act((act) => refuseUnlessMayHandOver(act, personId, 'person.make-code'));
		const answer = await answerForm({ face: typed.value.face }, () =>
			giveCard(locals, personId, typed.value),
		);
		if (!answer.ok) return fail(answer.status, answer);
		const { code, token, handOver } = answer.value;
		const address = `${locals.origin}/remise/${handOver}`;
		const card = { code: saidCode(code), qr: qrPath(`${locals.origin}/carte/${token}`) };
		return { given: { ...card, handOver: { path: `/remise/${handOver}`, qr: qrPath(address) } } };
	},
	arreter: async ({ locals, params }) => {
		const id = params.id ?? '';
		await locals.act(async (act) => {
			const { pathway } = await pathwayToMove(act, id, 'person.end-code');
			await endCode(act, pathway.personId);
		});
		redirect(303, pathwayDoneAt(`/parcours/${id}`, 'carte-arretee'));
	},
} satisfies Actions;
