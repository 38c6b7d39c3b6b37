import { sql } from 'kysely';
import { type Act, actAsClock } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { dateIn, instantOf } from '#lib/time/zone.ts';
import type { ReferralState } from '../referral.ts';
import { type CountedReferral, countAnswers, fewestCounted } from '../service-answers.ts';

const clock = 'Europe/Paris';
const [hour, day] = [3_600_000, 86_400_000];

/** The next three in the morning, in Paris. */
export function nextNight(at: Date): Date {
	const today = Date.parse(`${dateIn(at, clock)}T00:00:00Z`);
	const night = instantOf(today + 3 * hour, clock);
	return night > at ? night : instantOf(today + day + 3 * hour, clock);
}

/** One such job waits at any time. */
export const scheduleServiceAnswers = (act: Act, at: Date = nextNight(act.at)): Promise<void> =>
	enqueue(act, 'count-service-answers', {}, { key: 'count-service-answers', at });

/** Each night: recounts how each service answers, and takes away what too few referrals are left to say. */
export const countServiceAnswers = ({ db, now }: JobContext): Promise<void> =>
	actAsClock(
		db,
		now,
	)(async (act) => {
		const counted = [...(await referralsByService(act))].flatMap(([serviceId, referrals]) => {
			const answers = countAnswers(referrals);
			return answers ? [{ serviceId, ...answers }] : [];
		});
		if (await keep(act, counted)) await record(act, 'directory.answers-counted', crypto.randomUUID(), {});
		await scheduleServiceAnswers(act);
	});

async function referralsByService({ tx }: Act): Promise<Map<string, CountedReferral[]>> {
	const many = tx
		.selectFrom('referral')
		.select('serviceId')
		.where('serviceId', 'is not', null)
		.where('sentAt', 'is not', null)
		.groupBy('serviceId')
		.having((eb) => eb(eb.fn.countAll(), '>=', fewestCounted));
	const rows = await tx
		.selectFrom('referral')
		.leftJoin('referralFeedback', 'referralFeedback.referralId', 'referral.id')
		.select(['serviceId', 'state', 'sentAt', 'answeredAt', 'department', 'helped'])
		.where('serviceId', 'in', many)
		.where('sentAt', 'is not', null)
		.execute();
	const byService = new Map<string, CountedReferral[]>();
	for (const { serviceId, sentAt, state, ...row } of rows) {
		if (!serviceId || !sentAt) continue;
		const known = byService.get(serviceId) ?? [];
		known.push({ ...row, sentAt, state: state as ReferralState });
		byService.set(serviceId, known);
	}
	return byService;
}

type Counted = { readonly serviceId: string } & NonNullable<ReturnType<typeof countAnswers>>;

/** @returns whether anything that is published changed */
async function keep({ tx, at }: Act, counted: readonly Counted[]): Promise<boolean> {
	const given = sql`select * from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c ("serviceId" uuid,
		referrals int, "medianDays" numeric, accepted int, refused int, unanswered int, helped int)`;
	const { numAffectedRows: gone } = await sql`
		delete from service_answer where service_id not in (select "serviceId" from (${given}) c)`.execute(tx);
	const { numAffectedRows: written } = await sql`
		insert into service_answer as known (service_id, referrals, median_days, accepted, refused, unanswered, helped, counted_at)
		select c.*, ${at}::timestamptz from (${given}) c
		on conflict (service_id) do update set referrals = excluded.referrals, median_days = excluded.median_days,
			accepted = excluded.accepted, refused = excluded.refused, unanswered = excluded.unanswered,
			helped = excluded.helped, counted_at = excluded.counted_at
		where (known.referrals, known.median_days, known.accepted, known.refused, known.unanswered, known.helped)
			is distinct from (excluded.referrals, excluded.median_days, excluded.accepted, excluded.refused,
				excluded.unanswered, excluded.helped)`.execute(tx);
	return (gone ?? 0n) + (written ?? 0n) > 0n;
}
