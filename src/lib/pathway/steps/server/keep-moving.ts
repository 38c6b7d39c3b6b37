import { pausePathway } from '#lib/pathway/server/pause-pathway.ts';
import type { Written } from '#lib/pathway/server/relation.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { dayOf } from '#lib/time/days.ts';
import { departmentOf } from '#lib/time/holidays.ts';
import type { FollowUp } from '../step-form.ts';
import { insertStep, NewStep } from './propose-step.ts';
import { hasOpenStep } from './steps.ts';

/** After a step ended: an active pathway keeps something to do, or pauses until a date. */
export async function keepMoving(act: Act, written: Written, then: FollowUp): Promise<void> {
	const { pathway, relation } = written;
	if (then.next) await insertNext(act, written, then);
	else if (pathway.state !== 'active' || (await hasOpenStep(act, pathway.id))) return;
	else if (!relation.leads) await askLead(act, written);
	else if (then.pauseReason || then.pauseReviewOn) await pause(act, pathway.id, then);
	else throw new Refusal(422, 'steps.what-next');
}

function insertNext(act: Act, written: Written, { next, nextOwner, nextDueOn }: FollowUp): Promise<string> {
	const read = NewStep.safeParse({ words: next, owner: nextOwner, dueOn: nextDueOn });
	if (!read.success || read.data.dueOn < dayOf(act.at)) throw new Refusal(422, 'steps.next-date-missing');
	return insertStep(act, written, read.data);
}

/** Within how many business days the lead worker agrees on what follows. */
const agreeWithin = 3;

/** Another organisation ended the last step: the lead worker is to agree on what follows. */
async function askLead(act: Act, written: Written): Promise<string> {
	const department = await departmentOfLead(act, written.pathway.leadOrganisationId);
	const due = addBusinessDays(act.at, agreeWithin, department);
	return insertStep(act, written, {
		words: translate('steps.agree-on-next'),
		owner: 'lead',
		dueOn: dayOf(due),
		proposedBy: 'worker',
		goal: null,
		before: null,
	});
}

/** Whose holidays count: those of the place where the lead organisation stands. */
async function departmentOfLead({ tx }: Act, organisationId: string): Promise<string> {
	const place = await tx
		.selectFrom('organisation')
		.innerJoin('place', 'place.id', 'organisation.placeId')
		.select('place.communeCode')
		.where('organisation.id', '=', organisationId)
		.executeTakeFirst();
	return departmentOf(place?.communeCode ?? '75056');
}

function pause(act: Act, id: string, { pauseReason, pauseReviewOn }: FollowUp): Promise<void> {
	if (!pauseReason || !pauseReviewOn) throw new Refusal(422, 'steps.pause-incomplete');
	return pausePathway(act, id, { pauseReason, reviewOn: pauseReviewOn });
}
