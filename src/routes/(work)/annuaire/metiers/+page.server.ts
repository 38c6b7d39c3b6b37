import { fail } from '@sveltejs/kit';
import { listOccupations } from '#lib/directory/employers/server/occupations.ts';
import { TaggedOccupation, tagOccupation } from '#lib/directory/employers/server/tag-occupation.ts';
import { OccupationToUntag, untagOccupation } from '#lib/directory/employers/server/untag-occupation.ts';
import { occupationTags } from '#lib/directory/shown-offers.ts';
import { readForm } from '#lib/form.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => ({
	occupations: (await locals.act(listOccupations)).map(({ romeCode, tag, label }) => ({
		romeCode,
		tag,
		label,
		shownTag: translate(tag === 'green' ? 'sheet.tag.green' : 'sheet.tag.white'),
	})),
	tags: occupationTags.map((tag) => ({ value: tag, label: translate(`employers.tag.${tag}`) })),
});

export const actions: Actions = {
	ajouter: async ({ request, locals }) => {
		const form = await readForm(request, TaggedOccupation);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => tagOccupation(act, form.value));
		return { done: translate('employers.added') };
	},
	retirer: async ({ request, locals }) => {
		const form = await readForm(request, OccupationToUntag);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => untagOccupation(act, form.value));
		return { done: translate('employers.removed') };
	},
};
