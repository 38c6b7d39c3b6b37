import type { Act } from '#lib/server/act.ts';

/** The name under which the actor's account is known: what the person and other organisations read. */
export async function nameOfActor({ tx, actor }: Act): Promise<string> {
	const { name } = await tx
		.selectFrom('account')
		.select('name')
		.where('id', '=', actor.accountId ?? '')
		.executeTakeFirstOrThrow();
	return name;
}
