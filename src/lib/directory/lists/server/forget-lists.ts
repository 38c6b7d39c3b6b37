import type { Act } from '#lib/server/act.ts';
import { sentenceKept } from '../gap.ts';
import { alertKept, unconfirmedKept } from '../saved-search.ts';

/**
 * Forgets addresses that nobody confirmed in a week or renewed in a year, and the sentences of gaps after a year. An
 * account's searches stay: they only fall silent.
 */
export async function forgetLists({ tx, at }: Act): Promise<void> {
	const before = (life: number): Date => new Date(at.getTime() - life);
	await tx
		.deleteFrom('savedSearch')
		.where('email', 'is not', null)
		.where(({ eb, or, and }) =>
			or([
				and([eb('confirmedAt', 'is', null), eb('createdAt', '<', before(unconfirmedKept))]),
				eb('confirmedAt', '<=', before(alertKept)),
			]),
		)
		.execute();
	await tx.deleteFrom('savedSearchLink').where('madeAt', '<', before(alertKept)).execute();
	await tx
		.updateTable('gapReport')
		.set({ sentence: null })
		.where('sentence', 'is not', null)
		.where('reportedAt', '<', before(sentenceKept))
		.execute();
}
