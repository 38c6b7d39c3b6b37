import { actAtTheDoor } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import { alertPath } from '../saved-search.ts';
import { type Mailing, makeAlertLink } from './alert-mail.ts';

/** Mails the link by which an address's owner says that she did ask; it serves as long as the search is kept. */
export async function sendAlertLink(
	{ post, origin }: Mailing,
	{ searchId }: Jobs['send-alert-link'],
	{ db, now }: JobContext,
): Promise<void> {
	const asked = await actAtTheDoor(
		db,
		now,
	)(async (act) => {
		const search = await act.tx
			.selectFrom('savedSearch')
			.select(['email', 'label'])
			.where('id', '=', searchId)
			.executeTakeFirst();
		return search?.email ? { ...search, token: await makeAlertLink(act, searchId) } : undefined;
	});
	if (!asked?.email) return;
	await post({
		to: asked.email,
		subject: translate('lists.mail.ask-subject'),
		text: translate('lists.mail.ask-text', { label: asked.label, link: origin + alertPath(asked.token) }),
	});
}
