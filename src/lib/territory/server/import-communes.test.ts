import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { world } from '#lib/testing/world.ts';
import { findCommune } from './communes.ts';
import { createSet } from './create-set.ts';
import { listTerritory, territoriesOf } from './find-territories.ts';
import { importCommunes } from './import-communes.ts';
import { importLivingAreas } from './import-living-areas.ts';
import { loadReference } from './load-reference.ts';

const { operator, stranger } = await world();
await operator(loadReference);

const folder = await mkdtemp(join(tmpdir(), 'communes-'));
afterAll(() => rm(folder, { recursive: true }));
const file = async (name: string, lines: readonly string[]) => {
	const path = join(folder, name);
	await writeFile(path, lines.join('\n'));
	return path;
};
const header = 'insee_com,commune_article,code_postal,commune_type,insee_parente,lat,lng,population_2021';

test('a correct line enters, a wrong one is told with its field, value and reason', async () => {
	const path = await file('lines.csv', [
		header,
		'01002,L’Abergement-de-Varey,01640,COM,,46.00713,5.42464,267',
		'99999,Nulle part,01640,COM,,46,5,1',
		'ABC,Nulle part,01640,COM,,46,5,1',
		'62498,Lens,62300,COM,,abc,2.8,1',
		'62498,Lens,62300,COM,,2.83,50.43,1',
		'62498,Lens,62300,COM,,50.43,2.83,-4',
		'62498,Lens,623,COM,,50.43,2.83,4',
	]);
	const report = await operator((act) => importCommunes(act, path));
	expect(report).toMatchObject({ rows: 7, added: 0, changed: 1, unchanged: 0 });
	expect(report.rejected.map(({ line, field, value }) => [line, field, value])).toEqual([
		[3, 'insee_com', '99999'],
		[4, 'insee_com', 'ABC'],
		[5, 'lat', 'abc'],
		[6, 'lat', '2.83'],
		[7, 'population_2021', '-4'],
		[8, 'code_postal', '623'],
	]);
	expect(await stranger((act) => findCommune(act, '01002'))).toMatchObject({
		position: 'given',
		latitude: 46.00713,
	});
});

test('a file that is not the right one is refused in one sentence, and changes nothing', async () => {
	const refused = async (path: string) =>
		operator((act) => importCommunes(act, path)).catch((error) => error.reason);
	expect(await refused(await file('empty.csv', []))).toBe('territory.file-empty');
	expect(await refused(await file('other.csv', ['a,b', '1,2']))).toBe('territory.file-columns');
	const wrong = operator(async (act) => importCommunes(act, await file('wrong.csv', ['insee_com', '1'])));
	await expect(wrong).rejects.toMatchObject({
		values: { columns: expect.stringContaining('population_AAAA') },
	});
	expect(await refused(join(folder, 'absent.csv'))).toBe('territory.file-missing');
	expect(await refused(folder)).toBe('territory.file-missing');
	expect(await refused(await file('quote.csv', [header, '"62498']))).toBe('territory.file-malformed');
	const latin = join(folder, 'latin.csv');
	await writeFile(latin, Buffer.from(`${header}\n01002,Ch\xe2teau,01640,COM,,46,5.4,2`, 'latin1'));
	expect(await refused(latin)).toBe('territory.file-encoding');
});

testOnSharedData('INSEE’s centres replace the approximate ones, once', async () => {
	const path = sharedData('geo/communes_lat_lng_population.csv');
	const first = await operator((act) => importCommunes(act, path));
	expect(first).toMatchObject({ rows: 36_208, rejected: [] });
	expect(first.changed).toBeGreaterThan(36_000);
	expect(await operator((act) => importCommunes(act, path))).toMatchObject({
		added: 0,
		changed: 0,
		unchanged: 36_208,
	});
	expect(await operator(loadReference)).toMatchObject({ added: 0, changed: 0 });
});

testOnSharedData('a centre is exact, a population of 2023 is not replaced by that of 2021', async () => {
	expect(await stranger((act) => findCommune(act, '75112'))).toMatchObject({
		kind: 'arrondissement',
		position: 'given',
	});
	const abergement = await stranger((act) => findCommune(act, '01001'));
	expect(abergement).toMatchObject({
		latitude: 46.1517,
		longitude: 4.9306,
		population: 860,
		populationYear: 2023,
	});
	expect(await stranger((act) => findCommune(act, '02311'))).toMatchObject({
		name: 'Filain',
		currentCode: '02589',
	});
});

testOnSharedData('living areas come with their year, beside the EPCI of two years', async () => {
	const path = sharedData('geo/communes_zonages_cog2025_bv2022.csv');
	const first = await operator((act) => importLivingAreas(act, path));
	expect(first).toMatchObject({ rows: 34_875, added: 34_875, changed: 0, rejected: [] });
	expect(await operator((act) => importLivingAreas(act, path))).toMatchObject({
		added: 0,
		changed: 0,
		unchanged: 34_875,
	});
	const territories = await stranger((act) => territoriesOf(act, '01002'));
	expect(territories).toMatchObject({
		livingArea: { code: '01004', name: 'Ambérieu-en-Bugey', year: 2022 },
		daily: { kind: 'living-area' },
		epci: { year: 2026 },
		notice: null,
	});
	expect(await stranger((act) => listTerritory(act, 'epci', '240100883', 2025))).toMatchObject({
		year: 2025,
	});
	expect((await stranger((act) => listTerritory(act, 'living-area', '01004'))).communes).toHaveLength(34);
});

test('a commune that moves to another living area is changed, the others stay', async () => {
	const zones = 'DEPCOM,EPCI,NOM_EPCI,BV2031,LIB_BV2031';
	const before = await file('zones_cog2031.csv', [
		zones,
		'62498,246200364,CA de Lens,62498,Lens',
		'62510,ZZZZZZZZZ,,62498,Lens',
	]);
	expect(await operator((act) => importLivingAreas(act, before))).toMatchObject({ added: 2 });
	const after = await file('zones_cog2031.csv', [
		zones,
		'62510,ZZZZZZZZZ,,59350,Lille',
		'99999,,,62498,Lens',
		'62498,12,x,62498,Lens',
		'62498,,,7,Lens',
	]);
	const report = await operator((act) => importLivingAreas(act, after));
	expect(report).toMatchObject({ rows: 4, added: 0, changed: 1, unchanged: 0 });
	expect(report.rejected.map(({ line, field }) => [line, field])).toEqual([
		[3, 'DEPCOM'],
		[4, 'EPCI'],
		[5, 'BV2031'],
	]);
	const areaOf = async (code: string) => (await stranger((act) => territoriesOf(act, code))).livingArea?.code;
	expect([await areaOf('62498'), await areaOf('62510')]).toEqual(['62498', '59350']);
});

test('any communes make a set, and arrondissements stand for their city', async () => {
	const set = { code: 'essai-bassin', name: 'Bassin d’essai', year: 2026, communes: ['62498', '75112'] };
	await operator((act) => createSet(act, set));
	await operator((act) => createSet(act, { ...set, communes: ['75112', '62510'] }));
	const { communes } = await stranger((act) => listTerritory(act, 'set', 'essai-bassin'));
	expect(communes.map(({ code }) => code)).toEqual(['62510', '75056']);
	const unknown = operator((act) => createSet(act, { ...set, communes: ['00000'] }));
	await expect(unknown).rejects.toMatchObject({ status: 422, values: { count: 1, codes: '00000' } });
	await expect(stranger((act) => createSet(act, set))).rejects.toMatchObject({ code: '42501' });
});
