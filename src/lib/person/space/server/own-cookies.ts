import type { Cookies } from '@sveltejs/kit';
import { cardCookie, ownCookie } from '../own-session.ts';

interface Keeping {
	readonly cookies: Cookies;
	readonly locals: { readonly origin: string };
}

/** They die with the browser; on a page of hers nothing else is kept. */
const options = (origin: string) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') }) as const;

export const ownToken = ({ cookies, locals }: Keeping): string | undefined =>
	cookies.get(ownCookie(locals.origin));

export const keepOwnSession = ({ cookies, locals: { origin } }: Keeping, token: string): void =>
	cookies.set(ownCookie(origin), token, options(origin));

export const dropOwnSession = ({ cookies, locals: { origin } }: Keeping): void =>
	cookies.delete(ownCookie(origin), options(origin));

export const scannedCard = ({ cookies, locals }: Keeping): string | undefined =>
	cookies.get(cardCookie(locals.origin));

/** Ten minutes to type a PIN: then the card is scanned again. */
export const keepCard = ({ cookies, locals: { origin } }: Keeping, token: string): void =>
	cookies.set(cardCookie(origin), token, { ...options(origin), maxAge: 600 });

export const dropCard = ({ cookies, locals: { origin } }: Keeping): void =>
	cookies.delete(cardCookie(origin), options(origin));
