import { expect, test } from 'vitest';
import { addService } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { compareServices } from './compare-services.ts';
import { addFavourite, listFavourites, removeFavourite } from './favourites.ts';

const { person, stranger, operator, organisation } = await world();
const { id: host } = await organisation('Mission locale');
const [first, second] = [
	await addService(operator, host, 'Permis'),
	await addService(operator, host, 'Vélo'),
];
const claire = await person('Claire Petit', 'worker');
const unknown = '00000000-0000-4000-8000-000000000000';

test('an account keeps services at hand, seen by nobody else', async () => {
	const other = await person('Karim Haddad', 'worker');
	await claire.act((act) => addFavourite(act, { service: first }));
	await claire.act((act) => addFavourite(act, { service: first }));
	expect((await claire.act(listFavourites)).map(({ name }) => name)).toEqual(['Permis']);
	expect(await other.act(listFavourites)).toEqual([]);
	expect(await stranger(({ tx }) => tx.selectFrom('favourite').selectAll().execute())).toEqual([]);

	await other.act((act) => removeFavourite(act, { service: first }));
	expect(await claire.act(listFavourites)).toHaveLength(1);
	await claire.act((act) => removeFavourite(act, { service: first }));
	expect(await claire.act(listFavourites)).toEqual([]);
	await expect(stranger((act) => addFavourite(act, { service: first }))).rejects.toMatchObject({
		status: 401,
	});
	await expect(claire.act((act) => addFavourite(act, { service: unknown }))).rejects.toMatchObject({
		status: 404,
	});
});

test('the log does not say which service was kept', async () => {
	const rows = await claire.act(({ tx }) =>
		tx.selectFrom('event').select('subject').where('name', 'like', 'list.favourite%').execute(),
	);
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.some(({ subject }) => subject === first)).toBe(false);
});

test('services side by side, in the order of the link, lines nobody fills left out', async () => {
	await operator(({ tx }) =>
		tx
			.updateTable('service')
			.set({
				responseDays: 3,
				openingHours: 'Mo 09:00-12:00',
				phone: '0321000000',
				closures: JSON.stringify([{ from: '2026-11-01', to: null, reason: 'Travaux' }]),
			})
			.where('id', '=', second)
			.execute(),
	);
	const params = new URLSearchParams(`services=${second},${unknown},${first}&lieu=Nulle-Part`);
	const { ids, placeUnknown, comparison } = await compareServices(stranger, params, noon);
	expect(ids).toEqual([second, first]);
	expect(placeUnknown).toBe(true);
	const row = (label: string) => comparison.rows.find((one) => one.label === label)?.cells;
	expect(row('Aujourd’hui')?.[0]?.[0]).toContain('Travaux');
	expect(row('Délai')).toEqual([['Répond d’ordinaire en 3 jours.'], []]);
	expect(row('Horaires')?.[0]?.[0]).toMatch(/^Lundi\s: 9/i);
	expect(row('Langues parlées')).toBeUndefined();
});
