import type { Act } from '#lib/server/act.ts';
import { alertKept } from '../saved-search.ts';

/** A search whose owner waits for its news. */
export interface DueSearch {
	readonly id: string;
	/** The address given, or the account's. */
	readonly to: string;
	readonly query: string;
	readonly label: string;
	readonly known: readonly string[];
	readonly confirmedAt: Date;
	readonly toldAt: Date | null;
}

/** Less than a day, so that a morning that runs early is still a morning; more than a restart. */
const betweenMails = 20 * 3_600_000;

/** Confirmed, not too old, not told today; an account suspended is not written to. */
export async function dueSearches({ tx, at }: Act): Promise<DueSearch[]> {
	const rows = await tx
		.selectFrom('savedSearch')
		.leftJoin('account', 'account.id', 'accountId')
		.select(({ fn }) => [
			'savedSearch.id',
			fn.coalesce('savedSearch.email', 'account.email').as('to'),
			'query',
			'label',
			'known',
			'confirmedAt',
			'toldAt',
		])
		.where('alert', '=', true)
		.where('confirmedAt', '>', new Date(at.getTime() - alertKept))
		.where('account.suspendedAt', 'is', null)
		.where(({ eb, or }) =>
			or([eb('lookedAt', 'is', null), eb('lookedAt', '<', new Date(at.getTime() - betweenMails))]),
		)
		.orderBy('savedSearch.id')
		.execute();
	return rows.flatMap(({ to, confirmedAt, ...row }) =>
		to && confirmedAt ? [{ ...row, to, confirmedAt }] : [],
	);
}
