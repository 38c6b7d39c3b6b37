import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { findCommune } from './communes.ts';
import { findCommunes } from './find-commune.ts';
import { listTerritories, listTerritory, territoriesOf } from './find-territories.ts';
import { loadReference } from './load-reference.ts';

const { operator, stranger } = await world();
const first = await operator(loadReference);

const names = (typed: string, limit?: number) =>
	stranger(async (act) =>
		(await findCommunes(act, typed, limit)).map(({ name, departmentCode }) => `${name} (${departmentCode})`),
	);

test('the communes of 2026 are there, and a second load changes nothing', async () => {
	expect(first).toMatchObject({ communes: 34_969, changed: 0, year: 2026 });
	expect(await operator(loadReference)).toMatchObject({ communes: 34_969, added: 0, changed: 0 });
});

test('only the operator loads them', async () => {
	await expect(stranger(loadReference)).rejects.toMatchObject({ code: '42501' });
});

test('a commune has its population, its postcodes and a point', async () => {
	const lens = await stranger((act) => findCommune(act, '62498'));
	expect(lens).toMatchObject({
		name: 'Lens',
		kind: 'commune',
		position: 'given',
		postcodes: ['62300'],
		departmentCode: '62',
	});
	expect(lens!.population).toBeGreaterThan(25_000);
	expect(lens!.latitude).toBeCloseTo(50.43, 1);
});

test('Paris, Saint-Martin and Mayotte are placed although their places bear no code', async () => {
	for (const [code, latitude] of [
		['75056', 48.85],
		['97801', 18.07],
		['97611', -12.78],
	] as const) {
		const commune = await stranger((act) => findCommune(act, code));
		expect(commune).toMatchObject({ position: 'given' });
		expect(commune!.latitude).toBeCloseTo(latitude, 1);
	}
});

test('arrondissements and merged communes lead to the commune of today', async () => {
	const currentOf = async (code: string) => (await stranger((act) => findCommune(act, code)))?.currentCode;
	expect(await currentOf('75112')).toBe('75056');
	expect(await currentOf('49069')).toBe('49126');
	expect(await currentOf('93059')).toBe('93066');
	expect(await currentOf('02311')).toBe('02589');
	expect(await currentOf('99999')).toBeUndefined();
});

test('a small commune is placed approximately, near its EPCI’s towns', async () => {
	const abergement = await stranger((act) => findCommune(act, '01002'));
	expect(abergement).toMatchObject({ position: 'approximate' });
	expect(abergement!.latitude).toBeCloseTo(45.95, 0);
});

test('a commune stands in its region, département and EPCI; the EPCI serves until living areas are loaded', async () => {
	const territories = await stranger((act) => territoriesOf(act, '62498'));
	expect(territories).toMatchObject({
		region: { code: '32', name: 'Hauts-de-France', year: 2026 },
		department: { code: '62', name: 'Pas-de-Calais' },
		epci: { code: '246200364' },
		daily: { kind: 'epci', code: '246200364' },
		livingArea: null,
		notice: 'territory.no-living-areas',
	});
	await expect(stranger((act) => territoriesOf(act, '00000'))).rejects.toMatchObject({ status: 404 });
});

test('an EPCI lists its communes', async () => {
	const { communes, name } = await stranger((act) => listTerritory(act, 'epci', '246200364'));
	expect(name).toContain('Lens');
	expect(communes).toHaveLength(36);
	expect(communes.map((commune) => commune.name)).toContain('Liévin');
	await expect(stranger((act) => listTerritory(act, 'epci', '0'))).rejects.toMatchObject({ status: 404 });
	expect(await stranger((act) => listTerritories(act, 'region'))).toHaveLength(26);
});

test('what people type finds the commune they mean', async () => {
	expect((await names('Lens'))[0]).toBe('Lens (62)');
	expect(await names('lens 62')).toEqual(['Lens (62)']);
	expect(await names('Lens (62)')).toEqual(['Lens (62)']);
	expect((await names('st omer')).slice(0, 2)).toEqual(['Saint-Omer (62)', 'Saint-Omer (14)']);
	expect((await names('paris 12e'))[0]).toBe('Paris 12e Arrondissement (75)');
	expect((await names('hazebrouk'))[0]).toBe('Hazebrouck (59)');
	expect((await names('bethunne 62'))[0]).toBe('Béthune (62)');
	expect((await names('62300'))[0]).toBe('Lens (62)');
	expect((await names('62498'))[0]).toBe('Lens (62)');
	expect((await names('62300 lens'))[0]).toBe('Lens (62)');
	expect((await names('50.43,2.83'))[0]).toBe('Lens (62)');
	expect((await names('le havre'))[0]).toBe('Le Havre (76)');
});

test('homonyms are all there, each with its département', async () => {
	const saints = await stranger((act) => findCommunes(act, 'saint denis', 4));
	expect(saints.map(({ departmentName, match }) => [departmentName, match])).toEqual([
		['La Réunion', 'exact'],
		['Seine-Saint-Denis', 'exact'],
		['Aude', 'exact'],
		['Gard', 'exact'],
	]);
	expect(await names('saint denis 974')).toEqual(['Saint-Denis (974)']);
});

test('a merged commune is found under its old name, and tells which one it is today', async () => {
	const [found] = await stranger((act) => findCommunes(act, 'Pierrefitte-sur-Seine'));
	expect(found).toMatchObject({ kind: 'former', currentCode: '93066', currentName: 'Saint-Denis' });
});

test('whatever is typed gets an answer, if only none', async () => {
	for (const typed of [
		'',
		'   ',
		'%',
		"'; drop table commune; --",
		'\u0000',
		'x'.repeat(10_000),
		'91,181',
		'0,0',
		'\\',
	])
		expect(await names(typed, 1e9)).toBeInstanceOf(Array);
});
