import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import type { Safe } from '#lib/server/safe.ts';
import type { SituationTable } from '../table.ts';
import { keepFile } from './situation-imports.ts';

/** Begins an import with a spreadsheet that was read; the same form sent twice begins one. Nothing is written yet. */
export async function beginSituations(
	act: Act,
	safe: Safe,
	once: string,
	table: SituationTable,
): Promise<void> {
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('situationImport')
		.values({
			id: once,
			accountId: act.actor.accountId ?? '',
			hatId: act.actor.hat?.id ?? '',
			organisationId: organisationOf(act.actor),
			lines: table.lines.length,
			madeAt: act.at,
		})
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await keepFile(act, safe, once, 'given', JSON.stringify(table));
}

/** Gives up an import that was not confirmed: its file goes with it. */
export async function giveUpSituations({ tx }: Act, id: string): Promise<void> {
	await tx.deleteFrom('situationImport').where('id', '=', id).where('state', '=', 'open').execute();
}
