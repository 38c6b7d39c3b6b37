import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { alertKept } from '../saved-search.ts';

export const SearchToChange = z.object({ id: z.uuid('lists.search-gone') });
type SearchToChange = z.infer<typeof SearchToChange>;

/**
 * Starts or stops the alerts of one of the actor's searches; started again, they hold for a year.
 * @throws Refusal 404 when it is not the actor's
 */
export async function setAlert(act: Act, { id }: SearchToChange, alert: boolean): Promise<void> {
	const { numUpdatedRows } = await act.tx
		.updateTable('savedSearch')
		.set({ alert, confirmedAt: act.at })
		.where('id', '=', id)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal(404, 'lists.search-gone');
	await record(act, alert ? 'list.alert-confirmed' : 'list.alert-stopped', id, {});
}

/** @throws Refusal 404 when it is not the actor's */
export async function removeSearch(act: Act, { id }: SearchToChange): Promise<void> {
	const { numDeletedRows } = await act.tx.deleteFrom('savedSearch').where('id', '=', id).executeTakeFirst();
	if (numDeletedRows === 0n) throw new Refusal(404, 'lists.search-gone');
	await record(act, 'list.search-removed', id, {});
}

/** The day after which alerts stop unless they are asked for again. */
export const endOfAlert = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + alertKept);
