import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { DraftKey, draftFields } from '../draft.ts';

export interface Draft {
	readonly fields: Readonly<Record<string, string>>;
	readonly savedAt: Date;
}

const Fields = z.record(z.string(), z.string());
const thirtyDays = 30 * 86_400_000;

/**
 * Keeps what is being typed in a form, for its author alone, thirty days at most.
 * @throws Refusal 400 for a key that is none, 413 when it weighs too much
 */
export async function saveDraft({ tx, actor, at }: Act, key: string, data: FormData): Promise<void> {
	if (!DraftKey.safeParse(key).success || !actor.accountId) throw new Refusal(400, 'problem.bad-request');
	const fields = draftFields(data);
	if (!fields) throw new Refusal(413, 'problem.too-big');
	const kept = { fields: JSON.stringify(fields), savedAt: at };
	await tx
		.insertInto('draft')
		.values({ accountId: actor.accountId, key, ...kept })
		.onConflict((conflict) => conflict.columns(['accountId', 'key']).doUpdateSet(kept))
		.execute();
	await tx
		.deleteFrom('draft')
		.where('savedAt', '<', new Date(at.getTime() - thirtyDays))
		.execute();
}

/** What its author was typing, if it was never sent. */
export async function draftOf({ tx }: Act, key: string): Promise<Draft | undefined> {
	const draft = await tx
		.selectFrom('draft')
		.select(['fields', 'savedAt'])
		.where('key', '=', key)
		.executeTakeFirst();
	return draft && { fields: Fields.parse(draft.fields), savedAt: draft.savedAt };
}

/** What was typed is sent, or given up. */
export async function dropDraft({ tx }: Act, key: string): Promise<void> {
	await tx.deleteFrom('draft').where('key', '=', key).execute();
}
