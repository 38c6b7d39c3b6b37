import { isPersonal, scopesOf } from '#lib/access/api-key.ts';
import type { Act } from '#lib/server/act.ts';

/** The hat whose webhooks are looked at: those that tell of people are kept apart from those of the directory. */
export const ownerHat = ({ actor: { hat } }: Act): string | null =>
	hat && scopesOf(hat).some(isPersonal) ? hat.id : null;

/** The webhooks of the acting account, or of its hat, that are still told, with how their last tries went. */
export const listWebhooks = (act: Act) =>
	act.tx
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
		.where('accountId', '=', act.actor.accountId)
		.where('hatId', 'is not distinct from', ownerHat(act))
		.where(({ or, eb }) => or([eb('endedAt', 'is', null), eb('endedBecause', '=', 'failing')]))
		.orderBy('createdAt', 'desc')
		.execute();

export const findWebhook = (act: Act, id: string) =>
	act.tx
		.selectFrom('webhook')
		.select(['id', 'url', 'secret', 'events', 'endedAt', 'endedBecause', 'accountId'])
		.where('id', '=', id)
		.where('accountId', '=', act.actor.accountId)
		.where('hatId', 'is not distinct from', ownerHat(act))
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
