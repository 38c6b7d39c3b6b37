import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { actAsOperator } from '#lib/server/act.ts';
import { databaseOver } from '#lib/server/database.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, aService, lens, linesOf } from '#lib/testing/directory.ts';
import { noon, world } from '#lib/testing/world.ts';
import { holdFields } from './held-fields.ts';
import { importDirectory } from './import-directory.ts';
import { undoImport } from './undo-import.ts';

const { operator, owner, stranger, person } = await world();
await operator(loadReference);
const steward = await person('Odile', 'coordinator');

let minute = 0;
/** Each import comes a minute after the one before. */
const later = (hours = 0) =>
	actAsOperator(databaseOver(owner), () => new Date(noon.getTime() + ++minute * 60_000 + hours * 3_600_000));
const tell = (source: string, ...entries: Parameters<typeof linesOf>) =>
	importDirectory(later(), source, linesOf(...entries.map((entry) => ({ ...entry, source }))), {
		fileNames: ['essai.json'],
	});
const state = () =>
	operator(async ({ tx }) => {
		const { rows } = await sql<{ text: string }>`
			select concat((select json_agg(to_jsonb(o) - 'imported_at' - 'modified_at' order by id) from organisation o),
				(select json_agg(to_jsonb(s) - 'imported_at' - 'modified_at' order by id) from service s),
				(select json_agg(p order by id) from place p where exists (select from organisation where place_id = p.id)
					or exists (select from service where place_id = p.id))) as text`.execute(tx);
		return rows[0]!.text;
	});

test('an undone import leaves the directory as it was', async () => {
	const moved = { ...lens, address: '2 rue Neuve' };
	await tell('one', anOrganisation('a'), anOrganisation('b'), aService('s', 'a'), aService('t', 'a'));
	const before = await state();
	const { runId } = await tell(
		'one',
		anOrganisation('a', { name: 'Autre nom', place: moved }),
		anOrganisation('c'),
		aService('s', 'a', { topics: [], phone: '0321', place: moved }),
		aService('u', 'c'),
	);
	expect(await state()).not.toBe(before);
	const undone = await operator((act) => undoImport(act, runId));
	expect(undone).toMatchObject({ removed: 2, restored: 4, kept: 0 });
	expect(await state()).toBe(before);
	const again = await tell(
		'one',
		anOrganisation('a'),
		anOrganisation('b'),
		aService('s', 'a'),
		aService('t', 'a'),
	);
	expect(again).toMatchObject({ unchanged: 4, added: 0, changed: 0 });
});

test('what somebody changed since stays', async () => {
	await tell('two', anOrganisation('a2'));
	const { runId } = await tell('two', anOrganisation('a2', { name: 'Nom importé', phone: '0321000009' }));
	const { id } = await stranger(({ tx }) =>
		tx.selectFrom('organisation').select('id').where('sourceId', '=', 'dora--a2').executeTakeFirstOrThrow(),
	);
	await steward.act((act) =>
		holdFields(act, { kind: 'organisation', id, fields: { name: 'Nom juste' }, reason: 'edit' }),
	);
	expect(await steward.act((act) => undoImport(act, runId))).toMatchObject({ kept: 1 });
	const row = await stranger(({ tx }) =>
		tx.selectFrom('organisation').select(['name', 'phone']).where('id', '=', id).executeTakeFirstOrThrow(),
	);
	expect(row).toEqual({ name: 'Nom juste', phone: null });
});

test('what has been referred to since is hidden rather than deleted', async () => {
	const { runId } = await tell('three', anOrganisation('a3'));
	const { id } = await stranger(({ tx }) =>
		tx.selectFrom('organisation').select('id').where('sourceId', '=', 'dora--a3').executeTakeFirstOrThrow(),
	);
	await person('Nadia', 'worker', id);
	await operator((act) => undoImport(act, runId));
	const row = await stranger(({ tx }) =>
		tx.selectFrom('organisation').select('goneAt').where('id', '=', id).executeTakeFirstOrThrow(),
	);
	expect(row.goneAt).not.toBeNull();
});

test('twice, too late, or before a later one: refused with what to do', async () => {
	const first = await tell('four', anOrganisation('a4'));
	const second = await tell('four', anOrganisation('a4', { name: 'Deux' }));
	const undo = (id: string, hours = 0) => later(hours)((act) => undoImport(act, id));
	await expect(undo(first.runId)).rejects.toMatchObject({ reason: 'import-run.undo-later-first' });
	await expect(undo(second.runId, 25)).rejects.toMatchObject({ reason: 'import-run.too-late' });
	await undo(second.runId);
	await expect(undo(second.runId)).rejects.toMatchObject({ reason: 'import-run.already-undone' });
	await undo(first.runId);
});

test('only stewards undo', async () => {
	const { runId } = await tell('five', anOrganisation('a5'));
	const provider = await person('Paul', 'provider');
	await expect(provider.act((act) => undoImport(act, runId))).rejects.toMatchObject({ status: 404 });
	await expect(stranger((act) => undoImport(act, runId))).rejects.toMatchObject({ status: 404 });
});
