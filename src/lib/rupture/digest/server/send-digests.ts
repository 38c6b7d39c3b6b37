import { sql } from 'kysely';
import type { Actor, Hat } from '#lib/actor.ts';
import { type Act, actAs, actAsClock, actAtTheDoor } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { zoneOf } from '#lib/time/zone.ts';
import { dueDay } from '../due-day.ts';
import { decideDigest } from './decide-digest.ts';

const everyQuarter = 15 * 60_000;

/** One such job waits at any time. */
export const scheduleDigests = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'send-digests', {}, { key: 'send-digests', at });

/** Each quarter of an hour: decides the mails whose hour has come, and forgets what no longer serves. */
export async function sendDigestsJob(context: JobContext): Promise<void> {
	const at = context.now();
	const failed = await sendDigests(context);
	await actAsClock(
		context.db,
		context.now,
	)(async (act) => {
		await forgetOld(act);
		await scheduleDigests(act, new Date(at.getTime() + everyQuarter));
	});
	if (failed.length > 0) throw new AggregateError(failed, 'some mails of the day were not decided');
}

/** One transaction a worker: what fails for one does not keep the others waiting. @returns what failed */
export async function sendDigests({ db, now }: Pick<JobContext, 'db' | 'now'>): Promise<unknown[]> {
	const wanted = await actAtTheDoor(db, now)(listWanted);
	const failed: unknown[] = [];
	for (const { actor, ...row } of wanted) {
		const day = dueDay({ ...row, clock: clockOf(row) }, now());
		if (!day) continue;
		await actAs(db, actor, now)((act) => decideDigest(act, day)).catch((error) => failed.push(error));
	}
	return failed;
}

interface Place {
	readonly territoryKind: string | null;
	readonly territoryCode: string | null;
	/** INSEE code of the organisation's commune. */
	readonly commune: string | null;
}

/** The clocks where a hat works: of its commune or département, else of its organisation's place, else of Paris. */
export function clockOf({ territoryKind, territoryCode, commune }: Place): string {
	const own = territoryKind === 'commune' || territoryKind === 'department' ? territoryCode : null;
	return zoneOf(own ?? commune ?? '75').clock;
}

interface WantedRow extends Place {
	readonly actor: Actor;
	readonly hour: number;
	readonly chosenAt: Date;
	readonly lastDay: string | null;
}

/** One query: who asked for a mail a day, under hats and accounts that still act. */
async function listWanted({ tx }: Act): Promise<WantedRow[]> {
	const { rows } = await sql<Hat & WantedRow & { readonly accountId: string }>`
		select h.id, h.account_id, h.role, h.organisation_id, h.territory_kind, h.territory_code, c.hour, c.chosen_at,
			coalesce(place.commune_code, place.insee_code) as commune,
			(select max(d.day)::text from digest d where d.hat_id = h.id) as last_day
		from digest_choice c join hat h on h.id = c.hat_id and h.role = 'worker' and h.ended_at is null
			join account a on a.id = h.account_id and a.suspended_at is null
			left join organisation o on o.id = h.organisation_id left join place on place.id = o.place_id
		where c.daily order by h.id`.execute(tx);
	return rows.map(({ accountId, id, role, organisationId, territoryKind, territoryCode, ...row }) => ({
		...row,
		territoryKind,
		territoryCode,
		actor: { accountId, hat: { id, role, organisationId, territoryKind, territoryCode } },
	}));
}

/** Buttons that expired, and the days of two months ago: the policies say how old. */
async function forgetOld({ tx, at }: Act): Promise<void> {
	await tx.deleteFrom('digestButton').where('expiresAt', '<=', at).execute();
	const old = new Date(at.getTime() - 61 * 86_400_000).toISOString().slice(0, 10);
	await tx.deleteFrom('digest').where('day', '<', old).execute();
}
