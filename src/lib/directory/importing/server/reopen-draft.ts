import type { Act } from '#lib/server/act.ts';
import { findDraft } from './drafts.ts';

/**
 * Opens again a draft whose import failed, to correct its mapping. One that did not fail stays as it is.
 * @throws Refusal 404 when it is none of the actor's
 */
export async function reopenDraft(act: Act, id: string): Promise<void> {
	await findDraft(act, id);
	await act.tx
		.updateTable('importDraft')
		.set({ state: 'open', problem: null })
		.where('id', '=', id)
		.where('state', '=', 'failed')
		.execute();
}
