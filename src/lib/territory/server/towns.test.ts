import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { writeCommunes } from './communes.ts';
import { listTowns } from './towns.ts';

const { operator, stranger } = await world();

const commune = (code: string, different: object = {}) => ({
	code,
	name: `Commune ${code}`,
	kind: 'commune' as const,
	currentCode: code,
	departmentCode: '62',
	regionCode: '32',
	population: 1000,
	populationYear: 2022,
	postcodes: [],
	longitude: 2.8,
	latitude: 50.4,
	position: 'given' as const,
	...different,
});

test('maps name communes of today that are large enough and well placed, the largest first', async () => {
	await operator((act) =>
		writeCommunes(act, [
			commune('62001', { population: 5000 }),
			commune('62002', { population: 90_000 }),
			commune('62003', { population: 799 }),
			commune('62004', { population: null }),
			commune('62005', { position: 'approximate' }),
			commune('62006', { longitude: null, latitude: null, position: 'unknown' }),
			commune('62007', { kind: 'former', currentCode: '62002' }),
			commune('62008', { population: 800 }),
		]),
	);
	const towns = await stranger(listTowns);
	expect(towns.map(({ name, population }) => [name, population])).toEqual([
		['Commune 62002', 90_000],
		['Commune 62001', 5000],
		['Commune 62008', 800],
	]);
	expect(towns[0]).toMatchObject({ longitude: 2.8, latitude: 50.4 });
});
