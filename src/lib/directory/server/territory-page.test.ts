import { expect, test } from 'vitest';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { openSet, SetToOpen } from '#lib/territory/server/open-set.ts';
import { world } from '../../testing/world.ts';
import { findSetPage } from './set-page.ts';
import { findTerritoryPage } from './territory-page.ts';

const { operator, stranger } = await world();
await operator(loadReference);
await operator(async ({ tx, at }) => {
	const place = await tx
		.insertInto('place')
		.values({ source: 'test', key: 'lens', communeCode: '62498', position: 'unknown' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const common = { source: 'test', updatedOn: '2026-11-01', digest: '', importedAt: at, placeId: place.id };
	const organisation = await tx
		.insertInto('organisation')
		.values({ ...common, sourceId: 'test--1', name: 'Maison du canal' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const service = {
		...common,
		organisationId: organisation.id,
		name: 'Permis',
		description: 'Code de la route',
	};
	await tx
		.insertInto('service')
		.values([
			{ ...service, sourceId: 'test--a' },
			{ ...service, sourceId: 'test--b', goneAt: at },
		])
		.execute();
});

test('a stranger sees a commune’s territories, their communes and the services still offered there', async () => {
	const page = await stranger((act) => findTerritoryPage(act, '62498'));
	expect(page).toMatchObject({ name: 'Lens', notice: expect.stringContaining('intercommunalité') });
	expect(page.rows.map(({ kind, services }) => [kind, services])).toEqual([
		['Intercommunalité', 1],
		['Département', 1],
		['Région', 1],
	]);
	expect(page.rows[0]?.communes).toBe(36);
});

test('an unknown code is nothing', async () => {
	await expect(stranger((act) => findTerritoryPage(act, 'ZZZZZ'))).rejects.toMatchObject({ status: 404 });
});

test('a set of communes has its page, and each of its communes leads there', async () => {
	const asked = SetToOpen.parse({ name: 'Essai', communes: 'Lens, Liévin' });
	const { code } = await operator((act) => openSet(act, asked));
	const page = await stranger((act) => findSetPage(act, code));
	expect(page).toMatchObject({ name: 'Essai', services: 1 });
	expect(page.communes.map(({ name, services }) => [name, services])).toEqual([
		['Lens', 1],
		['Liévin', 0],
	]);
	expect(page.population).toBeGreaterThan(50_000);
	const lens = await stranger((act) => findTerritoryPage(act, '62498'));
	expect(lens.rows.at(-1)).toMatchObject({
		name: 'Essai',
		communes: 2,
		services: 1,
		href: `/territoires/${code}`,
	});
	await expect(stranger((act) => findSetPage(act, 'ensemble-rien'))).rejects.toMatchObject({ status: 404 });
});
