import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { pageLanguage, variesByLanguage, written } from './page-language.ts';

const asked = (id: string, cookie?: string, accept = 'ar') =>
	pageLanguage({
		route: { id },
		cookies: { get: () => cookie },
		request: new Request('http://localhost/', { headers: { 'accept-language': accept } }),
	} as unknown as RequestEvent);

test('a page of the person’s space speaks what she chose, or what her browser prefers', () => {
	expect(asked('/(person)/langue')).toBe('ar');
	expect(asked('/(person)/langue', 'ka')).toBe('ka');
	expect(asked('/(person)/langue', 'klingon')).toBe('ar');
	expect(asked('/(person)/langue', undefined, 'de')).toBe('fr');
});

test('other pages speak French, whatever is chosen', () => {
	expect(asked('/(public)/trouver', 'ar')).toBe('fr');
	expect(asked('/(work)/parcours', 'ar')).toBe('fr');
});

test('the page says its language and which way it is written', () => {
	const html = '<html lang="%lang%" dir="%dir%">';
	expect(written('ar')(html)).toBe('<html lang="ar" dir="rtl">');
	expect(written('fr-simple')(html)).toBe('<html lang="fr" dir="ltr">');
});

test('whoever keeps a page that speaks several languages is told', () => {
	const heard = (id: string) =>
		variesByLanguage(
			{ route: { id } } as RequestEvent,
			new Response('', { headers: { vary: 'accept-encoding' } }),
		).headers.get('vary');
	expect(heard('/(person)/langue')).toBe('accept-encoding, cookie, accept-language');
	expect(heard('/(public)/trouver')).toBe('accept-encoding');
});
