import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/** What was opened, as the person reads it. */
export type Reading =
	| 'identity'
	| 'pathway'
	| 'assessment'
	| 'referral'
	| 'attachment'
	| 'notes'
	| 'break-glass'
	| 'printed';

/**
 * Writes that the acting worker opened something of a person: one line a person, worker, kind and ten minutes at most,
 * whatever the number of pages. Nothing is written for whoever acts for no organisation.
 */
export async function logAccess(act: Act, personId: string, what: Reading): Promise<void> {
	if (!act.actor.hat?.organisationId) return;
	await oneAtATime(act, personId, what);
	if (!(await justLogged(act, personId, what))) await insertLine(act, personId, what);
}

/** The same for a referral, by either side: whoever received it does not learn whose it is. */
export const logReferralReadings = async ({ tx }: Act, ids: readonly string[]): Promise<void> => {
	await sql`select log_referral_reading(id) from unnest(${ids}::uuid[]) id`.execute(tx);
};

/** The same for many people at once, whose pathways a program read: one line a person in ten minutes. */
export async function logPathwayReadings(
	{ tx, actor, at }: Act,
	personIds: readonly string[],
): Promise<void> {
	const { accountId, hat } = actor;
	if (!hat?.organisationId || personIds.length === 0) return;
	const read = [...personIds].sort();
	await sql`select pg_advisory_xact_lock(hashtextextended('access-log ' || id || ' ' || ${hat.id}::text || ' pathway', 0))
		from unnest(${read}::text[]) with ordinality as read (id, n) order by n`.execute(tx);
	await sql`insert into access_log (person_id, at, account_id, hat_id, organisation_id, worker_name, what)
		select id, ${at}, ${accountId}, ${hat.id}, ${hat.organisationId}, (select name from account where id = ${accountId}), 'pathway'
		from unnest(${read}::uuid[]) as read (id)
		where not exists (select from access_log l where l.person_id = read.id and l.hat_id = ${hat.id} and l.what = 'pathway'
			and l.at > ${new Date(at.getTime() - tenMinutes)})`.execute(tx);
}

/** A page and its frame load together: the second waits, then sees the first one's line. */
async function oneAtATime({ tx, actor }: Act, personId: string, what: Reading): Promise<void> {
	const key = `access-log ${personId} ${actor.hat?.id} ${what}`;
	await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

const tenMinutes = 10 * 60_000;

async function justLogged({ tx, actor, at }: Act, personId: string, what: Reading): Promise<boolean> {
	const line = await tx
		.selectFrom('accessLog')
		.select('id')
		.where('personId', '=', personId)
		.where('hatId', '=', actor.hat?.id ?? '')
		.where('what', '=', what)
		.where('at', '>', new Date(at.getTime() - tenMinutes))
		.executeTakeFirst();
	return line !== undefined;
}

async function insertLine({ tx, actor, at }: Act, personId: string, what: Reading): Promise<void> {
	await tx
		.insertInto('accessLog')
		.values({
			personId,
			at,
			accountId: actor.accountId,
			hatId: actor.hat?.id ?? null,
			organisationId: actor.hat?.organisationId ?? null,
			workerName: tx
				.selectFrom('account')
				.select('name')
				.where('id', '=', actor.accountId ?? ''),
			what,
		})
		.execute();
}
