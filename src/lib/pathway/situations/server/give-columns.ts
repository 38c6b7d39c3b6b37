import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Safe } from '#lib/server/safe.ts';
import { choicesOf, whyNotChoose } from '../choices.ts';
import { givenTable, holdSituationImport } from './situation-imports.ts';

/**
 * Says which column of an import says what.
 * @throws Refusal 422 without a name, or when two columns say the same; 409 once it is confirmed or thrown away
 */
export async function giveColumns(act: Act, safe: Safe, id: string, data: FormData): Promise<void> {
	const { state, version } = await holdSituationImport(act, id);
	if (state !== 'open') throw new Refusal(409, 'situations.already-done');
	const { columns } = await givenTable(act, safe, id);
	const choices = choicesOf(data, columns.length);
	refuseIf(whyNotChoose(choices), 422);
	await act.tx
		.updateTable('situationImport')
		.set({ choices: JSON.stringify(choices), version: version + 1 })
		.where('id', '=', id)
		.execute();
}
