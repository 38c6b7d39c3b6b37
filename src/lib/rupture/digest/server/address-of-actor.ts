import type { Act } from '#lib/server/act.ts';

/** Where the hat put on is written to; nowhere once the hat was left or the account suspended. */
export async function addressOfActor({ tx, actor }: Act): Promise<string | undefined> {
	if (!actor.hat) return undefined;
	const account = await tx
		.selectFrom('account')
		.select('email')
		.where('id', '=', actor.accountId)
		.where('suspendedAt', 'is', null)
		.executeTakeFirst();
	return account?.email;
}
