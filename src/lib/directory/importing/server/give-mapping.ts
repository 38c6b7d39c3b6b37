import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { readMapping } from '../../mapping/read-mapping.ts';

/**
 * Keeps a mapping that somebody gives as a file, such as another territory's.
 * @throws Refusal 422 when it cannot be run, with what is wrong first
 */
export async function giveMapping({ tx, at, actor }: Act, text: string): Promise<void> {
	const { mapping, faults } = readMapping(text);
	if (!mapping) throw new Refusal(422, 'importing.not-ready', { fault: faults[0]?.problem ?? '' });
	const kept = {
		mapping: JSON.stringify(JSON.parse(text.replace(/^\ufeff/, ''))),
		accountId: actor.accountId,
		updatedAt: at,
	};
	const known = await tx
		.updateTable('savedMapping')
		.set(kept)
		.where(({ fn, eb }) => eb(fn('lower', ['name']), '=', mapping.name.toLowerCase()))
		.where('removedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (!known)
		await tx
			.insertInto('savedMapping')
			.values({ name: mapping.name, ...kept })
			.execute();
}
