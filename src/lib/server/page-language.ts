import type { RequestEvent } from '@sveltejs/kit';
import { type Language, languageNamed } from '#lib/texts/languages.ts';
import { languageAsked } from './language-cookie.ts';

/** The pages that speak twelve languages; all others speak French. */
const speaksAll = ({ route }: Pick<RequestEvent, 'route'>): boolean =>
	route.id?.startsWith('/(person)') ?? false;

export const pageLanguage = (event: Pick<RequestEvent, 'route' | 'cookies' | 'request'>): Language =>
	speaksAll(event) ? languageAsked(event) : 'fr';

/** Tells the language of a page and which way it is written, on its first line. */
export const written =
	(language: Language) =>
	(html: string): string => {
		const { tag, direction } = languageNamed(language);
		return html.replace('%lang%', tag).replace('%dir%', direction);
	};

/** Whoever keeps answers is told that this one depends on the language. */
export function variesByLanguage(event: Pick<RequestEvent, 'route'>, response: Response): Response {
	if (speaksAll(event)) response.headers.append('vary', 'cookie, accept-language');
	return response;
}
