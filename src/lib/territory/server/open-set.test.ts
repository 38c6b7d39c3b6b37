import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { listTerritory, territoriesOf } from './find-territories.ts';
import { loadReference } from './load-reference.ts';
import { openSet, SetToOpen } from './open-set.ts';

const { operator, stranger, person } = await world();
await operator(loadReference);
const facilitator = await person('Camille', 'facilitator');
const worker = await person('Karim', 'worker');

const asked = (name: string, communes: string) => SetToOpen.parse({ name, communes });
const members = async (code: string) =>
	(await stranger((act) => listTerritory(act, 'set', code))).communes.map((commune) => commune.code);

test('a steward makes a territory of communes named in any way', async () => {
	const set = await facilitator.act((act) =>
		openSet(act, asked('Bassin d’Essai', 'Lens\nliévin ; 62065, paris 12e\r\n62498\tSaint-Denis (93)')),
	);
	expect(set).toEqual({ kind: 'set', code: 'ensemble-bassin-d-essai', year: 2026, name: 'Bassin d’Essai' });
	expect(await members(set.code)).toEqual(['62065', '62498', '62510', '75056', '93066'].toSorted(byName));
	const { sets } = await stranger((act) => territoriesOf(act, '62498'));
	expect(sets.map(({ name }) => name)).toContain('Bassin d’Essai');
});
const names: Record<string, string> = {
	'62065': 'avion',
	'62498': 'lens',
	'62510': 'lievin',
	'75056': 'paris',
	'93066': 'st denis',
};
const byName = (a: string, b: string) => (names[a] ?? '').localeCompare(names[b] ?? '');

test('a département or an EPCI brings all its communes', async () => {
	const whole = await facilitator.act((act) =>
		openSet(act, asked('Deux', 'Territoire de Belfort\n246200364')),
	);
	const both = await members(whole.code);
	const { communes: belfort } = await stranger((act) => listTerritory(act, 'department', '90'));
	const { communes: lens } = await stranger((act) => listTerritory(act, 'epci', '246200364'));
	expect(both).toHaveLength(belfort.length + lens.length);
});

test('what is unknown or borne by several communes is said, and nothing is written', async () => {
	const open = (name: string, list: string) => facilitator.act((act) => openSet(act, asked(name, list)));
	await expect(open('Un', 'Lens, Nulle Part, 99999')).rejects.toMatchObject({
		status: 422,
		reason: 'territory.set-unknown',
		values: { count: 2, names: 'Nulle Part, 99999' },
	});
	await expect(open('Un', 'Saint-Denis')).rejects.toMatchObject({ reason: 'territory.set-unclear' });
	await expect(stranger((act) => listTerritory(act, 'set', 'ensemble-un'))).rejects.toMatchObject({
		status: 404,
	});
});

test('a name that is taken stays as it was', async () => {
	const open = (list: string) => facilitator.act((act) => openSet(act, asked('Pris', list)));
	await open('Lens');
	await expect(open('Liévin')).rejects.toMatchObject({ status: 409 });
	expect(await members('ensemble-pris')).toEqual(['62498']);
});

test('the database itself lets only stewards in, and nobody change what is there', async () => {
	const making = worker.act((act) => openSet(act, asked('À moi', 'Lens')));
	await expect(making).rejects.toMatchObject({ code: '42501' });
	const territory = { kind: 'region', code: '99', year: 2026, name: 'Nouvelle région' };
	const region = facilitator.act(({ tx }) => tx.insertInto('territory').values(territory).execute());
	await expect(region).rejects.toMatchObject({ code: '42501' });
	const removing = facilitator.act(({ tx }) => tx.deleteFrom('territory').execute());
	await expect(removing).rejects.toMatchObject({ code: '42501' });
});

test('a form without a name, a commune or a letter in its name is given back', () => {
	const wrong = { name: ' ’ ', communes: ' ,;\n' };
	const issues = SetToOpen.safeParse(wrong).error?.issues.map(({ path, message }) => [path[0], message]);
	expect(issues).toEqual([
		['name', 'territory.set-name-missing'],
		['communes', 'territory.set-empty'],
	]);
});
