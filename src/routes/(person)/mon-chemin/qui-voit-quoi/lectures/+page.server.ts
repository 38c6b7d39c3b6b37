import { listOwnReadings, readingsPerPage } from '#lib/pathway/own/server/own-readings.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.ownAct(async (act) => {
		const asked = Number(url.searchParams.get('avant'));
		const lines = await listOwnReadings(act, Number.isSafeInteger(asked) && asked > 0 ? asked : null);
		return { lines, older: lines.length === readingsPerPage ? (lines.at(-1)?.id ?? null) : null };
	});
