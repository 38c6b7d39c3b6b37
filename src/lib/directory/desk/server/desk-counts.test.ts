import { expect, test } from 'vitest';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { showDesk } from '../shown-desk.ts';
import { countDesk } from './desk-counts.ts';

const { operator, stranger, person } = await world();
const steward = await person('Nadège', 'facilitator');

test('an empty desk says nothing waits', async () => {
	const counts = await steward.act(countDesk);
	expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0]);
	expect(showDesk(counts).filter(({ waiting }) => waiting)).toEqual([]);
});

test('what waits comes first, and only for whom it waits', async () => {
	await importDirectory(
		operator,
		'dora',
		linesOf(anOrganisation('a'), aService('old', 'a', { updatedOn: '2024-01-05' }), aService('new', 'a')),
		{ fileNames: ['essai.json'] },
	);
	const [one, two] = await stranger(({ tx }) =>
		tx.selectFrom('service').select('id').orderBy('id').execute(),
	);
	await operator(({ tx, at }) =>
		tx
			.insertInto('duplicatePair')
			.values({
				kind: 'service',
				firstId: one!.id,
				secondId: two!.id,
				score: 80,
				reasons: '[]',
				proposedAt: at,
			})
			.execute(),
	);
	const doors = showDesk(await steward.act(countDesk));
	expect(doors.slice(0, 3).map(({ href, waiting }) => [href, waiting])).toEqual([
		['/annuaire/doublons', '1 paire à regarder'],
		['/annuaire/a-verifier', '1 service à vérifier'],
		['/annuaire/propositions', null],
	]);
	expect(await stranger(countDesk)).toMatchObject({ duplicates: 0, propositions: 0 });
});
