import { expect, test } from 'vitest';
import { actAs } from '#lib/server/act.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { logAccess } from './access-log.ts';

const here = await world();

test('one line tells who opened what; ten minutes later another one', async () => {
	const { personId, worker } = await followed(here, 'Lila');
	const at = (minutes: number) =>
		actAs(here.db, worker.actor, () => new Date(noon.getTime() + minutes * 60_000));
	const lines = () =>
		worker.act(({ tx }) =>
			tx.selectFrom('accessLog').select(['what', 'workerName']).where('personId', '=', personId).execute(),
		);

	await at(0)((act) => logAccess(act, personId, 'pathway'));
	await at(9)((act) => logAccess(act, personId, 'pathway'));
	expect(await lines()).toEqual([{ what: 'pathway', workerName: 'Awa Diallo' }]);

	await at(11)((act) => logAccess(act, personId, 'pathway'));
	await at(11)((act) => logAccess(act, personId, 'notes'));
	expect(await lines()).toHaveLength(3);
});

test('a page and its frame that load together leave one line', async () => {
	const { personId, worker } = await followed(here, 'Sacha');
	await Promise.all([1, 2, 3].map(() => worker.act((act) => logAccess(act, personId, 'pathway'))));
	const lines = await worker.act(({ tx }) =>
		tx.selectFrom('accessLog').select('id').where('personId', '=', personId).execute(),
	);
	expect(lines).toHaveLength(1);
});

test('another organisation that may read leaves its line, and reads nobody else’s', async () => {
	const follow = await followed(here, 'Noa');
	const ccas = await here.organisation('CCAS');
	const nour = await here.person('Nour Petit', 'worker', ccas.id);
	await share(follow, ccas.id, 3);
	await follow.worker.act((act) => logAccess(act, follow.personId, 'pathway'));
	await nour.act((act) => logAccess(act, follow.personId, 'pathway'));

	const names = ({ tx }: Parameters<Parameters<typeof nour.act>[0]>[0]) =>
		tx
			.selectFrom('accessLog')
			.select('workerName')
			.where('personId', '=', follow.personId)
			.orderBy('id')
			.execute();
	expect(await nour.act(names)).toEqual([{ workerName: 'Nour Petit' }]);
	expect(await follow.worker.act(names)).toEqual([
		{ workerName: 'Awa Diallo' },
		{ workerName: 'Nour Petit' },
	]);
});
