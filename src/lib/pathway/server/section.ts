import { isId } from '#lib/directory/server/closed-lists.ts';
import { logAccess, type Reading } from '#lib/person/server/access-log.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { findPathway } from './pathways.ts';
import { mayWrite } from './written.ts';

/**
 * Opens a section of a pathway, and logs who read what.
 * @throws Refusal 404 when the actor may not know it, or when it is no id at all
 */
export async function openSection(act: Act, id: string, what: Reading) {
	if (!isId(id)) throw new Refusal(404, 'problem.nothing-here');
	const pathway = await findPathway(act, id);
	await logAccess(act, pathway.personId, what);
	return { pathway, mayWrite: await mayWrite(act, id) };
}
