import * as z from 'zod';
import { Email } from '#lib/access/email.ts';
import { withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { mostKept } from '../saved-search.ts';
import { type KeptSearch, refuseTooWide } from './kept-search.ts';

export const AlertRequest = z.object({ email: Email, surnom: z.string().default('') });
type AlertRequest = z.infer<typeof AlertRequest>;

/**
 * Somebody without an account asks to be told of a search's news. Nothing is sent until the address's owner says so, from
 * a mail; the page answers the same whether or not the address is known.
 * @throws Refusal 422 when it finds too much to be followed, 429 after too many
 */
export async function askForAlert(
	door: Work,
	search: KeptSearch,
	{ email, surnom }: AlertRequest,
	{ address }: Visitor,
): Promise<void> {
	if (surnom) return;
	refuseTooWide(search);
	await withinLimit(door, 'ask-for-alert', { account: email, address });
	await door(async (act) => {
		const searchId = await keepFor(act, email, search);
		if (!searchId) return;
		await record(act, 'list.alert-asked', searchId, {});
		await enqueue(act, 'send-alert-link', { searchId });
	});
}

/** The search of this address, kept or already there; nothing when it has too many. */
async function keepFor(
	{ tx, at }: Act,
	email: string,
	{ query, label, known }: KeptSearch,
): Promise<string | undefined> {
	const mine = await tx
		.selectFrom('savedSearch')
		.select(['id', 'query'])
		.where('email', '=', email)
		.execute();
	const same = mine.find((one) => one.query === query);
	if (same || mine.length >= mostKept) return same?.id;
	const kept = await tx
		.insertInto('savedSearch')
		.values({ email, query, label, known: [...known], alert: true, createdAt: at })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return kept?.id;
}
