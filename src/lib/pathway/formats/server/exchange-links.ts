import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';

interface Foreign {
	readonly source: string;
	readonly kind: 'Task' | 'Patient' | 'Consent';
	readonly foreignId: string;
}
type Ours =
	| { readonly referralId: string }
	| { readonly pathwayId: string }
	| { readonly agreementId: string };

/** Which of ours a resource of theirs became. */
export const findLink = ({ tx, actor }: Act, { source, kind, foreignId }: Foreign) =>
	tx
		.selectFrom('exchangeLink')
		.select(['referralId', 'pathwayId', 'agreementId', 'hash'])
		.where('organisationId', '=', organisationOf(actor))
		.where('source', '=', source)
		.where('kind', '=', kind)
		.where('foreignId', '=', foreignId)
		.executeTakeFirst();

export async function addLink(
	{ tx, actor, at }: Act,
	foreign: Foreign,
	ours: Ours,
	{ hash, exchangeId }: { hash: string; exchangeId: string },
): Promise<void> {
	await tx
		.insertInto('exchangeLink')
		.values({ ...foreign, ...ours, hash, exchangeId, organisationId: organisationOf(actor), madeAt: at })
		.execute();
}

/** The last version that was taken in. */
export async function renewLink(
	{ tx, actor }: Act,
	{ source, kind, foreignId }: Foreign,
	{ hash, exchangeId }: { hash: string; exchangeId: string },
): Promise<void> {
	await tx
		.updateTable('exchangeLink')
		.set({ hash, exchangeId })
		.where('organisationId', '=', organisationOf(actor))
		.where('source', '=', source)
		.where('kind', '=', kind)
		.where('foreignId', '=', foreignId)
		.execute();
}
