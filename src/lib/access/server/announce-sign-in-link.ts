import { actAtTheDoor } from '../../server/act.ts';
import type { JobContext, Jobs } from '../../server/jobs.ts';
import type { Post } from '../../server/mail.ts';
import { translate } from '../../texts/translator.ts';
import { linkPath } from '../one-time-link.ts';
import { findAccountByEmail } from './accounts.ts';
import { makeLink } from './one-time-links.ts';

/** Makes the link and mails it; an address that nobody has receives nothing. */
export async function announceSignInLink(
	post: Post,
	{ email, purpose, origin }: Jobs['send-sign-in-link'],
	{ db, now }: JobContext,
): Promise<void> {
	const token = await actAtTheDoor(
		db,
		now,
	)(async (act) => {
		const account = await findAccountByEmail(act, email);
		return account && makeLink(act, account.id, purpose);
	});
	if (!token) return;
	const link = origin + linkPath(purpose, token);
	await post({
		to: email,
		subject: translate(`mail.${purpose}.subject`),
		text: translate(`mail.${purpose}.text`, { link }),
	});
}
