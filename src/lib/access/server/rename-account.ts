import * as z from 'zod';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';

export const PersonName = z
	.string('access.name-missing')
	.trim()
	.min(1, 'access.name-missing')
	.max(120, 'access.name-long')
	.regex(/^[^\p{Cc}<>]*$/u, 'access.name-wrong');
export const NewName = z.object({ name: PersonName });

export async function renameAccount(act: Act, { name }: z.infer<typeof NewName>): Promise<void> {
	const { accountId } = act.actor;
	if (!accountId) return;
	const renamed = await act.tx
		.updateTable('account')
		.set({ name })
		.where('id', '=', accountId)
		.where('name', '!=', name)
		.returning('id')
		.executeTakeFirst();
	if (renamed) await record(act, 'account.renamed', accountId, {});
}
