import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { network } from '../address.ts';
import {
	type Limit,
	type LimitedAction,
	type LimitKey,
	type Limits,
	limits,
	minutesToWait,
} from '../limits.ts';

/** The tries just counted, to be given back by the act that succeeds. */
export type Tries = readonly number[];

interface Counted {
	readonly limit: Limit;
	readonly keyHash: Buffer;
}

/**
 * Counts one try of a secret, by account and by network, or refuses (429) with the minutes to wait. In a transaction
 * of its own, committed before the secret is looked at: a refused act does not take its try back with it.
 */
export function withinLimit<Action extends LimitedAction>(
	door: Work,
	action: Action,
	keys: Readonly<Record<keyof (typeof limits)[Action] & LimitKey, string>>,
): Promise<Tries> {
	return door(async (act) => {
		const counted = countedBy(action, keys);
		await oneAtATime(act, counted);
		for (const each of counted) await refuseWhenFull(act, action, each);
		return count(act, action, counted);
	});
}

/** A try that succeeded no longer counts: only failures close the door. */
export async function giveBack({ tx }: Act, tries: Tries): Promise<void> {
	await tx.deleteFrom('attempt').where('id', 'in', tries).execute();
}

/** Keys are kept hashed; sorted, so that two tries lock them in the same order. */
function countedBy(action: LimitedAction, keys: Readonly<Partial<Record<LimitKey, string>>>): Counted[] {
	const byKey: Limits = limits[action];
	return (['account', 'address'] as const)
		.flatMap((kind) => {
			const [limit, key] = [byKey[kind], keys[kind]];
			if (!limit || key === undefined) return [];
			const name = kind === 'address' ? network(key) : key;
			return [{ limit, keyHash: createHash('sha256').update(`${action} ${kind} ${name}`).digest() }];
		})
		.sort((a, b) => Buffer.compare(a.keyHash, b.keyHash));
}

/** Parallel tries of one key wait for each other: a burst counts as well as a queue. */
async function oneAtATime({ tx }: Act, counted: readonly Counted[]): Promise<void> {
	for (const { keyHash } of counted)
		await sql`select pg_advisory_xact_lock(${keyHash.readBigInt64BE().toString()}::bigint)`.execute(tx);
}

async function refuseWhenFull(
	{ tx, at }: Act,
	action: LimitedAction,
	{ limit, keyHash }: Counted,
): Promise<void> {
	const recent = await tx
		.selectFrom('attempt')
		.select('happenedAt')
		.where('action', '=', action)
		.where('keyHash', '=', keyHash)
		.where('happenedAt', '>', new Date(at.getTime() - limit.within))
		.orderBy('happenedAt', 'desc')
		.limit(limit.tries)
		.execute();
	const oldest = recent[limit.tries - 1];
	if (oldest)
		throw new Refusal(429, 'access.too-many-tries', { minutes: minutesToWait(oldest.happenedAt, limit, at) });
}

async function count({ tx, at }: Act, action: LimitedAction, counted: readonly Counted[]): Promise<Tries> {
	const rows = await tx
		.insertInto('attempt')
		.values(counted.map(({ keyHash }) => ({ action, keyHash, happenedAt: at })))
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}
