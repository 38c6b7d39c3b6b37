import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.ts';

/** Every address that no other route takes: the page that a forbidden one shows too. */
export const load: PageServerLoad = () => error(404, 'problem.nothing-here');
