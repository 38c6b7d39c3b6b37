import { actAtTheDoor } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Post } from '#lib/server/mail.ts';
import { translate } from '#lib/texts/translator.ts';

interface Needs {
	readonly post: Post;
	/** Who watches over personal data here; undefined: the administrators of the platform. */
	readonly privacyContact: string | undefined;
}

/**
 * Mails whoever watches over personal data that a file was opened in an emergency, or that nobody judged it in time:
 * references alone, nothing of anybody (reference: agreement model, emergencies).
 */
export async function tellDataProtection(
	{ post, privacyContact }: Needs,
	{ about, references }: Jobs['tell-data-protection'],
	{ db, now }: JobContext,
): Promise<void> {
	const count = references.length;
	const subject = translate(`agreements.mail.privacy-${about}-subject`, { count });
	const text = translate(`agreements.mail.privacy-${about}-text`, {
		count,
		references: references.join('\n'),
	});
	const readers = privacyContact ? [privacyContact] : await administrators({ db, now });
	for (const to of readers) await post({ to, subject, text });
}

async function administrators({ db, now }: Pick<JobContext, 'db' | 'now'>): Promise<string[]> {
	const rows = await actAtTheDoor(
		db,
		now,
	)(({ tx }) =>
		tx
			.selectFrom('account')
			.innerJoin('hat', 'hat.accountId', 'account.id')
			.select('account.email')
			.distinct()
			.where('hat.role', '=', 'administrator')
			.where('hat.endedAt', 'is', null)
			.where('account.suspendedAt', 'is', null)
			.orderBy('account.email')
			.execute(),
	);
	return rows.map(({ email }) => email);
}
