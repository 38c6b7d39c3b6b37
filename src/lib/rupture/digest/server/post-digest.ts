import { type Act, actAs } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Mail, Post } from '#lib/server/mail.ts';
import { alertMark, marksOf } from '../digest.ts';
import { sayDigest } from '../shown-digest.ts';
import { addressOfActor } from './address-of-actor.ts';
import { readDeskDay } from './desk-day.ts';
import { tellPeople } from './told-people.ts';

/** Mails a day that was decided, as it is now; run again after a crash, until it left. */
export async function postDigest(
	{ post, origin }: { readonly post: Post; readonly origin: string },
	{ digestId }: Jobs['post-digest'],
	{ db, actor, now }: JobContext,
): Promise<void> {
	const work = actAs(db, actor, now);
	const mail = await work((act) => composeDigest(act, digestId, origin));
	if (!mail) return;
	await post(mail);
	await work(({ tx, at }) =>
		tx.updateTable('digest').set({ postedAt: at }).where('id', '=', digestId).execute(),
	);
}

/** Nothing when it left already, when a later day replaced it, or when what was new has been seen to. */
async function composeDigest(act: Act, digestId: string, origin: string): Promise<Mail | undefined> {
	const to = await addressOfActor(act);
	const digest = to && (await findToPost(act, digestId));
	const open = digest && (await readDeskDay(act));
	if (!open) return undefined;
	const now = new Set(marksOf(open, act.at));
	const fresh = new Set(digest.fresh.filter((mark) => now.has(mark)));
	if (fresh.size === 0) return undefined;
	const isFresh = ({ id, level }: { id: string; level: string }) => fresh.has(alertMark(id, level));
	const people = await tellPeople(act, open.silences, isFresh, origin);
	const told = people.reduce((sum, { alerts }) => sum + alerts.length, 0);
	const more = open.counts.silences - told;
	return {
		to,
		...sayDigest({ day: digest.day, counts: open.counts, fresh: fresh.size, people, more, origin }),
	};
}

/** The latest day of the hat, when it is this one and still to leave. */
async function findToPost({ tx, actor }: Act, digestId: string) {
	const last = await tx
		.selectFrom('digest')
		.select(['id', 'day', 'fresh', 'postedAt'])
		.where('hatId', '=', actor.hat?.id ?? null)
		.orderBy('day', 'desc')
		.executeTakeFirst();
	return last?.id === digestId && !last.postedAt ? last : undefined;
}
