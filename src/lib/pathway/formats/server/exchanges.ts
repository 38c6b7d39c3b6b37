import { sql } from 'kysely';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type ExchangeItem, isRefused } from '../exchange-item.ts';
import { contentHash } from './content-hash.ts';

/** Something that other software sends: the text as it came, who it says it is, and how it calls us. */
export interface Brought {
	readonly body: string;
	/** The sender's own name for itself: its identifiers mean something there alone. */
	readonly source: string;
	/** References by which it names our organisation. */
	readonly knownAs: readonly string[];
	readonly apiKeyId: string | null;
}

/** Keeps what came before anything is done with it. @returns its id */
export async function keepExchange({ tx, actor, at }: Act, brought: Brought): Promise<string> {
	const id = crypto.randomUUID();
	const { knownAs, ...rest } = brought;
	await tx
		.insertInto('exchange')
		.values({
			...rest,
			id,
			knownAs: [...knownAs],
			organisationId: organisationOf(actor),
			accountId: actor.accountId ?? '',
			hatId: actor.hat?.id ?? '',
			hash: contentHash(brought.body),
			receivedAt: at,
		})
		.execute();
	return id;
}

/** Writes what became of it, once. */
export async function concludeExchange(
	{ tx, at }: Act,
	id: string,
	items: readonly ExchangeItem[],
): Promise<void> {
	await tx
		.updateTable('exchange')
		.set({
			state: isRefused(items) ? 'refused' : 'done',
			concludedAt: at,
			outcome: JSON.stringify(items),
		})
		.where('id', '=', id)
		.execute();
}

/** What came and is still kept, for whoever brought it. @throws Refusal 404, or 409 once its words are forgotten */
export async function findExchange({ tx }: Act, id: string): Promise<Brought> {
	const found = await tx
		.selectFrom('exchange')
		.select(['body', 'source', 'knownAs', 'apiKeyId'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!found) throw new Refusal(404, 'problem.nothing-here');
	if (found.body === null) throw new Refusal(409, 'exchange.forgotten');
	return { ...found, body: found.body };
}

/** What the actor brought, the latest first. */
export const listExchanges = ({ tx }: Act) =>
	tx
		.selectFrom('exchange')
		.select(['id', 'source', 'receivedAt', 'state', 'hash', 'outcome'])
		.orderBy('receivedAt', 'desc')
		.limit(100)
		.execute();

/** Two files of one organisation enter one after the other: the same Task in both enters once. */
export const oneAtATime = ({ tx, actor }: Act) =>
	sql`select pg_advisory_xact_lock(hashtextextended(${`exchange ${actor.hat?.organisationId}`}, 0))`.execute(
		tx,
	);
