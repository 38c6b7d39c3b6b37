import { sql } from 'kysely';
import { type Act, actAsClock } from '#lib/server/act.ts';
import { enqueue, type JobContext, type Jobs } from '#lib/server/jobs.ts';
import { dateIn, instantOf } from '#lib/time/zone.ts';
import { reviewedWithin } from '../emergency.ts';

const clock = 'Europe/Paris';
const sevenInTheMorning = 7 * 3_600_000;
const day = 86_400_000;

/** The next seven in the morning, in Paris. */
export function nextMorning(at: Date): Date {
	const today = Date.parse(`${dateIn(at, clock)}T00:00:00Z`);
	const morning = instantOf(today + sevenInTheMorning, clock);
	return morning > at ? morning : instantOf(today + day + sevenInTheMorning, clock);
}

/** One such job waits at any time: asking again replaces it. */
export const scheduleEndings = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'remind-endings', {}, { key: 'remind-endings', at });

/** Each morning: tells what is due, then asks to be run again. */
export const remindEndings = ({ db, now }: JobContext): Promise<void> =>
	actAsClock(
		db,
		now,
	)(async (act) => {
		await tellEndings(act);
		await scheduleEndings(act, nextMorning(act.at));
	});

/**
 * Tells lead workers of agreements that end in 30, 14 and 7 days, once each, and of emergencies that nobody told or
 * judged in time, and whoever watches over personal data of the latter. An agreement that nobody renews ends.
 */
export async function tellEndings(act: Act): Promise<void> {
	for (const told of [...(await endings(act)), ...(await emergenciesDue(act))])
		await enqueue(act, 'tell-lead-worker', told);
	const references = await neverJudged(act);
	if (references.length > 0)
		await enqueue(act, 'tell-data-protection', { about: 'never-judged', references });
}

type Told = Jobs['tell-lead-worker'];

async function endings({ tx, at }: Act): Promise<Told[]> {
	const { rows } = await sql<Told>`
		with ending as (
			select a.id, w.id as pathway_id, w.lead_hat_id, case when a.ends_at <= ${at}::timestamptz + interval '7 days' then 7
				when a.ends_at <= ${at}::timestamptz + interval '14 days' then 14 else 30 end as days
			from agreement a join pathway w on w.person_id = a.person_id
			where a.way <> 'referral' and a.revoked_at is null and a.ends_at > ${at}
				and a.ends_at <= ${at}::timestamptz + interval '30 days'
		), told as (
			insert into agreement_reminder (agreement_id, days, told_at)
			select distinct id, days, ${at}::timestamptz from ending
			on conflict do nothing returning agreement_id
		)
		select lead_hat_id as hat_id, 'ends-in-' || days as about, array_agg(distinct pathway_id) as pathway_ids
		from ending where id in (select agreement_id from told) group by lead_hat_id, days`.execute(tx);
	return rows;
}

async function emergenciesDue({ tx, at }: Act): Promise<Told[]> {
	const { rows } = await sql<Told>`
		select w.lead_hat_id as hat_id, 'emergency-due' as about, array_agg(distinct w.id) as pathway_ids
		from break_glass b join pathway w on w.person_id = b.person_id
		where b.reviewed_at is null and b.opened_at <= ${at}::timestamptz - interval '7 days'
			or b.told_at is null and b.delayed_because is null and b.opened_at <= ${at}::timestamptz - interval '1 day'
		group by w.lead_hat_id`.execute(tx);
	return rows;
}

/** The references of emergencies that nobody judged within seven days. */
async function neverJudged({ tx, at }: Act): Promise<string[]> {
	const rows = await tx
		.selectFrom('breakGlass')
		.select('id')
		.where('reviewedAt', 'is', null)
		.where('openedAt', '<=', new Date(at.getTime() - reviewedWithin))
		.orderBy('openedAt')
		.execute();
	return rows.map(({ id }) => id);
}
