import { expect, test } from 'vitest';
import { twinCount } from '#lib/directory/demo/twins.ts';
import { loadDemo } from '#lib/directory/server/load-demo.ts';
import { removeDemo } from '#lib/directory/server/remove-demo.ts';
import { noon, world } from '#lib/testing/world.ts';
import { Merge } from '../merge.ts';
import { readPairFilter } from '../pair-filter.ts';
import { listPairs } from './list-pairs.ts';
import { lookForDuplicates } from './look-for-duplicates.ts';
import { mergePair } from './merge-entries.ts';

const { operator, db, person } = await world();
const amina = await person('Amina Test', 'coordinator');
await loadDemo(operator, noon);
await lookForDuplicates({ since: null }, { db, actor: amina.actor, now: () => noon });
const list = (search = '') => amina.act((act) => listPairs(act, readPairFilter(new URLSearchParams(search))));

test('the demo region has duplicates to compare: those planted, and few others', async () => {
	const { pairs, total } = await list('type=structures');
	expect(total).toBeGreaterThanOrEqual(twinCount);
	expect(total).toBeLessThan(4 * twinCount);
	expect(pairs[0]!.reasons.length).toBeGreaterThan(2);
	expect(pairs.every(({ kind }) => kind === 'organisation')).toBe(true);
});

test('a list keeps to a kind, a territory, an import, a state', async () => {
	const { total } = await list();
	const services = await list('type=services');
	expect((await list('type=structures')).total + services.total).toBe(total);
	const run = await operator(({ tx }) => tx.selectFrom('importRun').select('id').executeTakeFirstOrThrow());
	expect((await list(`import=${run.id}`)).total).toBe(total);
	expect((await list('import=00000000-0000-0000-0000-000000000000')).total).toBe(0);
	const sets = await operator(({ tx }) =>
		tx.selectFrom('territory').select('code').where('kind', '=', 'set').execute(),
	);
	const byTerritory = await Promise.all(sets.map(({ code }) => list(`territoire=set:${code}`)));
	expect(byTerritory.reduce((sum, one) => sum + one.total, 0)).toBe(total);
	expect((await list('etat=decides')).total).toBe(0);
});

test('what was merged goes with the demo region', async () => {
	const [pair] = (await list('type=structures')).pairs;
	await amina.act((act) => mergePair(act, pair!.id, Merge.parse({ keep: 'first' })));
	expect((await list('etat=decides')).pairs).toMatchObject([{ id: pair!.id, state: 'merged' }]);
	await removeDemo(operator);
	expect(await amina.act(({ tx }) => tx.selectFrom('duplicatePair').select('id').execute())).toEqual([]);
});
