import { type Act, actAsClock } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { addBusinessDays, businessDaysBetween } from '#lib/time/business-days.ts';
import type { ReferralState } from '../referral.ts';
import { type ClockAct, clockAct } from '../referral-clock.ts';

const everyHour = 3_600_000;

/** One such job waits at any time. */
export const scheduleReferralClock = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'tend-referrals', {}, { key: 'tend-referrals', at });

/** Each hour: does what is due, then asks to be run again. */
export const tendReferrals = ({ db, now }: JobContext): Promise<void> =>
	actAsClock(
		db,
		now,
	)(async (act) => {
		await tendDue(act);
		await scheduleReferralClock(act, new Date(act.at.getTime() + everyHour));
	});

/** Reminds, escalates, and counts as the organisation's silence what nobody answered in ten business days. */
export async function tendDue(act: Act): Promise<void> {
	const due = (await listWaiting(act)).flatMap((referral) => {
		const doing = clockAct(referral, act.at, daysLeft(act.at, referral));
		return doing ? [{ ...referral, doing }] : [];
	});
	for (const doing of ['remind', 'escalate', 'expire'] as const)
		await doAll(
			act,
			doing,
			due.filter((one) => one.doing === doing),
		);
}

/** A day begun still counts: two days have passed when two whole days have. */
function daysLeft(at: Date, { answerBy, department }: Waiting): number {
	const whole = businessDaysBetween(at, answerBy, department);
	return addBusinessDays(at, whole, department) < answerBy ? whole + 1 : whole;
}

async function listWaiting({ tx }: Act) {
	const rows = await tx
		.selectFrom('referral')
		.select(['id', 'state', 'answerBy', 'remindedAt', 'escalatedAt', 'department'])
		.where('state', 'in', ['sent', 'under-review'])
		.where('answerBy', 'is not', null)
		.forUpdate()
		.skipLocked()
		.execute();
	return rows.flatMap(({ answerBy, state, ...row }) =>
		answerBy ? [{ ...row, answerBy, state: state as ReferralState }] : [],
	);
}
type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

const moments = { remind: 'reminded', escalate: 'escalated', expire: 'expired' } as const;

async function doAll(act: Act, doing: ClockAct, referrals: readonly Waiting[]): Promise<void> {
	if (referrals.length === 0) return;
	const ids = referrals.map(({ id }) => id);
	await (doing === 'expire' ? expire(act, referrals, ids) : markTold(act, doing, ids));
	for (const referralId of ids)
		await enqueue(act, 'announce-referral', { referralId, moment: moments[doing] });
}

const markTold = ({ tx, at }: Act, doing: 'remind' | 'escalate', ids: readonly string[]) =>
	tx
		.updateTable('referral')
		.set(doing === 'remind' ? { remindedAt: at } : { escalatedAt: at })
		.where('id', 'in', ids)
		.execute();

async function expire(act: Act, referrals: readonly Waiting[], ids: readonly string[]): Promise<void> {
	const { tx, at } = act;
	await tx
		.updateTable('referral')
		.set((eb) => ({ state: 'unanswered', stateSince: at, endedAt: at, version: eb('version', '+', 1) }))
		.where('id', 'in', ids)
		.execute();
	await tx
		.insertInto('referralMove')
		.values(
			referrals.map(({ id, state }) => ({
				referralId: id,
				fromState: state,
				toState: 'unanswered',
				side: 'system',
				at,
			})),
		)
		.execute();
	for (const { id, state } of referrals)
		await record(act, 'referral.moved', id, { from: state, to: 'unanswered', side: 'system' });
}
