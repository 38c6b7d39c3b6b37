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
	const to = await actAtTheDoor(
		db,
		now,
	)(({ tx }) =>
		tx
			.selectFrom('hat')
			.innerJoin('account', 'account.id', 'hat.accountId')
			.select('account.email')
			.where('hat.id', '=', hatId)
			.where('hat.endedAt', 'is', null)
			.where('account.suspendedAt', 'is', null)
			.executeTakeFirst(),
	);
	if (!to) return;
	const page = about.startsWith('emergency') ? 'urgence' : 'accords';
	const count = pathwayIds.length;
	await post({
		to: to.email,
		subject: translate(`agreements.mail.${about}-subject`, { count }),
		text: translate(`agreements.mail.${about}-text`, {
			count,
			links: pathwayIds.map((id) => `${origin}/parcours/${id}/${page}`).join('\n'),
		}),
	});
}
