import type { Cookies } from '@sveltejs/kit';
import { isLanguage, type Language, negotiate } from '#lib/texts/languages.ts';

const name = 'langue';

/** The language chosen on this device, or the one its browser prefers. */
export const languageAsked = ({ cookies, request }: { cookies: Cookies; request: Request }): Language => {
	const chosen = cookies.get(name);
	return isLanguage(chosen) ? chosen : negotiate(request.headers.get('accept-language'));
};

/** Kept until the browser closes: on a device that people share, the next one chooses again. */
export const keepLanguage = (
	{ cookies, locals: { origin } }: { cookies: Cookies; locals: { readonly origin: string } },
	language: Language,
): void =>
	cookies.set(name, language, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin.startsWith('https:'),
	});
