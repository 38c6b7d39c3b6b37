import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { isHsdsDraft } from '../hsds-draft.ts';
import { applyMappingForm } from '../mapping-form.ts';
import { asMapping } from '../simple-rule.ts';
import { findDraft } from './drafts.ts';

const longestText = 2_000_000;

/**
 * Keeps what the form says of a draft's mapping, even when it cannot be run yet: nothing typed is lost.
 * @throws Refusal 404 when the draft is none of hers; 422 when the text written by hand is no JSON
 */
export async function saveDraftMapping(act: Act, id: string, data: FormData): Promise<void> {
	const draft = await findDraft(act, id);
	if (isHsdsDraft(draft.mapping)) return;
	const expert = data.get('expert');
	const mapping =
		typeof expert === 'string' && expert.trim() !== ''
			? readExpert(expert)
			: applyMappingForm(asMapping(draft.mapping), data);
	await act.tx
		.updateTable('importDraft')
		.set({ mapping: JSON.stringify(mapping) })
		.where('id', '=', id)
		.where('state', 'in', ['open', 'failed'])
		.execute();
}

function readExpert(text: string): unknown {
	if (text.length > longestText) throw new Refusal(422, 'mapping.fault.too-long');
	try {
		return asMapping(JSON.parse(text));
	} catch {
		throw new Refusal(422, 'mapping.fault.not-json');
	}
}
