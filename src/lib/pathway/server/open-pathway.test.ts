import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { openPathway } from './open-pathway.ts';
import { findPathway } from './pathways.ts';

const { organisation, person } = await world();

test('a pathway is opened with a first name, and another organisation sees nothing', async () => {
	const [mission, stranger] = [await organisation('Mission locale'), await organisation('CCAS')];
	const awa = await person('Awa Diallo', 'worker', mission.id);
	const colleague = await person('Léo Martin', 'worker', mission.id);
	const other = await person('Nour Petit', 'worker', stranger.id);

	const id = await awa.act((act) => openPathway(act, { name: 'Lila', words: null }));

	const seen = { name: 'Lila', state: 'to-open', leadName: 'Awa Diallo' };
	expect(await awa.act((act) => findPathway(act, id))).toMatchObject(seen);
	expect(await colleague.act((act) => findPathway(act, id))).toMatchObject(seen);
	await expect(other.act((act) => findPathway(act, id))).rejects.toMatchObject({ status: 404 });
	expect(await other.act(({ tx }) => tx.selectFrom('event').selectAll().execute())).toEqual([]);
});
