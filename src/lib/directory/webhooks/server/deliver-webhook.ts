import { Refusal } from '#lib/refusal.ts';
import { type Act, actAs, type Work } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { type Answer, ask, type Outgoing } from '#lib/server/outgoing.ts';
import type { Safe } from '#lib/server/safe.ts';
import { translate } from '#lib/texts/translator.ts';
import { isReceived, nextTry } from '../webhook.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { signedHeaders } from './sign.ts';

export interface Sending {
	readonly safe: Safe;
	/** Which addresses may be reached; the public Internet's unless a test says otherwise. */
	readonly mayReach?: Outgoing['mayReach'];
	/** Whether the hat of a webhook may still read what it is told of; nobody may unless a room above says so. */
	readonly mayTell?: (act: Act, body: unknown) => Promise<boolean>;
}

/**
 * A job: sends one delivery, signed, as the account that asked for it. What fails is tried again later and later; a
 * webhook that has failed for two days is stopped, and says so. Nothing is open in the database while the other answers.
 * What is about people leaves only as the hat that owns the webhook, which must be able to read it at that instant:
 * otherwise nothing is sent, and nothing is kept of it.
 */
export async function deliverWebhook(
	sending: Sending,
	{ deliveryId }: { readonly deliveryId: string },
	{ db, actor, now }: JobContext,
): Promise<void> {
	const work = actAs(db, actor, now);
	const waiting = await work((act) => findTold(sending, act, deliveryId));
	if (!waiting) return;
	const outcome = await send(sending, waiting, now());
	await note(work, waiting, outcome);
}

async function findTold({ mayTell }: Sending, act: Act, id: string): Promise<Waiting | undefined> {
	const waiting = await findWaiting(act, id);
	if (!waiting || waiting.hatId === null) return waiting;
	if (await mayTell?.(act, waiting.body)) return waiting;
	await act.tx.deleteFrom('webhookDelivery').where('id', '=', id).execute();
	return undefined;
}

const findWaiting = ({ tx, actor }: Act, id: string) =>
	tx
		.selectFrom('webhookDelivery')
		.innerJoin('webhook', 'webhook.id', 'webhookId')
		.select([
			'webhookDelivery.id',
			'webhookId',
			'eventId',
			'body',
			'tries',
			'url',
			'secret',
			'accountId',
			'hatId',
		])
		.where('webhookDelivery.id', '=', id)
		.where('deliveredAt', 'is', null)
		.where('givenUpAt', 'is', null)
		.where('endedAt', 'is', null)
		.where((eb) => eb.or([eb('hatId', 'is', null), eb('hatId', '=', actor.hat?.id ?? null)]))
		.executeTakeFirst();

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

interface Outcome {
	readonly status: number | null;
	readonly problem: string | null;
}

async function send({ safe, mayReach }: Sending, waiting: Waiting, at: Date): Promise<Outcome> {
	const body = JSON.stringify(waiting.body);
	try {
		const answer = await ask(waiting.url, {
			method: 'POST',
			headers: signedHeaders(safe.open(waiting.secret, waiting.accountId), waiting.eventId, at, body),
			body,
			timeoutMs: 10_000,
			maxBytes: 100_000,
			...(mayReach && { mayReach }),
		});
		return await outcomeOf(answer);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: null, problem: translate(error.reason, error.values) };
	}
}

async function outcomeOf({ status, body }: Answer): Promise<Outcome> {
	for await (const _ of body) break;
	return { status, problem: isReceived(status) ? null : translate('keys.answered', { status }) };
}

const note = (work: Work, waiting: Waiting, { status, problem }: Outcome): Promise<void> =>
	work(async (act) => {
		const { tx, at } = act;
		const tries = waiting.tries + 1;
		const again = problem === null ? null : nextTry(tries, at);
		const isOver = problem !== null && again === null;
		await tx
			.updateTable('webhookDelivery')
			.set({
				tries,
				lastStatus: status,
				lastProblem: problem,
				triedAt: at,
				deliveredAt: problem === null ? at : null,
				givenUpAt: isOver ? at : null,
			})
			.where('id', '=', waiting.id)
			.execute();
		if (again)
			await enqueue(act, 'deliver-webhook', { deliveryId: waiting.id }, { at: again, key: waiting.id });
		if (isOver)
			await tx
				.updateTable('webhook')
				.set({ endedAt: at, endedBecause: 'failing' })
				.where('id', '=', waiting.webhookId)
				.where('endedAt', 'is', null)
				.execute();
		await forgetDeliveries(act);
	});
