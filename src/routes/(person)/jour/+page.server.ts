import { theDay } from '#lib/person/space/the-day.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = () => theDay(new Date());
