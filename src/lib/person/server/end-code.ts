import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { refuseUnlessLead } from './lead.ts';

/** Ends the code of a person: a card lost or lent no longer serves. What was agreed with it stays. */
export async function endCode(act: Act, personId: string): Promise<void> {
	await refuseUnlessLead(act, personId, 'person.end-code');
	if (await endCodes(act, personId)) await record(act, 'person.code-ended', personId, {});
}

/** @returns whether one served */
export async function endCodes({ tx, at }: Act, personId: string): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('personCode')
		.set({ endedAt: at })
		.where('personId', '=', personId)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** The code that serves now: since when and until when, never the code itself. */
export const liveCode = ({ tx, at }: Act, personId: string) =>
	tx
		.selectFrom('personCode')
		.select(['madeAt', 'expiresAt'])
		.where('personId', '=', personId)
		.where('endedAt', 'is', null)
		.where('expiresAt', '>', at)
		.executeTakeFirst();
