import { sql } from 'kysely';
import { actAtTheDoor } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Post } from '#lib/server/mail.ts';
import { translate } from '#lib/texts/translator.ts';

/** Mails the lead worker about pathways, by their addresses alone: a mail says nobody's name. */
export async function tellLeadWorker(
	{ post, origin }: { readonly post: Post; readonly origin: string },
	{ hatId, about, pathwayIds }: Jobs['tell-lead-worker'],
	{ db, now }: JobContext,
): Promise<void> {
	const page = about.startsWith('emergency') ? 'urgence' : 'accords';
	const count = pathwayIds.length;
	const subject = translate(`agreements.mail.${about}-subject`, { count });
	const links = pathwayIds.map((id) => `${origin}/parcours/${id}/${page}`).join('\n');
	const text = translate(`agreements.mail.${about}-text`, { count, links });
	for (const to of await addressesOf(hatId, { db, now })) await post({ to, subject, text });
}

/** Hers; once she left or was suspended, those of the workers of her organisation: somebody is always told. */
async function addressesOf(hatId: string, { db, now }: Pick<JobContext, 'db' | 'now'>): Promise<string[]> {
	const { rows } = await actAtTheDoor(
		db,
		now,
	)(({ tx }) =>
		sql<{ email: string }>`
			select distinct reader.email from hat lead join account on account.id = lead.account_id
				join hat h on h.organisation_id = lead.organisation_id and h.role = 'worker' and h.ended_at is null
				join account reader on reader.id = h.account_id and reader.suspended_at is null
			where lead.id = ${hatId}::uuid
				and (h.id = lead.id or lead.ended_at is not null or account.suspended_at is not null)
			order by reader.email`.execute(tx),
	);
	return rows.map(({ email }) => email);
}
