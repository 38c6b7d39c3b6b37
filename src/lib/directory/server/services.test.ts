import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { showService } from '../shown-service.ts';
import { findOrganisation } from './organisations.ts';
import { findService, listSearchEntries } from './services.ts';

const { operator, stranger, organisation } = await world();
const mission = await organisation('Mission locale du canal');

const add = (name: string, more: { placeId?: string; goneAt?: Date; openingHours?: string } = {}) =>
	operator(async ({ tx, at }) => {
		const values = {
			organisationId: mission.id,
			source: 'test',
			sourceId: `test--${name}`,
			name,
			description: `${name}, en détail.`,
			updatedOn: '2026-11-01',
			digest: '',
			importedAt: at,
		};
		const { id } = await tx
			.insertInto('service')
			.values({
				...values,
				conditions: 'Avoir entre 16 et 25 ans',
				audiences: ['young-people', 'nobody'],
				fee: 'free',
				welcomeModes: ['on-site'],
				...more,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	});
const addPlace = (key: string, address: string) =>
	operator(async ({ tx }) => {
		const { id } = await tx
			.insertInto('place')
			.values({
				source: 'test',
				key,
				address,
				position: 'given',
				latitude: 50,
				longitude: 3,
				communeName: 'Lens',
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	});

const home = await addPlace('home', '1 quai du Canal');
await operator(({ tx }) =>
	tx
		.updateTable('organisation')
		.set({ placeId: home, phone: '+33300000000', openingHours: 'Mo-Fr 09:00-17:00' })
		.where('id', '=', mission.id)
		.execute(),
);
const permit = await add('Passer le permis', {
	placeId: await addPlace('garage', '3 rue du Garage'),
	openingHours: 'Tu 10:00-12:00',
});
const cv = await add('Écrire un CV');
const ended = await add('Atelier fini', { goneAt: new Date('2026-01-01') });

test('a service tells its own place and hours, and who offers it', async () => {
	const service = await stranger((act) => findService(act, permit));
	expect(service).toMatchObject({
		name: 'Passer le permis',
		place: { address: '3 rue du Garage', position: 'given' },
		openingHours: 'Tu 10:00-12:00',
		audiences: ['young-people'],
		goneAt: null,
		organisation: { id: mission.id, name: 'Mission locale du canal', openingHours: 'Mo-Fr 09:00-17:00' },
	});
	expect(Object.keys(service)).not.toContain('address');
});

test('a service without a place is at its organisation’s', async () => {
	expect(await stranger((act) => findService(act, cv))).toMatchObject({
		place: { address: '1 quai du Canal' },
	});
});

test('a closed organisation closes its services, whatever their hours say', async () => {
	const closures = [{ from: '2026-11-20', to: '2026-12-02', reason: 'Travaux' }];
	await operator(({ tx }) =>
		tx
			.updateTable('organisation')
			.set({ closures: JSON.stringify(closures) })
			.where('id', '=', mission.id)
			.execute(),
	);
	const service = await stranger((act) => findService(act, cv));
	expect(service).toMatchObject({ closures: [], organisation: { closures } });
	const { day, hours } = showService(service, { names: [], more: 0 }, new Date('2026-11-23T10:00:00Z'));
	expect(day.closed).toContain('3 décembre 2026');
	expect(hours).toMatchObject({ open: false, now: 'Fermé' });
});

test('an organisation lists the services it still offers', async () => {
	const { services, place } = await stranger((act) => findOrganisation(act, mission.id));
	expect(services.map(({ name }) => name)).toEqual(['Écrire un CV', 'Passer le permis']);
	expect(place).toMatchObject({ communeName: 'Lens' });
});

test('searches look into what is still offered, with the organisation’s hours where there are none', async () => {
	const entries = await stranger(listSearchEntries);
	expect(entries.map(({ id }) => id).sort()).toEqual([permit, cv].sort());
	expect(entries.find(({ id }) => id === cv)).toMatchObject({
		organisation: 'Mission locale du canal',
		summary: 'Écrire un CV, en détail.',
		address: '1 quai du Canal',
		communeName: 'Lens',
		position: 'given',
		openingHours: 'Mo-Fr 09:00-17:00',
		phone: '+33300000000',
		audiences: ['young-people'],
		fee: 'free',
	});
	expect(entries[0]!.description).toContain('Avoir entre 16 et 25 ans');
});

test('what is gone says since when; what is not there is not found', async () => {
	expect((await stranger((act) => findService(act, ended))).goneAt).toEqual(new Date('2026-01-01'));
	for (const id of ['00000000-0000-4000-8000-000000000000', 'abc', '', "' or 1=1"]) {
		await expect(stranger((act) => findService(act, id))).rejects.toMatchObject({ status: 404 });
		await expect(stranger((act) => findOrganisation(act, id))).rejects.toMatchObject({ status: 404 });
	}
});

test('services of an organisation that is gone are out of searches', async () => {
	await operator(({ tx, at }) =>
		tx.updateTable('organisation').set({ goneAt: at }).where('id', '=', mission.id).execute(),
	);
	expect(await stranger(listSearchEntries)).toEqual([]);
	expect((await stranger((act) => findService(act, permit))).goneAt).not.toBeNull();
});
