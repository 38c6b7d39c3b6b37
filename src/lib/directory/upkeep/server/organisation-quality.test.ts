import { expect, test } from 'vitest';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { showQuality } from '../shown-quality.ts';
import { readQuality } from './organisation-quality.ts';

const { operator, stranger } = await world();

test('the weakest service first, and what to do for each', async () => {
	await importDirectory(
		operator,
		'dora',
		linesOf(
			anOrganisation('a', { phone: '03 21 00 00 01' }),
			aService('good', 'a', {
				description: 'Un atelier de quatre heures par semaine pour apprendre à écrire son CV. '.repeat(4),
				mobilisationModes: ['phone'],
				mobilisableBy: ['people'],
				phone: '03 21 00 00 01',
				updatedOn: '2026-11-01',
			}),
			aService('poor', 'a', { topics: [], fee: null, updatedOn: '2020-01-01', place: null }),
		),
		{ fileNames: ['essai.json'] },
	);
	const { id } = await stranger(({ tx }) =>
		tx.selectFrom('organisation').select('id').executeTakeFirstOrThrow(),
	);
	const shown = showQuality(await stranger((act) => readQuality(act, id)));
	expect(shown.services.map(({ name }) => name)).toEqual(['Aide poor', 'Aide good']);
	const [poor, good] = shown.services;
	expect(poor!.percent).toBeLessThan(good!.percent);
	expect(poor!.todo.length).toBeGreaterThan(good!.todo.length);
	for (const { advice } of poor!.todo) expect(advice.length).toBeGreaterThan(10);
	expect(showQuality([])).toEqual({ percent: null, services: [] });
});
