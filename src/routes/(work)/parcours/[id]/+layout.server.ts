import { readShell } from '#lib/pathway/server/shell.ts';
import type { LayoutServerLoad } from './$types.ts';

export const load: LayoutServerLoad = ({ locals, params }) =>
	locals.act(async (act) => ({ shell: await readShell(act, params.id) }));
