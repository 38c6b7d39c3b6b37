import { listModels } from '#lib/directory/models/server/models.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => ({ models: await locals.act(listModels) });
