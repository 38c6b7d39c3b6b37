import { expect, test } from 'vitest';
import { alsoFollowed, followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { possibleDuplicates } from './duplicates.ts';

const here = await world();

test('a near name is told inside the organisation, and nowhere else', async () => {
	const lila = await followed(here, 'Lila');
	await alsoFollowed(lila.worker, 'Karim');
	const colleague = await here.person('Léo Martin', 'worker', lila.organisation.id);
	const other = await followed(here, 'Lïla');
	await share(lila, other.organisation.id, 4, ['housing']);

	const found = await colleague.act((act) => possibleDuplicates(act, 'LILA'));
	expect(found).toEqual([{ pathwayId: lila.pathwayId, name: 'Lila', leadName: 'Awa Diallo' }]);
	expect(await other.worker.act((act) => possibleDuplicates(act, 'Lila'))).toMatchObject([{ name: 'Lïla' }]);
	const stranger = await here.person('Nour Petit', 'worker', (await here.organisation('CCAS')).id);
	expect(await stranger.act((act) => possibleDuplicates(act, 'Lila'))).toEqual([]);
});

test('a closed file is told to its lead worker alone', async () => {
	const sacha = await followed(here, 'Sacha');
	await sacha.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'closed' }).where('id', '=', sacha.personId).execute(),
	);
	const colleague = await here.person('Léo Martin', 'worker', sacha.organisation.id);
	expect(await colleague.act((act) => possibleDuplicates(act, 'Sacha'))).toEqual([]);
	expect(await sacha.worker.act((act) => possibleDuplicates(act, 'Sacha'))).toHaveLength(1);
});
