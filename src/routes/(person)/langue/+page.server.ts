import { type Actions, redirect } from '@sveltejs/kit';
import { localPath } from '#lib/access/local-path.ts';
import { keepLanguage } from '#lib/server/language-cookie.ts';
import { isLanguage, languageNamed } from '#lib/texts/languages.ts';
import { rereadLabel } from '#lib/texts/reread.ts';
import { missing, translatorFor } from '#lib/texts/space-translator.ts';
import type { PageServerLoad } from './$types.ts';

const home = '/mon-chemin';

export const load: PageServerLoad = ({ locals: { language }, url }) => {
	const say = translatorFor(language);
	return {
		now: languageNamed(language),
		back: localPath(url.searchParams.get('retour'), home),
		words: {
			title: say('own.language_title'),
			hint: say('own.language_hint'),
			now: say('own.language_now'),
			back: say('own.back'),
			reread: rereadLabel(language),
			incomplete: missing(language) > 0 ? say('own.language_some_missing') : null,
		},
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const chosen = form.get('langue');
		if (isLanguage(chosen)) keepLanguage(event, chosen);
		const back = form.get('retour');
		redirect(303, localPath(typeof back === 'string' ? back : null, home));
	},
};
