import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { mostKept } from '../saved-search.ts';
import { type KeptSearch, refuseTooWide } from './kept-search.ts';

/**
 * Keeps a search in the actor's account; kept again, it takes the new choice about alerts.
 * @throws Refusal 401 without an account, 422 when it finds too much to be followed, 409 when too many are kept
 */
export async function saveSearch(act: Act, search: KeptSearch, alert: boolean): Promise<void> {
	const { accountId } = act.actor;
	if (!accountId) throw new Refusal(401, 'access.sign-in-first');
	if (alert) refuseTooWide(search);
	const { kept } = await act.tx
		.selectFrom('savedSearch')
		.select(({ fn }) => fn.countAll<number>().as('kept'))
		.executeTakeFirstOrThrow();
	if (Number(kept) >= mostKept) throw new Refusal(409, 'lists.too-many-searches', { most: mostKept });
	const { query, label, known } = search;
	const { id } = await act.tx
		.insertInto('savedSearch')
		.values({ accountId, query, label, known: [...known], alert, createdAt: act.at, confirmedAt: act.at })
		.onConflict((conflict) =>
			conflict
				.columns(['accountId', 'query'])
				.where('accountId', 'is not', null)
				.doUpdateSet({ alert, known: [...known], confirmedAt: act.at }),
		)
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'list.search-saved', id, {});
}
