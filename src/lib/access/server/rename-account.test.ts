import { expect, test } from 'vitest';
import { world } from '../../testing/world.ts';
import { NewName, renameAccount } from './rename-account.ts';

const { person, stranger } = await world();
const awa = await person('Awa Diallo', 'worker');
const karim = await person('Karim Benali', 'worker');
const nameOf = (work: typeof awa.act) => work(({ tx }) => tx.selectFrom('account').select('name').execute());

test('one renames oneself and nobody else; the same name again is no event', async () => {
	await awa.act((act) => renameAccount(act, { name: 'Awa Diallo-Ndiaye' }));
	await awa.act((act) => renameAccount(act, { name: 'Awa Diallo-Ndiaye' }));
	await stranger((act) => renameAccount(act, { name: 'Personne' }));
	expect(await nameOf(awa.act)).toEqual([{ name: 'Awa Diallo-Ndiaye' }]);
	expect(await nameOf(karim.act)).toEqual([{ name: 'Karim Benali' }]);
	expect(await awa.act(({ tx }) => tx.selectFrom('event').select('name').execute())).toHaveLength(1);
});

test.each(['', '   ', 'a'.repeat(121), '<b>Awa</b>', 'Awa\u0000', 'Awa\nBcc: x'])(
	'« %s » is no name',
	(name) => {
		expect(NewName.safeParse({ name }).error?.issues[0]?.message).toMatch(/^access\.name-/);
	},
);
