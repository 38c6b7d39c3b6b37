import { sql } from 'kysely';
import { type Act, actAsClock, type Clock } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { findAlerts } from '../../evaluate.ts';
import { foldAll } from '../../fold/fold-fact.ts';
import { loadFacts } from '../../server/load-facts.ts';
import { loadThresholds } from '../../server/load-thresholds.ts';
import { emptyState } from '../../state.ts';
import { type Kept, keepAlerts } from './keep-alerts.ts';

/** So many people are looked at in one transaction. */
const peopleAtOnce = 2000;
const everyMinute = 60_000;
const everyHour = 3_600_000;

/** Looks again at the people of whom something was written since the last time; at the first few thousand of them. */
export const findAlertsDue = (db: Database, now: Clock): Promise<Kept> =>
	actAsClock(
		db,
		now,
	)(async (act) => {
		await oneAtATime(act);
		const people = await takeDue(act);
		return people.length === 0 ? { raised: 0, ended: 0 } : lookAt(act, people);
	});

/** Looks at everybody: time alone makes a silence. */
export async function findAllAlerts(db: Database, now: Clock): Promise<Kept> {
	let kept: Kept = { raised: 0, ended: 0 };
	for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after; ) {
		const from: string = after;
		const done = await actAsClock(
			db,
			now,
		)(async (act) => {
			await oneAtATime(act);
			const people = await listFollowed(act, from);
			return { ...(await lookAt(act, people)), last: people.at(-1) ?? null };
		});
		kept = { raised: kept.raised + done.raised, ended: kept.ended + done.ended };
		after = done.last;
	}
	return kept;
}

async function lookAt(act: Act, people: readonly string[]): Promise<Kept> {
	if (people.length === 0) return { raised: 0, ended: 0 };
	const state = foldAll(emptyState(), await loadFacts(act, people));
	return keepAlerts(act, people, findAlerts(state, await loadThresholds(act), act.at.getTime()));
}

/** What one process reads and writes, another does not overwrite with what it read before. */
const oneAtATime = ({ tx }: Act) => sql`select pg_advisory_xact_lock(hashtext('find-alerts'))`.execute(tx);

async function takeDue({ tx }: Act): Promise<string[]> {
	const { rows } = await sql<{ personId: string }>`
		with taken as (delete from alert_due where id in (select id from alert_due order by id limit ${peopleAtOnce})
			returning person_id)
		select distinct person_id from taken`.execute(tx);
	return rows.map(({ personId }) => personId);
}

async function listFollowed({ tx }: Act, after: string): Promise<string[]> {
	const rows = await tx
		.selectFrom('pathway')
		.select('personId')
		.distinct()
		.where('personId', '>', after)
		.orderBy('personId')
		.limit(peopleAtOnce)
		.execute();
	return rows.map(({ personId }) => personId);
}

/** One such job waits at any time. */
export const scheduleAlerts = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'find-alerts', {}, { key: 'find-alerts', at });
export const scheduleEverybodysAlerts = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'find-all-alerts', {}, { key: 'find-all-alerts', at });

/** Each minute, whatever the pages did meanwhile. */
export async function findAlertsJob({ db, now }: JobContext): Promise<void> {
	await findAlertsDue(db, now);
	await actAsClock(db, now)((act) => scheduleAlerts(act, new Date(act.at.getTime() + everyMinute)));
}

/** Each hour. */
export async function findAllAlertsJob({ db, now }: JobContext): Promise<void> {
	await findAllAlerts(db, now);
	await actAsClock(db, now)((act) => scheduleEverybodysAlerts(act, new Date(act.at.getTime() + everyHour)));
}
