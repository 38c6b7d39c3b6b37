import { expect, test } from 'vitest';
import { loadDemo } from '#lib/directory/server/load-demo.ts';
import { noon, world } from '#lib/testing/world.ts';
import { lacksPeople, loadPeople } from './load-people.ts';

const { db, operator } = await world();
await loadDemo(operator, noon);

test('sixty people come, once, in a few seconds', async () => {
	expect(await lacksPeople(operator, db)).toBe(true);
	const start = performance.now();
	const { people } = await loadPeople(operator, db, noon);
	console.log('ms', performance.now() - start);
	expect(people).toBe(60);
	expect(await lacksPeople(operator, db)).toBe(false);
});
