import { sql } from 'kysely';
import type { Actor, Hat } from '#lib/actor.ts';
import { type Act, actAs, actAsClock, actAtTheDoor } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { dayOf } from '#lib/time/days.ts';
import { deskOfActor } from './desk-day.ts';

const everyMinute = 60_000;
/** What is older waits for the mail of the day: nobody is woken for what she has already seen. */
const oneDay = 86_400_000;

/** One such job waits at any time. */
export const scheduleUrgent = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'send-urgent', {}, { key: 'send-urgent', at });

/** Each minute. */
export async function sendUrgentJob(context: JobContext): Promise<void> {
	const failed = await sendUrgent(context);
	await actAsClock(
		context.db,
		context.now,
	)((act) => scheduleUrgent(act, new Date(act.at.getTime() + everyMinute)));
	if (failed.length > 0) throw new AggregateError(failed, 'some urgent alerts were not told');
}

/** Tells what does not wait, worker by worker, each with her own rights. @returns what failed */
export async function sendUrgent({ db, now }: Pick<JobContext, 'db' | 'now'>): Promise<unknown[]> {
	const found = await actAsClock(db, now)(listUrgent);
	if (found.length === 0) return [];
	const byHat = new Map(found.map(({ hatId, alertIds }) => [hatId, alertIds]));
	const actors = await actAtTheDoor(db, now)((act) => listActors(act, [...byHat.keys()]));
	const failed: unknown[] = [];
	for (const actor of actors) {
		const alertIds = byHat.get(actor.hat?.id ?? '') ?? [];
		await actAs(db, actor, now)((act) => tellUrgent(act, alertIds)).catch((error) => failed.push(error));
	}
	return failed;
}

/**
 * One query: the ruptures of the last day on an urgent referral, or on somebody whose file is protected or closed, that
 * nobody was mailed; with the workers of the organisation that moves who asked for such mails before they came.
 */
async function listUrgent({ tx, at }: Act): Promise<{ hatId: string; alertIds: string[] }[]> {
	const { rows } = await sql<{ hatId: string; alertIds: string[] }>`
		select h.id as hat_id, array_agg(a.id order by a.id) as alert_ids
		from alert a join person p on p.id = a.person_id
			left join referral r on r.id = a.referral_id left join pathway w on w.id = a.pathway_id
			join hat h on h.role = 'worker' and h.ended_at is null and h.organisation_id =
				case when a.owner_hat_id is null then w.lead_organisation_id else a.owner_organisation_id end
			join digest_choice c on c.hat_id = h.id and c.urgent and c.chosen_at <= greatest(a.raised_at, a.risen_at)
		where a.ended_at is null and a.level <> 'attention' and (r.urgent or p.protection <> 'ordinary')
			and greatest(a.raised_at, a.risen_at) > ${new Date(at.getTime() - oneDay)}
			and not exists (select from digest_urgent u where u.alert_id = a.id)
		group by h.id order by h.id`.execute(tx);
	return rows;
}

async function listActors({ tx }: Act, hatIds: readonly string[]): Promise<Actor[]> {
	const { rows } = await sql<Hat & { readonly accountId: string }>`
		select h.id, h.account_id, h.role, h.organisation_id, h.territory_kind, h.territory_code
		from hat h join account a on a.id = h.account_id and a.suspended_at is null
		where h.id = any(${hatIds}::uuid[]) and h.ended_at is null order by h.id`.execute(tx);
	return rows.map(({ accountId, ...hat }) => ({ accountId, hat }));
}

/** Takes those that are the actor's to move, or of whom she replaces, and that she may read; each is taken once, ever. */
export async function tellUrgent(act: Act, alertIds: readonly string[]): Promise<void> {
	const hatIds = await deskOfActor(act);
	if (hatIds.length === 0) return;
	const { rows } = await sql<{ alertId: string }>`
		insert into digest_urgent (alert_id, hat_id, level, told_at)
		select a.id, ${act.actor.hat?.id ?? null}::uuid, a.level, ${act.at}::timestamptz
		from alert a left join pathway w on w.id = a.pathway_id
			left join lateral (select s.until from alert_snooze s where s.alert_id = a.id
				and s.organisation_id = ${act.actor.hat?.organisationId ?? null} order by s.at desc limit 1) put on true
		where a.id = any(${alertIds}::text[]) and a.ended_at is null and a.level <> 'attention'
			and coalesce(a.owner_hat_id, w.lead_hat_id) = any(${hatIds}::uuid[])
			and (put.until is null or put.until <= ${dayOf(act.at)}::date)
		on conflict (alert_id) do nothing returning alert_id`.execute(act.tx);
	if (rows.length > 0) await enqueue(act, 'post-urgent', { alertIds: rows.map(({ alertId }) => alertId) });
}
