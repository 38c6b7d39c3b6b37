import { type Act, actAs } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Mail, Post } from '#lib/server/mail.ts';
import { listAlerts } from '../../alerts/server/alerts.ts';
import { groupAlerts } from '../../evaluate.ts';
import { sayUrgent } from '../shown-digest.ts';
import { addressOfActor } from './address-of-actor.ts';
import { tellPeople } from './told-people.ts';

/** Mails alerts that were taken for the actor; run again after a crash, until they left. */
export async function postUrgent(
	{ post, origin }: { readonly post: Post; readonly origin: string },
	{ alertIds }: Jobs['post-urgent'],
	{ db, actor, now }: JobContext,
): Promise<void> {
	const work = actAs(db, actor, now);
	const mail = await work((act) => composeUrgent(act, alertIds, origin));
	if (!mail) return;
	await post(mail);
	await work(({ tx, at }) =>
		tx
			.updateTable('digestUrgent')
			.set({ postedAt: at })
			.where('alertId', 'in', alertIds)
			.where('postedAt', 'is', null)
			.execute(),
	);
}

/** Those still open, still hers to read, and not mailed yet. */
async function composeUrgent(
	act: Act,
	alertIds: readonly string[],
	origin: string,
): Promise<Mail | undefined> {
	const to = await addressOfActor(act);
	if (!to) return undefined;
	const waiting = new Set(await listWaiting(act, alertIds));
	const open = (await listAlerts(act)).filter(({ id }) => waiting.has(id));
	if (open.length === 0) return undefined;
	const led = await pathwaysLed(
		act,
		open.flatMap(({ pathwayId }) => pathwayId ?? []),
	);
	const alerts = open.map((alert) => ({ ...alert, leads: led.has(alert.pathwayId ?? '') }));
	return { to, ...sayUrgent(await tellPeople(act, groupAlerts(alerts), () => true, origin), origin) };
}

async function listWaiting({ tx, actor }: Act, alertIds: readonly string[]): Promise<string[]> {
	const rows = await tx
		.selectFrom('digestUrgent')
		.select('alertId')
		.where('hatId', '=', actor.hat?.id ?? null)
		.where('alertId', 'in', alertIds)
		.where('postedAt', 'is', null)
		.execute();
	return rows.map(({ alertId }) => alertId);
}

/** The pathways that her organisation leads and that she may read: their own page opens to her. */
async function pathwaysLed({ tx, actor }: Act, pathwayIds: readonly string[]): Promise<Set<string>> {
	const rows = await tx
		.selectFrom('pathway')
		.select('id')
		.where('leadOrganisationId', '=', actor.hat?.organisationId ?? null)
		.where((eb) => eb('id', '=', eb.fn.any(eb.val([...pathwayIds]))))
		.execute();
	return new Set(rows.map(({ id }) => id));
}
