import { tokenHash } from '#lib/access/server/tokens.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** A search that its owner kept. */
export interface SavedSearch {
	readonly id: string;
	readonly query: string;
	readonly label: string;
	readonly alert: boolean;
	readonly confirmedAt: Date | null;
}

/** The acting account's searches, the newest first. */
export const listSavedSearches = ({ tx, actor }: Act): Promise<SavedSearch[]> =>
	tx
		.selectFrom('savedSearch')
		.select(['id', 'query', 'label', 'alert', 'confirmedAt'])
		.where('accountId', '=', actor.accountId)
		.orderBy('createdAt', 'desc')
		.execute();

/** A search as its mailed link shows it. */
export interface LinkedSearch extends SavedSearch {
	/** Null when it belongs to an account. */
	readonly email: string | null;
}

/**
 * At the door: the search of a mailed link.
 * @throws Refusal 404 when the link is none, or its search is forgotten
 */
export async function findLinkedSearch({ tx }: Act, token: string): Promise<LinkedSearch> {
	const search = looksLikeToken(token)
		? await tx
				.selectFrom('savedSearchLink')
				.innerJoin('savedSearch', 'savedSearch.id', 'searchId')
				.select(['savedSearch.id', 'query', 'label', 'alert', 'confirmedAt', 'email'])
				.where('tokenHash', '=', tokenHash(token))
				.executeTakeFirst()
		: undefined;
	if (!search) throw new Refusal(404, 'lists.alert-gone');
	return search;
}
