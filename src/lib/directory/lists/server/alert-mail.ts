import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import type { Act } from '#lib/server/act.ts';
import type { Post } from '#lib/server/mail.ts';

/** What a mail needs to leave: the way, and the address that its links carry. */
export interface Mailing {
	readonly post: Post;
	readonly origin: string;
}

/** A link of its own for one mail about a search; only its hash is kept. */
export async function makeAlertLink(act: Act, searchId: string): Promise<string> {
	const [token = ''] = await makeAlertLinks(act, [searchId]);
	return token;
}

/** The same for several mails, in the order of their searches. */
export async function makeAlertLinks({ tx, at }: Act, searchIds: readonly string[]): Promise<string[]> {
	const tokens = searchIds.map(newToken);
	if (tokens.length === 0) return tokens;
	await tx
		.insertInto('savedSearchLink')
		.values(tokens.map((token, i) => ({ tokenHash: tokenHash(token), searchId: searchIds[i]!, madeAt: at })))
		.execute();
	return tokens;
}
