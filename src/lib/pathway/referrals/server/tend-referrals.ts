import { type Act, actAsClock } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import type { ReferralState } from '../referral.ts';
import { type SilenceStep, silenceDue, silenceSteps } from '../silence.ts';
import { tellSilence } from './tell-silence.ts';

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

/** Reminds, tells those who answer for it, and counts as the organisation's silence what nobody answered in ten business days. */
export async function tendDue(act: Act): Promise<void> {
	const due = (await listWaiting(act)).flatMap((referral) => {
		const step = silenceDue(referral, act.at);
		return step ? [{ ...referral, step }] : [];
	});
	for (const step of silenceSteps)
		await doAll(
			act,
			step,
			due.filter((one) => one.step === step),
		);
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

async function doAll(act: Act, step: SilenceStep, referrals: readonly Waiting[]): Promise<void> {
	if (referrals.length === 0) return;
	const ids = referrals.map(({ id }) => id);
	await (step === 'coordination' ? expire(act, referrals, ids) : markTold(act, step, ids));
	await tellSilence(act, step, ids);
}

const markTold = ({ tx, at }: Act, step: 'reminder' | 'managers', ids: readonly string[]) =>
	tx
		.updateTable('referral')
		.set(step === 'reminder' ? { remindedAt: at } : { escalatedAt: at })
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
