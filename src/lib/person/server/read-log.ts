import type { Act } from '#lib/server/act.ts';
import type { Reading } from './access-log.ts';
import { refuseUnlessLead } from './lead.ts';

/** As much as a page holds; older lines follow. */
export const linesOfPage = 300;

/**
 * Who opened what of a person, the latest first. What the lead organisation reads to her, or prints for her.
 * @param before only lines older than this one
 * @throws Refusal 404 for whoever does not lead
 */
export async function readLog(act: Act, personId: string, before: number | null) {
	await refuseUnlessLead(act, personId, 'agreement.read-log');
	const older = act.tx
		.selectFrom('accessLog')
		.leftJoin('organisation', 'organisation.id', 'accessLog.organisationId')
		.select(['accessLog.id', 'at', 'what', 'workerName', 'organisation.name as organisation'])
		.where('personId', '=', personId)
		.$if(before !== null, (query) => query.where('accessLog.id', '<', before ?? 0))
		.orderBy('accessLog.id', 'desc')
		.limit(linesOfPage)
		.$narrowType<{ what: Reading }>();
	return older.execute();
}
