import { type Act, actAsClock } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Mail, Post } from '#lib/server/mail.ts';
import { translate } from '#lib/texts/translator.ts';
import { clocks } from '../referral-clock.ts';
import { longDate } from '../shown-silence.ts';
import { waitsForAnswer } from '../silence.ts';
import { type FoundReferral, findReferral } from './referrals.ts';
import { listSilence, listTold } from './silence.ts';

type Needs = { readonly post: Post; readonly origin: string };

/**
 * One mail about a silence, to one manager of the organisation or one coordinator of the territory, with no name of
 * anybody. What was answered meanwhile is no silence any more, and whoever left is not written to.
 */
export async function mailSilence(
	{ post, origin }: Needs,
	payload: Jobs['tell-silence'],
	{ db, now }: JobContext,
): Promise<void> {
	const mail = await actAsClock(db, now)((act) => writeMail(act, payload, origin));
	if (mail) await post(mail);
}

async function writeMail(
	act: Act,
	{ referralId, step, hatId }: Jobs['tell-silence'],
	origin: string,
): Promise<Mail | undefined> {
	const referral = await findReferral(act, referralId);
	const lasts = step === 'coordination' ? referral.state === 'unanswered' : waitsForAnswer(referral.state);
	const told = lasts && (await listTold(act, step, [referralId])).find((one) => one.hatId === hatId);
	if (!told) return undefined;
	const values = { ...(await valuesOf(act, referral, origin)), days: waited[step] };
	const letter = step === 'coordination' ? 'coordination' : 'managers';
	return {
		to: told.email,
		subject: translate(`silence.mail-${letter}.subject`, values),
		text: translate(`silence.mail-${letter}.text`, values),
	};
}

const waited = {
	reminder: clocks.remindAfter,
	managers: clocks.escalateAfter,
	coordination: clocks.answerWithin,
};

async function valuesOf(act: Act, referral: FoundReferral, origin: string) {
	const { id, department, sentAt, answerBy, domain } = referral;
	const told = await listSilence(act, id);
	const day = (at: Date | null | undefined): string => (at ? longDate(at, department) : 'none');
	const dayOfStep = (step: string): string => day(told.find((one) => one.step === step)?.at);
	return {
		...(await namesOf(act, referral)),
		domain: translate(`grid.${domain}` as 'grid.housing'),
		sent: day(sentAt),
		reminder: dayOfStep('reminder'),
		managers: dayOfStep('managers'),
		closes: day(answerBy),
		link: `${origin}/orientations/${id}`,
		directory: `${origin}/structures/${referral.toOrganisationId ?? ''}`,
		called: referral.toOrganisationId ? 'no' : 'yes',
	};
}

/** Who asked, and which organisations were asked; nobody's name. */
async function namesOf({ tx }: Act, { id, fromOrganisationId, toOrganisationId }: FoundReferral) {
	const source = await tx
		.selectFrom('organisation')
		.select('name')
		.where('id', '=', fromOrganisationId)
		.executeTakeFirst();
	const targets = await tx
		.selectFrom('organisation')
		.select('name')
		.where((eb) =>
			toOrganisationId
				? eb('id', '=', toOrganisationId)
				: eb('id', 'in', eb.selectFrom('referralCall').select('organisationId').where('referralId', '=', id)),
		)
		.orderBy('name')
		.execute();
	return {
		source: source?.name ?? translate('silence.other-software'),
		target: targets.map(({ name }) => name).join(', '),
	};
}
