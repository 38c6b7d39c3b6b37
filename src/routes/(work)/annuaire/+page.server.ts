import { countDesk } from '#lib/directory/desk/server/desk-counts.ts';
import { showDesk } from '#lib/directory/desk/shown-desk.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => ({ doors: showDesk(await locals.act(countDesk)) });
