import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadFacts } from '#lib/rupture/server/load-facts.ts';
import { actAs, actAsClock } from '#lib/server/act.ts';
import { alsoFollowed, share } from '#lib/testing/pathways.ts';
import { columnsForm, csvOf, givenSituations, testSafe, wrongInThree } from '#lib/testing/situations.ts';
import { noon, world } from '#lib/testing/world.ts';
import { newNote } from '../../notes/note.ts';
import { writeNote } from '../../notes/server/write-note.ts';
import { openPathway } from '../../server/open-pathway.ts';
import { NewStep, proposeStep } from '../../steps/server/propose-step.ts';
import { beginSituations, giveUpSituations } from './begin-situations.ts';
import { confirmSituations } from './confirm-situations.ts';
import { forgetSituations } from './forget-situations.ts';
import { giveColumns } from './give-columns.ts';
import { readSituationTable } from './read-table.ts';
import {
	findSituationImport,
	givenTable,
	keptPathways,
	listSituationImports,
	refusedFile,
} from './situation-imports.ts';
import { undoSituations } from './undo-situations.ts';

const here = await world();
const today = '2026-11-23';
const gone = { status: 404 };

/** An organisation of its own, its worker, her colleague, and somebody of another. */
async function team() {
	const mission = await here.organisation('Mission locale');
	return {
		awa: await here.person('Awa Diallo', 'worker', mission.id),
		colleague: await here.person('Léo Martin', 'worker', mission.id),
		stranger: await here.person('Nour Petit', 'worker', (await here.organisation('CCAS')).id),
	};
}
type Worker = Awaited<ReturnType<typeof team>>['awa'];

const confirm = (worker: Worker, id: string, anyway: number[] = []) =>
	worker.act(async (act) => {
		const { version } = await findSituationImport(act, id);
		await confirmSituations(act, testSafe, id, { version, anyway });
	});
const countOf = async (worker: Worker, table: 'pathway' | 'person') =>
	worker.act(async ({ tx }) =>
		Number((await tx.selectFrom(table).select(sql<string>`count(*)`.as('n')).executeTakeFirstOrThrow()).n),
	);
const tomorrow = () => new Date(noon.getTime() + 86_400_000);

test('sixty lines give fifty-seven pathways that move, and a file of the three others', async () => {
	const { awa } = await team();
	const id = await givenSituations(awa.act, wrongInThree(today, 60));
	await confirm(awa, id);

	expect(await awa.act((act) => findSituationImport(act, id))).toMatchObject({
		state: 'done',
		people: 57,
		steps: 57,
		refusedLines: 3,
		skippedLines: 0,
	});
	const pathways = await awa.act(({ tx, actor }) =>
		tx
			.selectFrom('pathway')
			.innerJoin('step', 'step.pathwayId', 'pathway.id')
			.innerJoin('person', 'person.id', 'pathway.personId')
			.innerJoin('goal', 'goal.id', 'step.goalId')
			.select([
				'pathway.state',
				'leadName',
				'pathway.openedAt',
				'step.state as step',
				'step.owner',
				'goal.domain',
				'goal.saidBy',
				'name',
			])
			.where('leadHatId', '=', actor.hat?.id ?? '')
			.orderBy('name')
			.execute(),
	);
	expect(pathways).toHaveLength(57);
	expect(pathways.find(({ name }) => name === 'Lila')).toMatchObject({
		...{
			state: 'active',
			leadName: 'Awa Diallo',
			step: 'proposed',
			owner: 'worker',
			domain: 'housing',
			saidBy: 'person',
		},
		openedAt: new Date('2026-10-24T11:00:00Z'),
	});
	const events = await awa.act(({ tx, actor }) =>
		tx
			.selectFrom('event')
			.select(['name', sql<string>`count(*)`.as('n')])
			.where('accountId', '=', actor.accountId)
			.groupBy('name')
			.orderBy('name')
			.execute(),
	);
	expect(events.map(({ name, n }) => [name, Number(n)])).toEqual([
		['goal.set', 57],
		['pathway.activated', 57],
		['pathway.opened', 57],
		['situations.imported', 1],
		['step.proposed', 57],
	]);
	const back: string[][] = parse(await awa.act((act) => refusedFile(act, testSafe, id)), {
		bom: true,
		delimiter: ';',
	});
	expect(back[0]?.at(-1)).toBe('Problème');
	expect(back.slice(1).map((cells) => cells[0])).toEqual(['2', '4', '6']);
	expect(back[1]?.at(-1)).toContain('Ligne 3, colonne « Pour quand »');
	expect(back.flat().join()).not.toMatch(/2 85 01/);
});

test('what was given and what was refused are the author’s alone, sealed, and gone when she confirms', async () => {
	const { awa, colleague, stranger } = await team();
	const id = await givenSituations(awa.act, wrongInThree(today, 8));
	for (const other of [colleague, stranger]) {
		await expect(other.act((act) => findSituationImport(act, id))).rejects.toMatchObject(gone);
		await expect(other.act((act) => givenTable(act, testSafe, id))).rejects.toMatchObject({ status: 409 });
		await expect(
			other.act((act) => confirmSituations(act, testSafe, id, { version: 2, anyway: [] })),
		).rejects.toMatchObject(gone);
		await other.act((act) => giveUpSituations(act, id));
		expect(await other.act(listSituationImports)).toEqual([]);
		expect(await other.act(({ tx }) => tx.selectFrom('situationFile').selectAll().execute())).toEqual([]);
	}
	const [kept] = await awa.act(({ tx }) => tx.selectFrom('situationFile').select('sealed').execute());
	expect(kept?.sealed).toMatch(/^v1\./);
	await confirm(awa, id);
	await expect(awa.act((act) => givenTable(act, testSafe, id))).rejects.toMatchObject({
		reason: 'situations.expired',
	});
	for (const other of [colleague, stranger]) {
		await expect(other.act((act) => refusedFile(act, testSafe, id))).rejects.toMatchObject(gone);
		await expect(other.act((act) => undoSituations(act, id))).rejects.toMatchObject(gone);
	}
	expect(await countOf(stranger, 'pathway')).toBe(0);
	expect(await countOf(colleague, 'pathway')).toBe(5);
});

test('two clicks at once, or ten, write once', async () => {
	const { awa } = await team();
	const id = await givenSituations(awa.act, wrongInThree(today, 12));
	await Promise.all([confirm(awa, id), confirm(awa, id), confirm(awa, id)]);
	expect(await countOf(awa, 'pathway')).toBe(9);
	const table = await readSituationTable({
		name: 'a.csv',
		bytes: Buffer.from('Prénom;Langue\nLila;arabe\n'),
	});
	await awa.act((act) => beginSituations(act, testSafe, id, table));
	expect(await awa.act((act) => findSituationImport(act, id))).toMatchObject({ state: 'done', lines: 12 });
});

test('whoever may be followed already is left aside unless she says so; other organisations stay unknown', async () => {
	const { awa, colleague, stranger } = await team();
	await colleague.act((act) => openPathway(act, { name: 'Lila', words: null }));
	await alsoFollowed(stranger, 'Omar');
	const csv = csvOf([
		['Prénom', 'Langue'],
		['Lïla', 'arabe'],
		['Omar', 'arabe'],
		['Omar', ''],
		['Ana', ''],
	]);
	const id = await givenSituations(awa.act, csv);
	await confirm(awa, id);
	const names = async (which: string) =>
		(await awa.act((act) => keptPathways(act, which))).map(({ name }) => name);
	expect(await names(id)).toEqual(['Ana', 'Omar']);
	expect(await awa.act((act) => refusedFile(act, testSafe, id))).toContain(
		'Lila, que Léo Martin accompagne déjà',
	);
	const again = await givenSituations(awa.act, csv);
	await confirm(awa, again, [2, 4]);
	expect(await names(again)).toEqual(['Lïla', 'Omar']);
});

test('what she confirms is what she saw', async () => {
	const { awa } = await team();
	const id = await givenSituations(
		awa.act,
		csvOf([
			['Prénom', 'Nom'],
			['Lila', 'Secret'],
		]),
	);
	const columns = columnsForm([null, 'name'], 'first-point');
	await awa.act((act) => giveColumns(act, testSafe, id, columns));
	await expect(
		awa.act((act) => confirmSituations(act, testSafe, id, { version: 2, anyway: [] })),
	).rejects.toMatchObject({ reason: 'situations.changed' });
	await expect(
		awa.act((act) => giveColumns(act, testSafe, id, columnsForm([null, null], 'refuse'))),
	).rejects.toMatchObject({ reason: 'situations.no-name-column' });
	await expect(
		awa.act((act) => giveColumns(act, testSafe, id, columnsForm(['name', 'name'], 'refuse'))),
	).rejects.toMatchObject({ reason: 'situations.column-twice' });
	expect(await countOf(awa, 'pathway')).toBe(0);
});

test('undoing takes back what nobody touched, and keeps the rest', async () => {
	const { awa, colleague } = await team();
	const mine = await alsoFollowed(awa, 'Quelqu’un d’avant');
	const id = await givenSituations(awa.act, wrongInThree(today, 12));
	await confirm(awa, id);
	const opened = await awa.act((act) => keptPathways(act, id));
	const [moved = '', noted = ''] = opened.map((one) => one.id);
	await colleague.act((act) =>
		proposeStep(act, moved, NewStep.parse({ words: 'Appeler', owner: 'me', dueOn: '2026-12-01' })),
	);
	await awa.act((act) =>
		writeNote(
			act,
			noted,
			newNote(today).parse({ once: crypto.randomUUID(), words: 'Rencontrée', shared: 'no' }),
		),
	);
	await awa.act((act) => undoSituations(act, id));

	expect(await awa.act((act) => findSituationImport(act, id))).toMatchObject({ state: 'undone', removed: 7 });
	expect((await awa.act((act) => keptPathways(act, id))).map((one) => one.id).toSorted()).toEqual(
		[moved, noted].toSorted(),
	);
	expect(await countOf(awa, 'pathway')).toBe(3);
	expect(
		await awa.act(({ tx }) =>
			tx.selectFrom('pathway').select('id').where('id', '=', mine.pathwayId).execute(),
		),
	).toHaveLength(1);
	expect(await countOf(awa, 'person')).toBe(3);
	await expect(awa.act((act) => undoSituations(act, id))).rejects.toMatchObject({
		reason: 'situations.already-undone',
	});
	await expect(awa.act((act) => refusedFile(act, testSafe, id))).rejects.toMatchObject(gone);
});

test('after a day, nothing is undone and nothing is kept', async () => {
	const { awa } = await team();
	const id = await givenSituations(awa.act, wrongInThree(today, 8));
	await confirm(awa, id);
	const waiting = await givenSituations(awa.act, wrongInThree(today, 8));
	await expect(awa.act((act) => undoSituations(act, waiting))).rejects.toMatchObject({
		reason: 'situations.not-done',
	});
	const later = actAs(here.db, awa.actor, tomorrow);
	await expect(later((act) => undoSituations(act, id))).rejects.toMatchObject({
		reason: 'situations.too-late',
	});
	expect(
		(await later(({ tx }) => sql<{ n: number | null }>`select undo_situations(${id}) as n`.execute(tx))).rows,
	).toEqual([{ n: null }]);
	await expect(later((act) => refusedFile(act, testSafe, id))).rejects.toMatchObject(gone);
	await expect(later((act) => givenTable(act, testSafe, waiting))).rejects.toMatchObject({
		reason: 'situations.expired',
	});
	const kept = () =>
		actAsClock(
			here.db,
			tomorrow,
		)(({ tx }) =>
			tx.selectFrom('situationFile').select('importId').where('importId', 'in', [id, waiting]).execute(),
		);
	expect(await kept()).toHaveLength(2);
	await forgetSituations({ db: here.db, actor: awa.actor, now: tomorrow });
	expect(await kept()).toEqual([]);
	await expect(awa.act((act) => findSituationImport(act, waiting))).rejects.toMatchObject(gone);
	expect(await awa.act((act) => findSituationImport(act, id))).toMatchObject({ state: 'done' });
	await expect(
		actAsClock(here.db, tomorrow)(({ tx }) => tx.selectFrom('situationFile').select('sealed').execute()),
	).rejects.toThrow(/permission denied/);
});

test('what an import did not open, it cannot take back', async () => {
	const { awa } = await team();
	const mine = await alsoFollowed(awa, 'Lila');
	const id = await givenSituations(awa.act, wrongInThree(today, 8));
	const later = actAs(here.db, awa.actor, () => new Date(noon.getTime() + 60_000));
	await expect(
		later(({ tx }) =>
			tx.insertInto('situationPathway').values({ importId: id, pathwayId: mine.pathwayId }).execute(),
		),
	).rejects.toThrow(/row-level security/);
});

test('somebody followed for years is not out of sight the day she is brought here', async () => {
	const { awa } = await team();
	const id = await givenSituations(
		awa.act,
		csvOf([
			['Prénom', 'Ouvert le'],
			['Lila', '02/10/2023'],
		]),
	);
	await confirm(awa, id);
	const [lila] = await awa.act(({ tx }) =>
		tx.selectFrom('pathway').select(['personId', 'openedAt']).execute(),
	);
	expect(lila?.openedAt).toEqual(new Date('2023-10-02T11:00:00Z'));
	const facts = await actAsClock(here.db, () => noon)((act) => loadFacts(act, [lila?.personId ?? '']));
	expect(facts.find(({ kind }) => kind === 'pathway-opened')?.at).toBe(noon.getTime());
});

test('what was agreed, or taken over, is not taken back; two undoings at once are one', async () => {
	const { awa, stranger } = await team();
	const id = await givenSituations(awa.act, wrongInThree(today, 12));
	await confirm(awa, id);
	const people = await awa.act(({ tx }) => tx.selectFrom('pathway').select(['id', 'personId']).execute());
	await share(
		{ personId: people[0]?.personId ?? '', worker: awa },
		stranger.actor.hat?.organisationId ?? '',
		3,
	);
	const undone = await Promise.allSettled([1, 2, 3].map(() => awa.act((act) => undoSituations(act, id))));
	expect(undone.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
	expect((await awa.act((act) => keptPathways(act, id))).map((one) => one.id)).toEqual([people[0]?.id]);
	expect(await countOf(stranger, 'pathway')).toBe(1);
});
