import { expect, test } from 'vitest';
import { alsoFollowed, followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { peopleAsked } from '../people-asked.ts';
import { listPeople } from './list-people.ts';

const here = await world();
const asked = (search = '', typed = '') => peopleAsked(new URLSearchParams(search), typed);

test('mine first, then my organisation’s, then those who share; each with her next step', async () => {
	const lila = await followed(here, 'Lila');
	const karim = await alsoFollowed(lila.worker, 'Karim');
	await plannedStep(karim, { dueOn: '2026-12-04', words: 'Signer le bail' });
	await plannedStep(karim, { dueOn: '2026-11-20', words: 'Appeler la CAF' });
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	const ines = await alsoFollowed(leo, 'Inès');
	const noa = await followed(here, 'Noa');
	await plannedStep(noa);
	await share(noa, lila.organisation.id, 1);
	await followed(here, 'Sacha');

	const seen = await lila.worker.act((act) => listPeople(act, asked()));
	expect(seen.map(({ name, whose, stepWords }) => [name, whose, stepWords])).toEqual([
		['Lila', 'mine', null],
		['Karim', 'mine', 'Appeler la CAF'],
		['Inès', 'organisation', null],
		// Her identity is known here, her steps are not.
		['Noa', 'shared', null],
	]);
	expect(seen[1]).toMatchObject({ stepDueOn: '2026-11-20', stepOwner: 'Awa Diallo', total: 4 });

	const names = async (search: string, typed = '') =>
		(await lila.worker.act((act) => listPeople(act, asked(search, typed)))).map(({ name }) => name);
	expect(await names('qui=moi')).toEqual(['Lila', 'Karim']);
	expect(await names('qui=organisation')).toEqual(['Inès']);
	expect(await names('qui=partages')).toEqual(['Noa']);
	expect(await names('', 'ine')).toEqual(['Inès']);
	expect(await names('', '%')).toEqual(['Lila', 'Karim', 'Inès', 'Noa']);
	// Somebody else's person is found by no name.
	expect(await names('', 'Sacha')).toEqual([]);
	expect(ines.pathwayId).toBeTruthy();
});

test('a stranger, a provider and nobody list nobody', async () => {
	const lila = await followed(here, 'Lila');
	const stranger = await here.person('Nour Petit', 'worker', (await here.organisation('CCAS')).id);
	const provider = await here.person('Max Roux', 'provider', lila.organisation.id);
	for (const { act } of [stranger, provider])
		expect(await act((each) => listPeople(each, asked()))).toEqual([]);
	expect(await here.stranger((each) => listPeople(each, asked()))).toEqual([]);
});

test('closed files are listed for their lead worker alone', async () => {
	const lila = await followed(here, 'Lila');
	await lila.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'closed' }).where('id', '=', lila.personId).execute(),
	);
	const colleague = await here.person('Léo Martin', 'worker', lila.organisation.id);
	expect(await colleague.act((act) => listPeople(act, asked()))).toEqual([]);
	expect(await lila.worker.act((act) => listPeople(act, asked()))).toMatchObject([{ name: 'Lila' }]);
});
