import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { type Done, doneAt } from '#lib/directory/upkeep/done.ts';
import { findCampaign } from '#lib/directory/upkeep/server/campaigns.ts';
import { dayInParis } from '#lib/directory/upkeep/server/due-services.ts';
import { EntryNote, noteCampaignEntry } from '#lib/directory/upkeep/server/note-campaign-entry.ts';
import { CampaignToEnd, endCampaign } from '#lib/directory/upkeep/server/run-campaigns.ts';
import { Verified, verifyServices } from '#lib/directory/upkeep/server/verify-services.ts';
import { showCampaign, showEntries } from '#lib/directory/upkeep/shown-campaign.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const campaign = await findCampaign(act, params.id);
		const today = dayInParis(act.at);
		return {
			campaign: showCampaign(campaign, today, act.at),
			entries: showEntries(campaign, today, act.at),
		};
	});

export const actions: Actions = {
	noter: (event) =>
		work(event, EntryNote, 'note', (typed) =>
			event.locals.act((act) => noteCampaignEntry(act, event.params.id ?? '', typed)),
		),
	verifier: (event) =>
		work(event, Verified, 'verifie', (typed) => event.locals.act((act) => verifyServices(act, typed))),
	terminer: (event) =>
		work(event, CampaignToEnd, 'fin', () =>
			event.locals.act((act) => endCampaign(act, event.params.id ?? '')),
		),
};

/** Each form of this page does one thing and comes back to the list. */
async function work<Schema extends z.ZodType<object>>(
	{ request, params }: RequestEvent,
	schema: Schema,
	done: Done,
	command: (typed: z.output<Schema>) => Promise<void>,
) {
	const form = await readForm(request, schema);
	if (!form.ok) return fail(422, form);
	const answer = await answerForm(Object.fromEntries(Object.entries(form.value)), () => command(form.value));
	if (!answer.ok) return fail(answer.status, answer);
	redirect(303, doneAt(`/annuaire/campagnes/${params.id}`, done));
}
