import { logAccess, type Reading } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';
import { findPathway } from './pathways.ts';
import { mayWrite } from './written.ts';

/**
 * Opens a section of a pathway, and logs who read what.
 * @throws Refusal 404 when the actor may not know it, or when it is no id at all
 */
export async function openSection(act: Act, id: string, what: Reading) {
	const pathway = await findPathway(act, id);
	await logAccess(act, pathway.personId, what);
	return { pathway, mayWrite: await mayWrite(act, id) };
}
