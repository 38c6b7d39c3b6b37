import type { LayoutServerLoad } from './$types.ts';

/** Whether somebody is in her space: then each page may be left at once. */
export const load: LayoutServerLoad = ({ locals }) => ({
	language: locals.language,
	inside: locals.own ? { whole: locals.own.whole } : null,
});
