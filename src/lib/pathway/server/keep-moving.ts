import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { translate } from '#lib/texts/translator.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { longestPauseDays } from '../pathway.ts';
import { mayTell } from '../typed.ts';
import { insertStep, NewStep } from './propose-step.ts';
import type { Written } from './relation.ts';
import { hasOpenStep } from './steps.ts';

const day = z.union([z.literal(''), z.iso.date('steps.date-unclear')]).optional();

/** « Et ensuite ? »: the next step, or a pause with its date. */
export const FollowUp = z.object({
	next: mayTell(500, 'steps.words-long'),
	nextOwner: z.enum(['person', 'me', 'lead'], 'steps.owner-missing').default('me'),
	nextDueOn: day,
	pauseReason: mayTell(500, 'steps.reason-long'),
	pauseReviewOn: day,
});
type FollowUp = z.output<typeof FollowUp>;

/** After a step ended: an active pathway keeps something to do, or pauses until a date. */
export async function keepMoving(act: Act, written: Written, then: FollowUp): Promise<void> {
	const { pathway, relation } = written;
	if (then.next) await insertNext(act, written, then);
	else if (pathway.state !== 'active' || (await hasOpenStep(act, pathway.id))) return;
	else if (!relation.leads) await askLead(act, written);
	else if (then.pauseReason || then.pauseReviewOn) await pause(act, written, then);
	else throw new Refusal(422, 'steps.what-next');
}

function insertNext(act: Act, written: Written, { next, nextOwner, nextDueOn }: FollowUp): Promise<string> {
	const read = NewStep.safeParse({ words: next, owner: nextOwner, dueOn: nextDueOn });
	if (!read.success) throw new Refusal(422, 'steps.next-date-missing');
	return insertStep(act, written, read.data);
}

/** Another organisation ended the last step: the lead worker is to agree on what follows. */
function askLead(act: Act, written: Written): Promise<string> {
	return insertStep(act, written, {
		words: translate('steps.agree-on-next'),
		owner: 'lead',
		dueOn: workingDaysAfter(dayOf(act.at), 3),
		proposedBy: 'worker',
		goal: null,
		before: null,
	});
}

/** So many days from Monday to Friday later. */
function workingDaysAfter(day: string, count: number): string {
	let [here, left] = [day, count];
	while (left > 0) {
		here = addDays(here, 1);
		if (![0, 6].includes(new Date(`${here}T12:00:00Z`).getUTCDay())) left--;
	}
	return here;
}

/** The pathway waits until a day at most ninety days away. */
async function pause(act: Act, { pathway }: Written, then: FollowUp): Promise<void> {
	const today = dayOf(act.at);
	const [reason, until] = [then.pauseReason, then.pauseReviewOn];
	if (!reason || !until || until <= today || until > addDays(today, longestPauseDays))
		throw new Refusal(422, 'steps.pause-incomplete');
	await act.tx
		.updateTable('pathway')
		.set({ state: 'paused', pauseReason: reason, reviewOn: until, version: pathway.version + 1 })
		.where('id', '=', pathway.id)
		.execute();
	await record(act, 'pathway.paused', pathway.id, {});
}
