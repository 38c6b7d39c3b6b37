import { linesOfPage, readLog } from '#lib/person/server/read-log.ts';
import { showReadings } from '#lib/person/shown-readings.ts';
import type { Act } from '#lib/server/act.ts';
import { whoseAgreements } from './agreements-page.ts';

/**
 * Who opened what of a person, day by day, the latest first.
 * @param before as the address says it: lines older than that one
 * @throws Refusal 404 when the actor may not know her; whoever does not lead reads no line
 */
export async function readReadings(act: Act, pathwayId: string, before: string | null) {
	const { personId, leads } = await whoseAgreements(act, pathwayId);
	if (!leads) return { leads, days: [], older: null };
	const from = /^\d{1,15}$/.test(before ?? '') ? Number(before) : null;
	const lines = await readLog(act, personId, from);
	return {
		leads,
		days: showReadings(lines),
		older: lines.length === linesOfPage ? String(lines.at(-1)?.id ?? '') : null,
	};
}
