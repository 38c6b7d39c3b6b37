import { beforeAll, expect, test } from 'vitest';
import type { Refusal } from '#lib/refusal.ts';
import { anOrganisation, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import type { Offer } from '../../organisation.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { readEmployerAddress } from '../address.ts';
import { findEmployers } from './find-employers.ts';
import { listOccupations } from './occupations.ts';
import { tagOccupation } from './tag-occupation.ts';
import { untagOccupation } from './untag-occupation.ts';

const { operator, stranger, person } = await world();
const steward = await person('Nadège', 'facilitator');
const worker = await person('Awa', 'worker');
const lens = { latitude: 50.43, longitude: 2.83 };
const offer = (title: string, more: Partial<Offer> = {}): Offer => ({
	kind: 'job',
	title,
	romeCode: null,
	description: null,
	accepts: [],
	places: null,
	until: null,
	...more,
});
const find = async (address: string, near?: { latitude: number; longitude: number }) => {
	const filters = readEmployerAddress(new URL(address, 'https://x.example.org').searchParams);
	const { total, employers } = await stranger((act) => findEmployers(act, filters, near));
	expect(total).toBeGreaterThanOrEqual(employers.length);
	return employers.map(({ name, offers }) => [name, ...offers.map(({ title }) => title)]);
};

beforeAll(() =>
	importDirectory(
		operator,
		'dora',
		linesOf(
			anOrganisation('jardin', {
				employerKind: 'aci',
				offers: [
					offer('Jardinière', { romeCode: 'A1203', kind: 'immersion', accepts: ['beginners'] }),
					offer('Cuisinier', { romeCode: 'G1602', until: '2026-11-22' }),
				],
			}),
			anOrganisation('soins', {
				employerKind: 'association',
				offers: [offer('Auxiliaire de vie', { romeCode: 'K1302' })],
				place: {
					...anOrganisation('x').place!,
					latitude: 50.63,
					longitude: 3.06,
					communeName: 'Lille',
					inseeCode: '59350',
				},
			}),
			anOrganisation('etti', { employerKind: 'etti' }),
			anOrganisation('refuge', {
				employerKind: 'association',
				confidential: true,
				offers: [offer('Veilleuse de nuit', { romeCode: 'K1204' })],
			}),
			anOrganisation('mairie'),
		),
		{ fileNames: [] },
	),
);

test('all employers without a question, and no organisation that employs nobody', async () => {
	const names = (await find('/employeurs')).map(([name]) => name);
	expect(names).toEqual(['Maison etti', 'Maison jardin', 'Maison refuge', 'Maison soins']);
});

test('by occupation, in words without accents or by its code, and never an offer that is over', async () => {
	expect(await find('/employeurs?q=jardiniere')).toEqual([['Maison jardin', 'Jardinière']]);
	expect(await find('/employeurs?q=a1203')).toEqual([['Maison jardin', 'Jardinière']]);
	expect(await find('/employeurs?q=espaces+verts')).toEqual([['Maison jardin', 'Jardinière']]);
	expect(await find('/employeurs?q=cuisinier')).toEqual([]);
	expect(await find('/employeurs?q=maison+etti')).toEqual([['Maison etti']]);
});

test('by kind of offer, by what is accepted, by tag', async () => {
	expect(await find('/employeurs?offre=immersion&accepte=debutants')).toEqual([
		['Maison jardin', 'Jardinière'],
	]);
	expect(await find('/employeurs?offre=formation')).toEqual([]);
	expect(await find('/employeurs?couleur=vert')).toEqual([['Maison jardin', 'Jardinière']]);
	expect((await find('/employeurs?couleur=blanc')).map(([name]) => name)).toEqual([
		'Maison refuge',
		'Maison soins',
	]);
});

test('near a place: nearest first, a hidden address is nowhere', async () => {
	expect((await find('/employeurs?rayon=10', lens)).map(([name]) => name)).toEqual([
		'Maison etti',
		'Maison jardin',
	]);
	expect((await find('/employeurs?rayon=50', lens)).map(([name]) => name)).toEqual([
		'Maison etti',
		'Maison jardin',
		'Maison soins',
	]);
});

test('a steward changes the list of tagged occupations, nobody else', async () => {
	const label = 'Production culinaire';
	const occupation = { romeCode: 'G1602', tag: 'green', label } as const;
	await steward.act((act) => tagOccupation(act, occupation));
	await steward.act((act) => tagOccupation(act, { ...occupation, label: 'Cuisine' }));
	const kitchen = (await stranger(listOccupations)).filter(({ romeCode }) => romeCode === 'G1602');
	expect(kitchen).toEqual([{ romeCode: 'G1602', tag: 'green', label: 'Cuisine' }]);
	await expect(worker.act((act) => tagOccupation(act, { ...occupation, tag: 'white' }))).rejects.toThrow();
	await steward.act((act) => untagOccupation(act, occupation));
	await expect(steward.act((act) => untagOccupation(act, occupation))).rejects.toMatchObject({
		status: 404,
		reason: 'employers.no-occupation',
	} satisfies Partial<Refusal>);
});
