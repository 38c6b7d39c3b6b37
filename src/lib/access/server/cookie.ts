import type { Cookies } from '@sveltejs/kit';
import { sessionCookie } from '../session.ts';
import type { OpenedSession } from './open-session.ts';

interface Keeping {
	readonly cookies: Cookies;
	readonly locals: { readonly origin: string };
}

/** `__Host-` asks for the path and, on https, for `secure`; the cookie dies with the browser, the session sooner. */
const options = (origin: string) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') }) as const;

export const tokenOf = ({ cookies, locals }: Keeping): string | undefined =>
	cookies.get(sessionCookie(locals.origin));

export const keepSession = ({ cookies, locals: { origin } }: Keeping, { token }: OpenedSession): void =>
	cookies.set(sessionCookie(origin), token, options(origin));

export const dropSession = ({ cookies, locals: { origin } }: Keeping): void =>
	cookies.delete(sessionCookie(origin), options(origin));
