import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import type { Act } from '#lib/server/act.ts';
import type { Post } from '#lib/server/mail.ts';

/** What a mail needs to leave: the way, and the address that its links carry. */
export interface Mailing {
	readonly post: Post;
	readonly origin: string;
}

/** A link of its own for one mail about a search; only its hash is kept. */
export async function makeAlertLink({ tx, at }: Act, searchId: string): Promise<string> {
	const token = newToken();
	await tx
		.insertInto('savedSearchLink')
		.values({ tokenHash: tokenHash(token), searchId, madeAt: at })
		.execute();
	return token;
}
