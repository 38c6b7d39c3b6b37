import { expect, test } from 'vitest';
import { passwordMatches } from '#lib/access/server/password-hash.ts';
import { listTerritories, listTerritory } from '#lib/territory/server/find-territories.ts';
import { noon, world } from '#lib/testing/world.ts';
import { demoPassword } from '../demo/people.ts';
import { hasDemo, hasDirectory, loadDemo } from './load-demo.ts';
import { listSearchEntries } from './services.ts';

const { operator, stranger, door } = await world();

test('the demo region comes into an empty directory, once', async () => {
	expect(await operator(hasDirectory)).toBe(false);
	const { organisations, services } = await loadDemo(operator, noon);
	expect(organisations).toBeGreaterThanOrEqual(390);
	expect(services).toBeGreaterThanOrEqual(1150);
	expect([await operator(hasDirectory), await operator(hasDemo)]).toEqual([true, true]);
	const before = (await stranger(listSearchEntries)).map(({ id }) => id);
	await loadDemo(operator, noon);
	expect((await stranger(listSearchEntries)).map(({ id }) => id)).toEqual(before);
});

test('all of it says that it is invented, and where it is', async () => {
	const entries = await stranger(listSearchEntries);
	expect(entries.every(({ fictional }) => fictional)).toBe(true);
	expect(entries.filter(({ latitude }) => latitude !== null).length).toBeGreaterThan(entries.length * 0.8);
	expect(new Set(entries.map(({ position }) => position))).toContain('approximate');
	const [run] = await operator(({ tx }) => tx.selectFrom('importRun').selectAll().execute());
	expect(run).toMatchObject({ source: 'demo', rejected: 0 });
});

test('three test territories are sets of real communes', async () => {
	const sets = await stranger((act) => listTerritories(act, 'set'));
	expect(sets).toHaveLength(3);
	for (const { code } of sets)
		expect((await stranger((act) => listTerritory(act, 'set', code))).communes.length).toBeGreaterThan(20);
});

test('invented people can sign in, each with their hats', async () => {
	const accounts = await door(({ tx }) => tx.selectFrom('account').selectAll().execute());
	expect(accounts).toHaveLength(8);
	expect(await passwordMatches(accounts[0]!.passwordHash, demoPassword)).toBe(true);
	const hats = await door(({ tx }) => tx.selectFrom('hat').selectAll().execute());
	expect(hats).toHaveLength(9);
	expect(
		hats.every(({ organisationId, territoryCode }) => organisationId !== null || territoryCode !== null),
	).toBe(true);
});
