import { expect, test } from 'vitest';
import { type Followed, followed, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { Sheet } from '../sheet-form.ts';
import { draftOf, saveDraft } from './drafts.ts';
import { editSheet } from './edit-sheet.ts';
import { readSheet, sheetDraft } from './sheet.ts';

const here = await world();
await here.operator(({ tx }) =>
	tx
		.insertInto('commune')
		.values([
			{
				code: '62498',
				name: 'Lens',
				kind: 'commune',
				currentCode: '62498',
				departmentCode: '62',
				searchName: 'lens',
				postcodes: ['62300'],
			},
			{
				code: '93066',
				name: 'Saint-Denis',
				kind: 'commune',
				currentCode: '93066',
				departmentCode: '93',
				searchName: 'saint denis',
				postcodes: ['93200'],
			},
			{
				code: '97411',
				name: 'Saint-Denis',
				kind: 'commune',
				currentCode: '97411',
				departmentCode: '974',
				searchName: 'saint denis',
				postcodes: ['97400'],
			},
		])
		.execute(),
);

const typed = (fields: Partial<Record<string, string>> = {}) =>
	Sheet.parse({ version: '1', name: 'Lila', contactRule: 'free', protection: 'ordinary', ...fields });
const save = (
	{ pathwayId }: Followed,
	{ act }: Followed['worker'],
	fields: Partial<Record<string, string>> = {},
) => act((each) => editSheet(each, pathwayId, typed(fields)));

test('what is known of her is changed, and the timeline tells it without a word of it', async () => {
	const lila = await followed(here, 'Lila');
	await save(lila, lila.worker, {
		phone: '06 12 34 56 78',
		commune: '62300',
		birthYear: '1987',
		words: 'Un toit',
	});
	const sheet = await lila.worker.act((act) => readSheet(act, lila.pathwayId));
	expect(sheet).toMatchObject({
		phone: '06 12 34 56 78',
		communeCode: '62498',
		birthYear: 1987,
		words: 'Un toit',
	});
	const { details } = await lila.worker.act(({ tx }) =>
		tx
			.selectFrom('event')
			.select('details')
			.where('name', '=', 'pathway.sheet-changed')
			.executeTakeFirstOrThrow(),
	);
	expect(details).toEqual({ fields: ['phone', 'birthYear', 'communeCode', 'words'] });
});

test('two who write at once: the second is told who changed what, and keeps her words', async () => {
	const lila = await followed(here, 'Lila');
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	await save(lila, leo, { phone: '06 00 00 00 01' });
	const answer = save(lila, lila.worker, { email: 'lila@exemple.test' });
	await expect(answer).rejects.toMatchObject({
		status: 409,
		reason: 'person.sheet-changed',
		values: { by: 'Léo Martin', fields: 'téléphone' },
	});
	await save(lila, lila.worker, { version: '2', email: 'lila@exemple.test' });
});

test('a draft is given back until it is sent', async () => {
	const lila = await followed(here, 'Lila');
	const data = new FormData();
	data.set('words', 'Je ve');
	await lila.worker.act((act) => saveDraft(act, sheetDraft(lila.pathwayId), data));
	expect((await lila.worker.act((act) => readSheet(act, lila.pathwayId))).draft?.fields).toEqual({
		words: 'Je ve',
	});
	await save(lila, lila.worker, { words: 'Je veux un toit' });
	expect(await lila.worker.act((act) => draftOf(act, sheetDraft(lila.pathwayId)))).toBeUndefined();
});

test('a file is closed by its lead worker alone; then a colleague sees nothing of it', async () => {
	const lila = await followed(here, 'Lila');
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	await expect(save(lila, leo, { protection: 'closed' })).rejects.toMatchObject({
		reason: 'person.protection-lead-only',
	});
	await save(lila, lila.worker, { protection: 'closed' });
	await expect(leo.act((act) => readSheet(act, lila.pathwayId))).rejects.toMatchObject({ status: 404 });
});

test('a reader of her identity, and a stranger, change nothing', async () => {
	const lila = await followed(here, 'Lila');
	const ccas = await here.organisation('CCAS');
	const reader = await here.person('Max Roux', 'worker', ccas.id);
	const stranger = await here.person('Nour Petit', 'worker', (await here.organisation('Emmaüs')).id);
	await share(lila, ccas.id, 4, ['housing']);
	for (const each of [reader, stranger])
		await expect(save(lila, each)).rejects.toMatchObject({ status: 404 });
});

test.each([
	['Saint-Denis', 'person.commune-several'],
	['Xyzzyville', 'person.commune-unknown'],
])('« %s » is no commune one is sure of', async (commune, reason) => {
	const lila = await followed(here, 'Lila');
	await expect(save(lila, lila.worker, { commune })).rejects.toMatchObject({ status: 422, reason });
	await save(lila, lila.worker, { commune: 'Saint-Denis (93)' });
});

test.each([
	['words', '1 85 05 78 006 084 36'],
	['name', '185057800608436'],
	['safeContact', 'Son numéro : 2 85 05 2A 006 084'],
	['phone', '185057800608436'],
	['birthYear', '12'],
	['phone', 'par son voisin'],
])('%s « %s » is refused with a sentence', (field, text) => {
	const sheet = { version: '1', name: 'Lila', contactRule: 'free', protection: 'ordinary', [field]: text };
	expect(Sheet.safeParse(sheet).error?.issues[0]?.path).toEqual([field]);
});

test('a telephone number from abroad is no social security number', () => {
	expect(typed({ phone: '+86 138 0013 8000' }).phone).toBe('+86 138 0013 8000');
});
