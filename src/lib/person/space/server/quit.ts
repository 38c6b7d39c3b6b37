import { tokenHash } from '#lib/access/server/tokens.ts';
import type { Work } from '#lib/server/act.ts';

/** Ends a visit at once; a token that opens nothing ends nothing. */
export const quit = (door: Work, token: string): Promise<void> =>
	door(async ({ tx }) => {
		await tx.deleteFrom('ownSession').where('tokenHash', '=', tokenHash(token)).execute();
	});
