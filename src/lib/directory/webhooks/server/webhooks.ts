import type { Act } from '#lib/server/act.ts';

/** The webhooks of the acting account that are still told, with how their last tries went. */
export const listWebhooks = ({ tx, actor }: Act) =>
	tx
		.selectFrom('webhook')
		.select(['id', 'url', 'events', 'createdAt', 'endedAt', 'endedBecause'])
		.select(({ selectFrom }) => [
			selectFrom('webhookDelivery')
				.select(({ fn }) => fn.max('deliveredAt').as('last'))
				.whereRef('webhookId', '=', 'webhook.id')
				.as('lastDeliveredAt'),
			selectFrom('webhookDelivery')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.whereRef('webhookId', '=', 'webhook.id')
				.where('deliveredAt', 'is', null)
				.as('waiting'),
		])
		.where('accountId', '=', actor.accountId)
		.where(({ or, eb }) => or([eb('endedAt', 'is', null), eb('endedBecause', '=', 'failing')]))
		.orderBy('createdAt', 'desc')
		.execute();

export const findWebhook = ({ tx, actor }: Act, id: string) =>
	tx
		.selectFrom('webhook')
		.select(['id', 'url', 'secret', 'events', 'endedAt', 'endedBecause', 'accountId'])
		.where('id', '=', id)
		.where('accountId', '=', actor.accountId)
		.executeTakeFirst();

const shown = 100;

/** The latest deliveries of a webhook. */
export const listDeliveries = ({ tx }: Act, webhookId: string) =>
	tx
		.selectFrom('webhookDelivery')
		.select([
			'id',
			'eventName',
			'tries',
			'lastStatus',
			'lastProblem',
			'createdAt',
			'triedAt',
			'deliveredAt',
			'givenUpAt',
		])
		.where('webhookId', '=', webhookId)
		.orderBy('createdAt', 'desc')
		.limit(shown)
		.execute();
