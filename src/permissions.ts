import type { RouteId } from '$app/types';
import type { Permission } from '#lib/access/permission.ts';

/** What one may do at an address: reading it, an action of its forms (by name), a method of its API. */
export type Operations = Readonly<Record<string, Permission>>;

/**
 * Who may do what, in one page. Every route, form action and API operation stands here: one that does not is refused
 * at run time, and fails the build (`scripts/routes.ts`).
 */
export const permissions: Readonly<Partial<Record<RouteId, Operations>>> = {
	'/(public)': { GET: 'anyone' },
	'/(public)/comprendre': { GET: 'anyone' },
	'/(public)/services/[id]': { GET: 'anyone' },
	'/(public)/structures/[id]': { GET: 'anyone' },
	'/(public)/style': { GET: 'anyone' },
	'/(public)/territoires/[code]': { GET: 'anyone' },
	'/(public)/trouver': { GET: 'anyone' },
	'/livez': { GET: 'anyone' },
	'/readyz': { GET: 'anyone' },
};
