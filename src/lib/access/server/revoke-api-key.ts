import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';

export const KeyToRevoke = z.object({ key: z.uuid('access.key-unknown') });

/**
 * Ends a key at once; ended twice, nothing more happens.
 * @throws Refusal 404 when it is nobody's, or somebody else's
 */
export async function revokeApiKey(act: Act, { key }: z.infer<typeof KeyToRevoke>): Promise<void> {
	const known = await act.tx
		.selectFrom('apiKey')
		.select('revokedAt')
		.where('id', '=', key)
		.executeTakeFirst();
	if (!known) throw new Refusal(404, 'access.key-unknown');
	if (known.revokedAt) return;
	await act.tx.updateTable('apiKey').set({ revokedAt: act.at }).where('id', '=', key).execute();
	await record(act, 'api-key.revoked', key, {});
}
