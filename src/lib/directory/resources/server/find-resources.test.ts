import { beforeAll, expect, test } from 'vitest';
import { anOrganisation, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import type { Resource } from '../../organisation.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { readResourceAddress } from '../address.ts';
import { findResources } from './find-resources.ts';

const { operator, stranger } = await world();
const lens = { latitude: 50.43, longitude: 2.83 };
const means = (title: string, more: Partial<Resource> = {}): Resource => ({
	direction: 'offered',
	kind: 'premises',
	title,
	description: null,
	until: null,
	...more,
});
const find = async (address: string, near?: typeof lens) => {
	const filters = readResourceAddress(new URL(address, 'https://x.example.org').searchParams);
	const { total, resources } = await stranger((act) => findResources(act, filters, near));
	expect(total).toBe(resources.length);
	return resources.map(({ resource }) => resource.title);
};

beforeAll(() =>
	importDirectory(
		operator,
		'dora',
		linesOf(
			anOrganisation('a', {
				resources: [
					means('Une salle le soir'),
					means('Des bénévoles', { direction: 'sought', kind: 'volunteers' }),
					means('Un minibus', { kind: 'vehicle', until: '2026-11-22' }),
				],
			}),
			anOrganisation('b', {
				resources: [means('Un bureau fermé', { direction: 'sought', until: '2026-11-23' })],
				place: { ...anOrganisation('x').place!, latitude: 45.76, longitude: 4.83, inseeCode: '69123' },
			}),
			anOrganisation('refuge', { confidential: true, resources: [means('Deux chambres')] }),
			anOrganisation('rien'),
		),
		{ fileNames: [] },
	),
);

test('what is offered or sought today, each as its organisation says it, never what is over', async () => {
	expect(await find('/moyens')).toEqual([
		'Une salle le soir',
		'Des bénévoles',
		'Un bureau fermé',
		'Deux chambres',
	]);
	expect(await find('/moyens?sens=cherche')).toEqual(['Des bénévoles', 'Un bureau fermé']);
	expect(await find('/moyens?sens=cherche&genre=benevoles')).toEqual(['Des bénévoles']);
	expect(await find('/moyens?q=benevole')).toEqual(['Des bénévoles']);
});

test('near a place, where a hidden address is nowhere', async () => {
	expect(await find('/moyens?rayon=10', lens)).toEqual(['Une salle le soir', 'Des bénévoles']);
});
