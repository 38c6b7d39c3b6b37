import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { type Act, actAtTheDoor, type Work } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Post } from '#lib/server/mail.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { letterPath } from '../letter.ts';

/** What a mail needs to leave: the way, and the address that its links carry. */
export interface Mailing {
	readonly post: Post;
	readonly origin: string;
}

/** Mails the letters of a wave that have not left; one that fails does not hold the others back, and is tried again. */
export async function sendReviewLetters(
	mailing: Mailing,
	{ letterIds }: Jobs['send-review-letters'],
	{ db, now }: JobContext,
): Promise<void> {
	const door = actAtTheDoor(db, now);
	const failures: unknown[] = [];
	for (const id of letterIds) await send(mailing, door, id).catch((error) => failures.push(error));
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters did not leave`);
}

async function send({ post, origin }: Mailing, door: Work, id: string): Promise<void> {
	const token = newToken();
	const letter = await door((act) => giveLink(act, id, token));
	if (!letter) return;
	const { email, ...values } = letter;
	await post({
		to: email,
		subject: translate('upkeep.mail.review-subject', values),
		text: translate('upkeep.mail.review-text', { ...values, link: origin + letterPath(token) }),
	});
	await door(({ tx, at }) =>
		tx.updateTable('reviewLetter').set({ sentAt: at }).where('id', '=', id).execute(),
	);
}

async function giveLink({ tx, at }: Act, id: string, token: string) {
	const letter = await tx
		.updateTable('reviewLetter')
		.set({ tokenHash: tokenHash(token) })
		.where('id', '=', id)
		.where('sentAt', 'is', null)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', at)
		.returning(['email', 'organisationId', 'expiresAt', 'campaignId'])
		.executeTakeFirst();
	if (!letter) return undefined;
	const { name } = await tx
		.selectFrom('organisation')
		.select('name')
		.where('id', '=', letter.organisationId)
		.executeTakeFirstOrThrow();
	const services = await tx
		.selectFrom('reviewLetterService')
		.innerJoin('service', 'service.id', 'serviceId')
		.select('name')
		.where('letterId', '=', id)
		.orderBy('name')
		.execute();
	return {
		email: letter.email,
		organisation: name,
		count: services.length,
		services: listed(services.map((service) => service.name)),
		until: frenchDate(letter.expiresAt.toISOString().slice(0, 10)),
	};
}

const mostListed = 12;

function listed(names: readonly string[]): string {
	const lines = names.slice(0, mostListed).map((name) => `– ${name}`);
	const more = names.length - lines.length;
	return [...lines, ...(more > 0 ? [translate('upkeep.mail.review-more', { more })] : [])].join('\n');
}
