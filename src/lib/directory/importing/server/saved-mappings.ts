import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** The mappings that are kept, by name. */
export const listSavedMappings = ({ tx }: Act) =>
	tx
		.selectFrom('savedMapping')
		.select(['savedMapping.id', 'savedMapping.name', 'savedMapping.updatedAt', 'mapping'])
		.where('removedAt', 'is', null)
		.orderBy('savedMapping.name')
		.execute();

/** @throws Refusal 404 when there is none */
export async function findSavedMapping({ tx }: Act, id: string) {
	const saved = await tx
		.selectFrom('savedMapping')
		.select(['id', 'name', 'mapping'])
		.where('id', '=', id)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (!saved) throw new Refusal(404, 'importing.no-mapping');
	return saved;
}
