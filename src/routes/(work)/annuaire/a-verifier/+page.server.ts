import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { isSteward } from '#lib/directory/upkeep/deciders.ts';
import { type Done, doneAt } from '#lib/directory/upkeep/done.ts';
import { Asked, askOrganisation } from '#lib/directory/upkeep/server/ask-organisation.ts';
import { duePageSize, listDue } from '#lib/directory/upkeep/server/due-list.ts';
import { servedTerritories } from '#lib/directory/upkeep/server/served-territories.ts';
import {
	changeRhythm,
	NewRhythm,
	Verified,
	verifyServices,
} from '#lib/directory/upkeep/server/verify-services.ts';
import { showDue } from '#lib/directory/upkeep/shown-due.ts';
import { readTerritory, territoryOptions } from '#lib/directory/upkeep/territory-options.ts';
import { readForm } from '#lib/form.ts';
import { application } from '#lib/server/application.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { act, actor }, url }) => {
	const steward = isSteward(actor);
	const hat = actor.hat;
	const own = hat?.territoryKind ? `${hat.territoryKind}:${hat.territoryCode}` : '';
	const chosen = url.searchParams.get('territoire') ?? own;
	const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
	return act(async (here) => {
		const organisationId = steward ? undefined : (hat?.organisationId ?? undefined);
		if (!steward && !organisationId) return { ...nothing, steward, chosen, page };
		const list = await listDue(here, {
			organisationId,
			page,
			territory: steward ? readTerritory(chosen) : undefined,
		});
		return {
			steward,
			chosen,
			page,
			pages: Math.ceil(list.total / duePageSize),
			total: list.total,
			services: list.services,
			organisations: list.organisations.map((organisation) => showDue(organisation, here.at)),
			territories: steward ? territoryOptions(await servedTerritories(here)) : [],
		};
	});
};

const nothing = { pages: 0, total: 0, services: 0, organisations: [], territories: [] };

export const actions: Actions = {
	verifier: (event) =>
		work(event, Verified, 'verifie', (typed) => event.locals.act((act) => verifyServices(act, typed))),
	rythme: (event) =>
		work(event, NewRhythm, 'rythme', (typed) => event.locals.act((act) => changeRhythm(act, typed))),
	ecrire: (event) =>
		work(event, Asked, 'ecrit', (typed) =>
			askOrganisation(event.locals, typed, { fictionalToo: application().mailFolder !== null }),
		),
};

/** Each form of this page does one thing and comes back to the list as it was filtered. */
async function work<Schema extends z.ZodType<object>>(
	{ request, url }: RequestEvent,
	schema: Schema,
	done: Done,
	command: (typed: z.output<Schema>) => Promise<void>,
) {
	const form = await readForm(request, schema);
	if (!form.ok) return fail(422, form);
	const answer = await answerForm({}, () => command(form.value));
	if (!answer.ok) return fail(answer.status, answer);
	const kept = new URLSearchParams(
		[...url.searchParams].filter(([key]) => key === 'territoire' || key === 'page'),
	);
	redirect(303, doneAt(`/annuaire/a-verifier${kept.size > 0 ? `?${kept}` : ''}`, done));
}
