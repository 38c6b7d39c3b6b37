import { sql } from 'kysely';
import { type Act, actAsClock } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Mail, Post } from '#lib/server/mail.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { ballOf, clocks } from '../referral-clock.ts';
import { waitsForAnswer } from '../silence.ts';
import { makeAnswerLink } from './referral-links.ts';
import { type FoundReferral, findReferral } from './referrals.ts';
import { listManagers } from './silence.ts';

export type Moment = Jobs['announce-referral']['moment'];

/** Whom each moment is told to. */
const toldTo: Readonly<Record<Moment, readonly ('source' | 'target')[]>> = {
	sent: ['target'],
	answered: ['source', 'target'],
	asked: ['source'],
	replied: ['target'],
	met: ['source', 'target'],
	ended: ['source'],
	stopped: ['target'],
	'agreement-stopped': ['target'],
	reminded: ['target'],
	escalated: ['source', 'target'],
	expired: ['source', 'target'],
};

/**
 * Tells a moment of a referral by mail. No mail says anything about the person: it leads to a page, by a one-time link
 * for a recipient who has something to do, by the follow-up for the sender.
 */
export async function announceReferral(
	{ post, origin }: { readonly post: Post; readonly origin: string },
	{ referralId, moment }: Jobs['announce-referral'],
	{ db, now }: JobContext,
): Promise<void> {
	const mails = await actAsClock(db, now)((act) => mailsOf(act, referralId, moment, origin));
	for (const mail of mails) await post(mail);
}

async function mailsOf(act: Act, referralId: string, moment: Moment, origin: string): Promise<Mail[]> {
	const referral = await findReferral(act, referralId);
	// Answered since: nobody is reminded of what is done.
	if ((moment === 'reminded' || moment === 'escalated') && !waitsForAnswer(referral.state)) return [];
	const told = toldTo[moment];
	return [
		...(told.includes('source') ? await toSource(act, referral, moment, origin) : []),
		...(told.includes('target') ? await toTargets(act, referral, moment, origin) : []),
	];
}

async function toSource(act: Act, { id }: FoundReferral, moment: Moment, origin: string): Promise<Mail[]> {
	const { rows } = await sql<{ to: string | null }>`select sender_address(${id}) as to`.execute(act.tx);
	const to = rows[0]?.to;
	if (!to) return [];
	return [letter(to, `mail.referral.source-${moment}`, { link: `${origin}/orientations/${id}` })];
}

async function toTargets(act: Act, referral: FoundReferral, moment: Moment, origin: string): Promise<Mail[]> {
	const asked = ballOf(referral.state) === 'target';
	const kind = asked ? (moment === 'sent' ? 'asked' : `asked-${moment}`) : moment;
	const mails: Mail[] = [];
	// Those who answer for a silent organisation are written to by name; its address serves when there is nobody.
	const answered = moment === 'escalated' ? await listManagers(act, [referral.id]) : [];
	for (const { id, email, source, phone } of await targetsOf(act, referral)) {
		if (!email || answered.some(({ organisationId }) => organisationId === id)) continue;
		const link = asked ? `${origin}/reponse/${await linkFor(act, referral, id)}` : '';
		const values = {
			source,
			link,
			worker: referral.fromName,
			phone: phone ?? '',
			known: phone ? 'yes' : 'no',
		};
		mails.push(...letterIfAny(email, `mail.referral.target-${kind}`, values));
	}
	return mails;
}

/** Some moments have nothing to tell a recipient who has nothing more to do. */
const letterIfAny = (to: string, name: string, values: Record<string, string>): Mail[] =>
	isTextKey(`${name}.subject`) ? [letter(to, name, values)] : [];

const letter = (to: string, name: string, values: Record<string, string>): Mail => ({
	to,
	subject: translate(keyOf(`${name}.subject`), values),
	text: translate(keyOf(`${name}.text`), values),
});

function keyOf(name: string): TextKey {
	if (!isTextKey(name)) throw new Error(`no text called ${name}`);
	return name;
}

const linkFor = (act: Act, referral: FoundReferral, organisationId: string): Promise<string> =>
	makeAnswerLink(act, {
		referralId: referral.id,
		organisationId,
		expiresAt: addBusinessDays(act.at, clocks.linkLivesBusinessDays, referral.department),
	});

/** The recipient, or those called; by the address of the service when it has one. */
const targetsOf = ({ tx }: Act, { id, toOrganisationId, serviceId }: FoundReferral) =>
	tx
		.selectFrom('organisation as target')
		.innerJoin('referral', (join) => join.on('referral.id', '=', id))
		.leftJoin('organisation as source', 'source.id', 'referral.fromOrganisationId')
		.leftJoin('service', (join) => join.on('service.id', '=', serviceId))
		.select((eb) => [
			'target.id',
			eb.fn.coalesce('service.email', 'target.email').as('email'),
			eb.fn.coalesce('source.name', 'referral.fromName').as('source'),
			'source.phone',
		])
		.where((eb) =>
			toOrganisationId
				? eb('target.id', '=', toOrganisationId)
				: eb(
						'target.id',
						'in',
						eb.selectFrom('referralCall').select('organisationId').where('referralId', '=', id),
					),
		)
		.execute();
