import { openSteering } from '#lib/rupture/steering/server/steering-page.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) => locals.act(openSteering);
