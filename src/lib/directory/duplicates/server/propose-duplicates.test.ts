import { expect, test } from 'vitest';
import { importDirectory } from '#lib/directory/server/import-directory.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { proposeDuplicates } from './propose-duplicates.ts';

const { operator, door } = await world();
await operator(loadReference);

test('proposes', async () => {
	const files = { fileNames: ['essai.json'] };
	await importDirectory(
		operator,
		'dora',
		linesOf(anOrganisation('a', { name: 'Maison Jean Monnet' }), aService('s', 'a')),
		files,
	);
	const other = { source: 'soliguide', sourceId: 'soliguide--b' };
	await importDirectory(
		operator,
		'soliguide',
		linesOf(anOrganisation('b', { name: 'Maison Jean-Monnet', ...other })),
		files,
	);
	const proposed = await door((act) => proposeDuplicates(act, 'organisation', null));
	expect(proposed).toMatchObject({ entries: 2, compared: 1, found: 1, added: 1, withdrawn: 0, changed: 0 });
	expect(await door((act) => proposeDuplicates(act, 'organisation', null))).toMatchObject({
		added: 0,
		found: 1,
	});
	expect(await door((act) => proposeDuplicates(act, 'service', null))).toMatchObject({
		entries: 1,
		compared: 0,
	});
});
