import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { categories } from '#lib/directory/topic.ts';
import { doneAt } from '#lib/directory/upkeep/done.ts';
import { addMonths } from '#lib/directory/upkeep/review.ts';
import { dayInParis } from '#lib/directory/upkeep/server/due-services.ts';
import { servedTerritories } from '#lib/directory/upkeep/server/served-territories.ts';
import { countAsked, NewCampaign, startCampaign } from '#lib/directory/upkeep/server/start-campaign.ts';
import { territoryOptions } from '#lib/directory/upkeep/territory-options.ts';
import { fieldsOf, readForm } from '#lib/form.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { act, actor } }) =>
	act(async (here) => ({
		territories: territoryOptions(await servedTerritories(here)),
		territory: actor.hat?.territoryKind ? `${actor.hat.territoryKind}:${actor.hat.territoryCode}` : '',
		categories: [
			{ value: '', label: translate('upkeep.every-category') },
			...categories.map((value) => ({ value, label: translate(`category.${value}` as TextKey) })),
		],
		stale: [
			{ value: '', label: translate('upkeep.whatever-stale') },
			...[6, 12, 24].map((months) => ({
				value: String(months),
				label: translate('upkeep.stale-for', { months }),
			})),
		],
		startsOn: dayInParis(here.at),
		endsOn: addMonths(dayInParis(here.at), 1),
	}));

export const actions: Actions = {
	compter: async ({ request, locals }) => {
		const data = await request.clone().formData();
		const form = await readForm(request, NewCampaign);
		if (!form.ok) return fail(422, form);
		const count = await locals.act((act) => countAsked(act, form.value));
		const values = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
		return { ok: true as const, errors: {}, values, count };
	},
	ouvrir: async ({ request, locals }) => {
		const form = await readForm(request.clone(), NewCampaign);
		if (!form.ok) return fail(422, form);
		const typed = Object.fromEntries(await fieldsOf(request));
		const done = await answerForm(typed, () => locals.act((act) => startCampaign(act, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(`/annuaire/campagnes/${done.value}`, 'ouverte'));
	},
};
