import { sql } from 'kysely';
import { type Act, actAtTheDoor } from '#lib/server/act.ts';
import type { JobContext } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { alertPath, reminderAge } from '../saved-search.ts';
import { type Mailing, makeAlertLinks } from './alert-mail.ts';
import { endOfAlert } from './change-search.ts';

interface Ending {
	readonly id: string;
	readonly to: string;
	readonly label: string;
	readonly confirmedAt: Date;
	readonly token: string;
}

/** A month before an alert ends, says so once, unless some news said it meanwhile: each mail tells the end, with a link. */
export async function remindAlerts(
	{ post, origin }: Mailing,
	{ db, now }: Pick<JobContext, 'db' | 'now'>,
): Promise<void> {
	const ending = await actAtTheDoor(db, now)(takeEnding);
	for (const { to, label, confirmedAt, token } of ending)
		await post({
			to,
			subject: translate('lists.mail.end-subject'),
			text: translate('lists.mail.end-text', {
				label,
				until: frenchDate(endOfAlert(confirmedAt).toISOString().slice(0, 10)),
				link: origin + alertPath(token),
			}),
		});
}

async function takeEnding(act: Act): Promise<Ending[]> {
	const told = new Date(act.at.getTime() - reminderAge);
	const { rows } = await sql<Omit<Ending, 'token'>>`
		select s.id, coalesce(s.email, a.email) as "to", s.label, s.confirmed_at
		from saved_search s left join account a on a.id = s.account_id
		where s.alert and s.confirmed_at <= ${told} and a.suspended_at is null and not exists (
			select from saved_search_link l
			where l.search_id = s.id and l.made_at - s.confirmed_at >= ${`${reminderAge} milliseconds`}::interval)
		order by s.id`.execute(act.tx);
	const tokens = await makeAlertLinks(
		act,
		rows.map(({ id }) => id),
	);
	return rows.map((row, at) => ({ ...row, token: tokens[at]! }));
}
