import { Refusal } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import { type Events, record } from '../../server/events.ts';
import { absoluteLimit } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { signedBy } from './accounts.ts';
import { newToken, tokenHash } from './tokens.ts';

export interface OpenedSession {
	/** For the cookie; never kept here. */
	readonly token: string;
	/** False when a code is still awaited. */
	readonly complete: boolean;
}

/** What decides how an account enters. An invented one has a published password: it enters on this machine only. */
interface Entering {
	readonly id: string;
	readonly totpConfirmedAt: Date | null;
	readonly demo: boolean;
}

/** A code is given within ten minutes of the first factor (ASVS 5.0, 6.5.5). */
const codeLimit = 10 * 60_000;

/** Opens a session under a token never seen before; with a second factor set, it first awaits its code. */
export async function openSession(
	act: Act,
	account: Entering,
	by: Events['session.opened']['by'],
	{ device, local }: Visitor,
): Promise<OpenedSession> {
	if (account.demo && !local) throw new Refusal(403, 'access.demo-account');
	const complete = by === 'code' || account.totpConfirmedAt === null;
	const token = newToken();
	const { id } = await act.tx
		.insertInto('session')
		.values({
			tokenHash: tokenHash(token),
			accountId: account.id,
			hatId: await firstHat(act, account.id),
			createdAt: act.at,
			lastSeenAt: act.at,
			expiresAt: new Date(act.at.getTime() + (complete ? absoluteLimit : codeLimit)),
			complete,
			device,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(signedBy(act, account.id), 'session.opened', id, { by });
	return { token, complete };
}

/** The hat put on at first: the oldest one still given. */
async function firstHat({ tx }: Act, accountId: string): Promise<string | null> {
	const hat = await tx
		.selectFrom('hat')
		.select('id')
		.where('accountId', '=', accountId)
		.where('endedAt', 'is', null)
		.orderBy('createdAt')
		.orderBy('id')
		.executeTakeFirst();
	return hat?.id ?? null;
}
