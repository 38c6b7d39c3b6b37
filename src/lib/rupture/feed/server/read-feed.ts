import { createHash } from 'node:crypto';
import { tokenHash } from '#lib/access/server/tokens.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import type { Actor, Role } from '#lib/actor.ts';
import { type Act, actAs, actAtTheDoor, type Clock } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { type FeedEntry, feedFile } from '../feed.ts';
import { listFeedEntries } from './feed-entries.ts';

export interface ReadFeed {
	readonly file: string;
	/** The same as long as the calendar holds the same. */
	readonly etag: string;
}

/**
 * The calendar of an address, read as its hat is allowed to read now: what is not shared any more is not there any
 * more. Nothing when the address never was, was stopped or replaced, or when its hat or its account is over.
 */
export async function readFeed(
	db: Database,
	token: string,
	origin: string,
	now?: Clock,
): Promise<ReadFeed | undefined> {
	// One question whatever was sent: an answer says nothing by its delay.
	const hash = tokenHash(looksLikeToken(token) ? token : '');
	const actor = await actAtTheDoor(db, now)((act) => findReader(act, hash));
	if (!actor) return undefined;
	return actAs(
		db,
		actor,
		now,
	)(async (act) => {
		const entries = await listFeedEntries(act);
		await noteReading(act);
		return { file: feedFile(entries, origin, act.at), etag: etagOf(entries, origin) };
	});
}

async function findReader({ tx }: Act, hash: Buffer): Promise<Actor | undefined> {
	const found = await tx
		.selectFrom('calendarFeed')
		.innerJoin('hat', 'hat.id', 'calendarFeed.hatId')
		.innerJoin('account', 'account.id', 'hat.accountId')
		.select(['hat.id', 'hat.accountId', 'hat.role', 'hat.organisationId'])
		.select(['hat.territoryKind', 'hat.territoryCode'])
		.where('calendarFeed.tokenHash', '=', hash)
		.where('hat.endedAt', 'is', null)
		.where('account.suspendedAt', 'is', null)
		.$narrowType<{ role: Role }>()
		.executeTakeFirst();
	if (!found) return undefined;
	const { accountId, ...hat } = found;
	return { accountId, hat };
}

const aMinute = 60_000;

/** Written at most once a minute, like a session's last sign of life. */
const noteReading = ({ tx, actor, at }: Act) =>
	tx
		.updateTable('calendarFeed')
		.set({ readAt: at })
		.where('hatId', '=', actor.hat?.id ?? null)
		.where((eb) => eb.or([eb('readAt', 'is', null), eb('readAt', '<', new Date(at.getTime() - aMinute))]))
		.execute();

const etagOf = (entries: readonly FeedEntry[], origin: string): string =>
	`W/"${createHash('sha256')
		.update(JSON.stringify([origin, entries]))
		.digest('base64url')
		.slice(0, 22)}"`;
