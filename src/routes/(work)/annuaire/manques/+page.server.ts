import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { gapTerritories, listGaps } from '#lib/directory/lists/server/gaps.ts';
import { SentenceToWipe, wipeGapSentence } from '#lib/directory/lists/server/wipe-gap-sentence.ts';
import { showGap } from '#lib/directory/lists/shown-gap.ts';
import { readTerritory, territoryOptions } from '#lib/directory/upkeep/territory-options.ts';
import { readForm } from '#lib/form.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (act) => {
		const territory = readTerritory(url.searchParams.get('territoire'));
		return {
			territory: territory ? `${territory.kind}:${territory.code}` : '',
			territories: territoryOptions(await gapTerritories(act)),
			gaps: (await listGaps(act, territory)).map(showGap),
			wiped: url.searchParams.has('efface'),
		};
	});

export const actions: Actions = {
	effacer: async ({ request, locals }) => {
		const form = await readForm(request, SentenceToWipe);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => wipeGapSentence(act, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/annuaire/manques?efface');
	},
};
