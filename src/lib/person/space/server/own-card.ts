import type { Act } from '#lib/server/act.ts';

/** What she is told of her card and of those made for her, and her name as it is now. */
export async function readOwnCard({ tx, at }: Act, personId: string) {
	const person = await tx
		.selectFrom('person')
		.select('name')
		.where('id', '=', personId)
		.executeTakeFirstOrThrow();
	const live = await tx
		.selectFrom('personCode')
		.select('expiresAt')
		.where('endedAt', 'is', null)
		.where('expiresAt', '>', at)
		.executeTakeFirst();
	const handed = await tx
		.selectFrom('handOver')
		.innerJoin('organisation', 'organisation.id', 'handOver.organisationId')
		.select(['handOver.madeAt', 'handOver.workerName', 'organisation.name as organisation'])
		.orderBy('handOver.madeAt', 'desc')
		.limit(5)
		.execute();
	const fact = await tx.selectFrom('recoveryFact').select(['question', 'chosenAt']).executeTakeFirst();
	return { name: person.name, until: live?.expiresAt ?? null, handed, fact: fact ?? null };
}
