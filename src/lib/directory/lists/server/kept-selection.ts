import type { Cookies } from '@sveltejs/kit';
import { idsIn } from '../selection.ts';

interface Keeping {
	readonly cookies: Cookies;
	readonly locals: { readonly origin: string };
}

const name = 'selection';

/** Ids of services, on this device, until its browser closes: who adds a second service finds the first one again. */
export const selectionOf = ({ cookies }: Keeping): string[] => idsIn([cookies.get(name) ?? '']);

export const keepSelection = ({ cookies, locals: { origin } }: Keeping, ids: readonly string[]): void =>
	cookies.set(name, ids.join('.'), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin.startsWith('https:'),
	});
