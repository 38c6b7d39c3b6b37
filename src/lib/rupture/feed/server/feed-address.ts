import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

const hatOf = ({ actor }: Act): string => {
	if (actor.hat?.role !== 'worker') throw new Refusal(404, 'problem.nothing-here');
	return actor.hat.id;
};

/** Since when the hat put on has an address, and when a calendar last read it. */
export const findFeed = ({ tx, actor }: Act) =>
	tx
		.selectFrom('calendarFeed')
		.select(['madeAt', 'readAt'])
		.where('hatId', '=', actor.hat?.id ?? null)
		.executeTakeFirst();

/** Makes the address of the hat's calendar; one that was there serves no more. @returns its token, told this once */
export async function makeFeed(act: Act): Promise<string> {
	const hatId = hatOf(act);
	const token = newToken();
	const made = { tokenHash: tokenHash(token), madeAt: act.at };
	await act.tx
		.insertInto('calendarFeed')
		.values({ hatId, ...made })
		.onConflict((conflict) => conflict.column('hatId').doUpdateSet({ ...made, readAt: null }))
		.execute();
	await record(act, 'feed.made', hatId, {});
	return token;
}

/** Stops the hat's calendar at once: the address answers like one that never was. */
export async function revokeFeed(act: Act): Promise<void> {
	const hatId = hatOf(act);
	const { numDeletedRows } = await act.tx
		.deleteFrom('calendarFeed')
		.where('hatId', '=', hatId)
		.executeTakeFirst();
	if (numDeletedRows > 0n) await record(act, 'feed.revoked', hatId, {});
}
