import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { DemoHat, DemoPerson } from '../demo/people.ts';

/**
 * Opens the accounts of invented people and gives them their hats; those who have one keep it.
 * @param passwordHash null when nobody signs in as one of them
 */
export async function openDemoAccounts(
	act: Act,
	people: readonly DemoPerson[],
	passwordHash: string | null,
): Promise<void> {
	const organisations = await organisationsOfDemo(act);
	for (const { email, firstName, lastName, hats } of people) {
		const account = await act.tx
			.insertInto('account')
			.values({ email, name: `${firstName} ${lastName}`, passwordHash, demo: true, createdAt: act.at })
			.onConflict((conflict) => conflict.column('email').doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!account) continue;
		await record(act, 'account.opened', account.id, { by: 'operator' });
		// One after the other: the first of the list is the hat put on at first, each time.
		for (const [rank, hat] of hats.entries())
			await giveHat(act, account.id, { ...hat, createdAt: new Date(act.at.getTime() + rank) }, organisations);
	}
}

/** How many invented accounts there are; their password is published. As the operator. */
export async function countDemoAccounts({ tx }: Act): Promise<number> {
	const { count } = await tx
		.selectFrom('account')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('demo', '=', true)
		.executeTakeFirstOrThrow();
	return count;
}

async function organisationsOfDemo({ tx }: Act): Promise<Map<string, string>> {
	const rows = await tx
		.selectFrom('organisation')
		.select(['sourceId', 'id'])
		.where('source', '=', 'demo')
		.execute();
	return new Map(rows.map(({ sourceId, id }) => [sourceId, id]));
}

async function giveHat(
	act: Act,
	accountId: string,
	{ role, organisationSourceId, territory, createdAt }: DemoHat & { readonly createdAt: Date },
	organisations: ReadonlyMap<string, string>,
): Promise<void> {
	const organisationId = organisationSourceId === null ? null : organisations.get(organisationSourceId);
	if (organisationId === undefined)
		throw new Error(`the demo region has no organisation ${organisationSourceId}`);
	const { id } = await act.tx
		.insertInto('hat')
		.values({
			accountId,
			role,
			organisationId,
			territoryKind: territory?.kind ?? null,
			territoryCode: territory?.code ?? null,
			createdAt,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'hat.given', id, { role });
}
