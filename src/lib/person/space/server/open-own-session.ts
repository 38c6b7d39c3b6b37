import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import type { Act } from '#lib/server/act.ts';
import { lifeOf } from '../own-session.ts';

interface NewVisit {
	readonly personId: string;
	/** The card that opens it: it dies with its card. */
	readonly codeHash: Buffer | null;
	readonly whole: boolean;
	readonly sharedDevice: boolean;
}

/** Opens a visit, at the door. @returns the token of its cookie, told this once */
export async function openOwnSession({ tx, at }: Act, visit: NewVisit): Promise<string> {
	const token = newToken();
	await tx
		.insertInto('ownSession')
		.values({
			tokenHash: tokenHash(token),
			...visit,
			begunAt: at,
			lastSeenAt: at,
			expiresAt: new Date(at.getTime() + lifeOf(visit.sharedDevice)),
		})
		.execute();
	return token;
}
