import { sql } from 'kysely';
import { nextMorning } from '#lib/person/server/remind-endings.ts';
import { type Act, actAs } from '#lib/server/act.ts';
import { enqueue, type JobContext, type Jobs } from '#lib/server/jobs.ts';
import { addDays, dayOf } from '#lib/time/days.ts';

/** A step that waits for its day; one that was missed, or set aside, was already looked at. */
const waiting = ['proposed', 'accepted', 'planned', 'in-progress'];

/** Days that are caught up, should the application have been stopped. */
const caughtUp = 7;

/**
 * A job, each morning, for one webhook: tells the steps whose day has come, of those that its hat may read. A step is told
 * once for each day it was due. It stops with its webhook.
 */
export const tellDueSteps = (
	{ webhookId }: Jobs['tell-due-steps'],
	{ db, actor, now }: JobContext,
): Promise<void> =>
	actAs(
		db,
		actor,
		now,
	)(async (act) => {
		if (!(await stillWaits(act, webhookId))) return;
		for (const deliveryId of await addDeliveries(act, webhookId))
			await enqueue(act, 'deliver-webhook', { deliveryId }, { key: deliveryId });
		const again = { at: nextMorning(act.at), key: `due ${webhookId}` };
		await enqueue(act, 'tell-due-steps', { webhookId }, again);
	});

async function stillWaits({ tx, actor }: Act, webhookId: string): Promise<boolean> {
	const found = await tx
		.selectFrom('webhook')
		.select('id')
		.where('id', '=', webhookId)
		.where('hatId', '=', actor.hat?.id ?? null)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	return found !== undefined;
}

async function addDeliveries({ tx, at }: Act, webhookId: string): Promise<string[]> {
	const today = dayOf(at);
	const { rows } = await sql<{ id: string }>`
		insert into webhook_delivery (webhook_id, event_id, event_name, body, created_at)
		select ${webhookId}::uuid, due.event, 'step.due', jsonb_build_object('id', due.event, 'type', 'step.due',
			'timestamp', ${at}::timestamptz, 'subject', step.id, 'data', jsonb_build_object('kind', 'step', 'pathwayId', step.pathway_id)), ${at}
		from (select distinct written_pathways() as id) open
		join step on step.pathway_id = open.id
		cross join lateral (
			select left(encode(sha256(convert_to(step.id || ' ' || step.due_on, 'UTF8')), 'hex'), 32)::uuid as event
		) due
		where step.state = any (${waiting}) and step.due_on <= ${today} and step.due_on > ${addDays(today, -caughtUp)}
		on conflict (webhook_id, event_id) do nothing
		returning id`.execute(tx);
	return rows.map(({ id }) => id);
}
