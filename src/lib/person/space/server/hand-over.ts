import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { organisationOf } from '../../server/people.ts';

/** How long the square of a hand-over serves, in minutes. */
export const handOverMinutes = 15;

/** How a worker knew that it was her: nothing is asked for a first card. */
export const knownBy = ['first', 'face', 'fact'] as const;
export type KnownBy = (typeof knownBy)[number];

/** Makes a one-time hand-over of a card, for a structure that she chose. @returns its token, told this once */
export async function handOver(act: Act, personId: string, known: KnownBy): Promise<string> {
	const { tx, actor, at } = act;
	const token = newToken();
	await tx
		.insertInto('handOver')
		.values({
			tokenHash: tokenHash(token),
			personId,
			hatId: actor.hat?.id ?? '',
			organisationId: organisationOf(actor),
			workerName: tx
				.selectFrom('account')
				.select('name')
				.where('id', '=', actor.accountId ?? ''),
			knownBy: known,
			madeAt: at,
			expiresAt: new Date(at.getTime() + handOverMinutes * 60_000),
		})
		.execute();
	await record(act, 'person.card-handed', personId, { knownBy: known });
	return token;
}

/** The last hand-over that the actor's organisation made for her: whether her card is in use since. */
export const lastHandOver = ({ tx }: Act, personId: string) =>
	tx
		.selectFrom('handOver')
		.select(['madeAt', 'expiresAt', 'usedAt'])
		.where('personId', '=', personId)
		.orderBy('madeAt', 'desc')
		.limit(1)
		.executeTakeFirst();
