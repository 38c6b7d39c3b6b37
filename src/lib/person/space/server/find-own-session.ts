import { tokenHash } from '#lib/access/server/tokens.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { type OwnSession, ownSessionIsOver } from '../own-session.ts';

const aMinute = 60_000;

/** The visit of a cookie at this very instant; null when it is over, or when the card that opened it ended. */
export async function findOwnSession(door: Work, token: string): Promise<OwnSession | null> {
	if (!looksLikeToken(token)) return null;
	return door(async (act) => {
		const row = await read(act, token);
		if (!row || ownSessionIsOver(row, act.at)) return null;
		if (act.at.getTime() - row.lastSeenAt.getTime() >= aMinute) await touch(act, row.id);
		const { id, personId, whole, sharedDevice, toldAt } = row;
		return { id, personId, whole, sharedDevice, told: toldAt !== null };
	});
}

const read = ({ tx, at }: Act, token: string) =>
	tx
		.selectFrom('ownSession')
		.leftJoin('personCode', 'personCode.codeHash', 'ownSession.codeHash')
		.leftJoin('personPin', 'personPin.personId', 'ownSession.personId')
		.select([
			'ownSession.id',
			'ownSession.personId',
			'ownSession.whole',
			'ownSession.sharedDevice',
			'ownSession.lastSeenAt',
			'ownSession.expiresAt',
			'personPin.toldAt',
		])
		.where('ownSession.tokenHash', '=', tokenHash(token))
		.where((eb) =>
			eb.or([
				eb('ownSession.codeHash', 'is', null),
				eb.and([eb('personCode.endedAt', 'is', null), eb('personCode.expiresAt', '>', at)]),
			]),
		)
		.executeTakeFirst();

async function touch({ tx, at }: Act, id: string): Promise<void> {
	await tx.updateTable('ownSession').set({ lastSeenAt: at }).where('id', '=', id).execute();
}
