import { expect, test } from 'vitest';
import { importDirectory } from '#lib/directory/server/import-directory.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { lookForDuplicates, nextNight } from './look-for-duplicates.ts';

const { operator, db, owner, stranger, person } = await world();
await operator(loadReference);
const steward = await person('Amina', 'coordinator');
const now = () => new Date('2026-11-23T11:00:00Z');

const waiting = async () =>
	(
		await owner.query<{ key: string; run_at: Date }>(
			`select key, run_at from graphile_worker.jobs where task_identifier = 'look-for-duplicates' order by key`,
		)
	).rows;
const pairs = () => steward.act(({ tx }) => tx.selectFrom('duplicatePair').select('id').execute());

test('an import asks for a look at what it brought, and the look finds it', async () => {
	for (const source of ['dora', 'soliguide'])
		await importDirectory(
			operator,
			source,
			linesOf(anOrganisation('a', { source, sourceId: `${source}--a`, name: 'Maison Jean Monnet' })),
			{ fileNames: ['essai.json'] },
		);
	expect(await waiting()).toHaveLength(2);
	const { actor } = steward;
	await lookForDuplicates({ since: '2026-11-23T11:00:01Z' }, { db, actor, now });
	expect(await pairs()).toHaveLength(0);
	await lookForDuplicates({ since: '2026-11-23T11:00:00Z' }, { db, actor, now });
	expect(await pairs()).toHaveLength(1);
	expect(await stranger(({ tx }) => tx.selectFrom('duplicatePair').select('id').execute())).toEqual([]);
});

test('each night asks for the next', async () => {
	await lookForDuplicates({ since: null }, { db, actor: steward.actor, now });
	expect((await waiting())[0]?.run_at).toEqual(new Date('2026-11-24T01:00:00Z'));
	expect(nextNight(new Date('2026-11-24T00:59:59Z'))).toEqual(new Date('2026-11-24T01:00:00Z'));
	expect(nextNight(new Date('2026-11-24T01:00:00Z'))).toEqual(new Date('2026-11-25T01:00:00Z'));
});
