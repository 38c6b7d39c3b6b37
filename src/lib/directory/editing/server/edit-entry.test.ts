import { expect, test } from 'vitest';
import type { Work } from '#lib/server/act.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { findOrganisation } from '../../server/organisations.ts';
import { findService } from '../../server/services.ts';
import { entryFormOf } from '../entry-form-data.ts';
import { addService } from './add-service.ts';
import { answerEntryForm, writeDrawn } from './answer-entry-form.ts';
import { entryToEdit } from './entry-to-edit.ts';
import { listChanges } from './history.ts';

const { operator, stranger, person, organisation } = await world();
await operator(loadReference);
await importDirectory(
	operator,
	'dora',
	linesOf(anOrganisation('a'), aService('s', 'a', { description: 'Une aide au permis.' })),
	{ fileNames: ['essai.json'] },
);
const { id, organisationId } = await stranger(({ tx }) =>
	tx.selectFrom('service').select(['id', 'organisationId']).executeTakeFirstOrThrow(),
);
const own = await person('Inès', 'provider', organisationId);
const steward = await person('Odile', 'coordinator');
const elsewhere = await person('Paul', 'provider', (await organisation('Ailleurs')).id);

/** A form as it is drawn now, with some fields typed anew. */
const formNow = async (work: Work, typed: Record<string, string> = {}) => {
	const entry = await work((act) => entryToEdit(act, 'service', id));
	const data = entryFormOf('service', entry.values);
	for (const [name, value] of Object.entries({ ...entry.address, ...typed })) data.set(name, value ?? '');
	data.set('drawn', writeDrawn(entry));
	return data;
};
const save = (work: Work, data: FormData) => work((act) => answerEntryForm(act, 'service', id, data));
const shown = () => stranger((act) => findService(act, id));

test('its own people change it, and it counts as looked at today', async () => {
	expect(
		await save(own.act, await formNow(own.act, { placesLeft: '3', phone: '03 21 00 00 01' })),
	).toBeUndefined();
	expect(await shown()).toMatchObject({ placesLeft: 3, phone: '03 21 00 00 01', verifiedOn: '2026-11-23' });
	const changes = await own.act((act) => listChanges(act, id));
	expect(changes.map(({ field, after, toldBy, held }) => [field, after, toldBy, held])).toContainEqual([
		'places_left',
		3,
		'here',
		true,
	]);
});

test('two people at once: each keeps what she alone changed, and the second is asked about the rest', async () => {
	const [first, second] = [await formNow(own.act), await formNow(steward.act)];
	first.set('phone', '03 21 00 00 02');
	second.set('phone', '03 21 00 00 03');
	second.set('feeDetails', 'Adhésion de 2 €');
	await save(own.act, first);
	const again = await save(steward.act, second);
	expect(again?.errors.phone).toMatch(/03 21 00 00 02/);
	expect(again?.values).toMatchObject({ phone: '03 21 00 00 03', feeDetails: 'Adhésion de 2 €' });
	second.set('drawn', again!.drawn);
	expect(await save(steward.act, second)).toBeUndefined();
	expect(await shown()).toMatchObject({ phone: '03 21 00 00 03', feeDetails: 'Adhésion de 2 €' });
});

test('a new address finds its commune, and imports leave it', async () => {
	const typed = { address: '5 place Jean-Jaurès', postcode: '62300', communeName: 'Lens' };
	await save(own.act, await formNow(own.act, typed));
	await importDirectory(
		operator,
		'dora',
		linesOf(anOrganisation('a'), aService('s', 'a', { name: 'Aide au code' })),
		{ fileNames: ['essai.json'] },
	);
	expect(await shown()).toMatchObject({
		name: 'Aide au code',
		place: { address: '5 place Jean-Jaurès', communeCode: '62498', position: 'commune' },
	});
});

test('what does not fit changes nothing', async () => {
	const again = await save(
		own.act,
		await formNow(own.act, { placesLeft: 'beaucoup', phone: '03 21 00 00 09' }),
	);
	expect(Object.keys(again?.errors ?? {})).toEqual(['placesLeft']);
	expect(await shown()).not.toMatchObject({ phone: '03 21 00 00 09' });
	const broken = await formNow(own.act);
	broken.set('drawn', '{"values":');
	expect(await save(own.act, broken)).toBeUndefined();
});

test('nobody else changes it, adds to it, or reads its history', async () => {
	for (const { act } of [elsewhere, { act: stranger }]) {
		await expect(formNow(act)).rejects.toMatchObject({ status: 403 });
		const fields = { name: 'Faux service', description: 'Une fausse aide.' };
		await expect(act((here) => addService(here, { organisationId, fields }))).rejects.toMatchObject({
			status: 403,
		});
	}
	expect(await stranger((act) => listChanges(act, id))).toEqual([]);
});

test('a service added here stays when its organisation is imported again', async () => {
	const fields = { name: 'Repas du soir', description: 'Un repas chaud.', fee: 'free', placesLeft: 20 };
	const added = await own.act((act) => addService(act, { organisationId, fields }));
	await importDirectory(operator, 'dora', linesOf(anOrganisation('a', { name: 'Maison du repas' })), {
		fileNames: ['essai.json'],
	});
	const { services } = await stranger((act) => findOrganisation(act, organisationId));
	expect(services.map(({ name }) => name)).toContain('Repas du soir');
	expect(await stranger((act) => findService(act, added))).toMatchObject({ ...fields, goneAt: null });
});
