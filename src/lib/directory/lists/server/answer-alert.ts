import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findLinkedSearch, type LinkedSearch } from './saved-searches.ts';

/**
 * Shows the search of a mailed link, without changing anything.
 * @throws Refusal 404 for a link that no longer serves; 429 after too many that were none
 */
export const lookAtAlert = (door: Work, token: string, visitor: Visitor): Promise<LinkedSearch> =>
	withAlert(door, token, visitor, async (_, search) => search);

/** The address's owner asked for these news, or wants them one more year. */
export const confirmAlert = (door: Work, token: string, visitor: Visitor): Promise<void> =>
	withAlert(door, token, visitor, async (act, { id }) => {
		await act.tx
			.updateTable('savedSearch')
			.set({ confirmedAt: act.at, alert: true })
			.where('id', '=', id)
			.execute();
		await record(act, 'list.alert-confirmed', id, {});
	});

/** No more mail: an address is forgotten with its search; an account keeps the search, silent. */
export const stopAlert = (door: Work, token: string, visitor: Visitor): Promise<void> =>
	withAlert(door, token, visitor, async (act, { id, email }) => {
		if (email) await act.tx.deleteFrom('savedSearch').where('id', '=', id).execute();
		else await act.tx.updateTable('savedSearch').set({ alert: false }).where('id', '=', id).execute();
		await record(act, 'list.alert-stopped', id, {});
	});

/** Links that are none count against who tries them. */
async function withAlert<Result>(
	door: Work,
	token: string,
	{ address }: Visitor,
	work: (act: Act, search: LinkedSearch) => Promise<Result>,
): Promise<Result> {
	const tries = await withinLimit(door, 'open-alert', { address });
	return door(async (act) => {
		const search = await findLinkedSearch(act, token);
		await giveBack(act, tries);
		return work(act, search);
	});
}
