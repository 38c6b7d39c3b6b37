import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor, Role } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import { alsoFollowed, followed, plannedStep } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { sayUseful } from '../../alerts/server/say-useful.ts';
import { ruleIds, ruleOf } from '../../rule.ts';
import { lastQuarters, steeringTables } from '../steering.ts';
import { steeringCsv } from '../steering-csv.ts';
import { openSteering } from './steering-page.ts';

const here = await world();
const { operator, db, person, stranger } = here;
const on = (day: string) => () => new Date(`${day}T11:00:00Z`);
const [liévin, elsewhere] = ['62510', '02691'];

await operator(async ({ tx }) => {
	const commune = { kind: 'commune', position: 'unknown' } as const;
	await tx
		.insertInto('commune')
		.values([
			{
				...commune,
				code: liévin,
				currentCode: liévin,
				name: 'Liévin',
				searchName: 'lievin',
				departmentCode: '62',
			},
			{
				...{ ...commune, code: elsewhere, currentCode: elsewhere, name: 'Saint-Quentin' },
				...{ searchName: 'saint quentin', departmentCode: '02' },
			},
		])
		.execute();
	await tx
		.insertInto('territory')
		.values([
			{ kind: 'epci', code: '246200364', year: 2025, name: 'CA de Lens-Liévin' },
			{ kind: 'epci', code: '200071892', year: 2025, name: 'CA du Saint-Quentinois' },
		])
		.execute();
	await tx
		.insertInto('territoryCommune')
		.values([
			{ kind: 'epci', code: '246200364', year: 2025, communeCode: liévin },
			{ kind: 'epci', code: '200071892', year: 2025, communeCode: elsewhere },
		])
		.execute();
});

/** Somebody with a role on a territory, and no organisation. */
async function steerer(name: string, role: Role, territoryCode: string) {
	const { actor } = await person(name, role);
	return operator(async ({ tx, at }) => {
		const place = { organisationId: null, territoryKind: 'epci', territoryCode };
		const { id } = await tx
			.insertInto('hat')
			.values({ accountId: actor.accountId ?? '', role, ...place, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		return { accountId: actor.accountId, hat: { id, role, ...place } };
	});
}
const thomas = await steerer('Thomas Petit', 'coordinator', '246200364');
const nadege = await steerer('Nadège Sand', 'facilitator', '246200364');
const far = await steerer('Yves Loin', 'coordinator', '200071892');

/** Some people of Liévin, each with a step overdue since the end of November: a rupture of R16 a week later. */
const lina = await followed(here, 'Lina');
async function late(names: readonly string[], commune = liévin) {
	for (const name of names) {
		const one = await alsoFollowed(lina.worker, name);
		await lina.worker.act(({ tx }) =>
			tx.updateTable('person').set({ communeCode: commune }).where('id', '=', one.personId).execute(),
		);
		await plannedStep(one, { dueOn: '2026-11-25' });
	}
}
const names = (count: number, letter: string) =>
	Array.from({ length: count }, (_, rank) => `${letter}${rank}`);

const seen = (actor: Actor, day = '2026-12-05') => actAs(db, actor, on(day))(openSteering);
const told = async (actor: Actor, title: string) => {
	const { tables } = await seen(actor);
	const table = tables.find((one) => one.title.replaceAll('\u00a0', ' ') === title);
	return table?.lines.map(({ label, cells }) => [label, ...cells].join(' | ').replaceAll('\u00a0', ' '));
};

test('ten people are hidden, an eleventh makes a figure; those of elsewhere are never counted', async () => {
	await late(names(10, 'A'));
	await late(names(3, 'Z'), elsewhere);
	await findAllAlerts(db, on('2026-12-05'));
	expect(await told(thomas, 'En ce moment')).toContain('Étape en retard | masqué | 0 | 0 | masqué');
	await late(['Onze']);
	await findAllAlerts(db, on('2026-12-05'));
	expect(await told(thomas, 'En ce moment')).toContain('Étape en retard | 11 | 0 | 0 | 11');
	expect(await told(nadege, 'En ce moment')).toEqual(await told(thomas, 'En ce moment'));
	expect(await told(thomas, 'Ruptures par règle et par trimestre')).toContain(
		'Étape en retard | 0 | 0 | 0 | 0 | 11',
	);
	expect(await told(thomas, 'Par intercommunalité')).toEqual(['CA de Lens-Liévin | 0 | 11 | 11']);
	const { tables } = await seen(far);
	expect(JSON.stringify(tables)).not.toMatch(/Lens|"11"/);
});

test('whoever accompanies, answers or passes by reads nothing of it', async () => {
	for (const act of [lina.worker.act, stranger]) {
		const { territory, tables } = await act(openSteering);
		expect([territory, tables]).toEqual([null, []]);
		const { rows } = await act(({ tx }) => sql`select * from rupture_figures()`.execute(tx));
		expect(rows).toEqual([]);
	}
});

test('a rupture repaired has its delay, a rule its share of useful', async () => {
	const open = await actAs(
		db,
		lina.worker.actor,
		on('2026-12-05'),
	)(({ tx }) =>
		tx.selectFrom('alert').select('id').where('rule', '=', 'R16').where('level', '=', 'rupture').execute(),
	);
	for (const { id } of open.slice(0, 12))
		await actAs(
			db,
			lina.worker.actor,
			on('2026-12-05'),
		)((act) => sayUseful(act, { alert: id, useful: id === open[0]?.id }));
	expect(await told(thomas, 'Les alertes sont-elles utiles ?')).toBeDefined();
	await lina.worker.act(({ tx }) =>
		tx.updateTable('step').set({ dueOn: '2027-03-01' }).where('words', '=', 'Appeler la crèche').execute(),
	);
	await findAllAlerts(db, on('2026-12-08'));
	const delays = (await seen(thomas, '2026-12-09')).tables.find(
		({ title }) => title === 'Délai pour réparer',
	);
	expect(delays?.lines.map(({ label, cells }) => [label, cells[0]])).toEqual([['Étape en retard', '11']]);
});

test('the file says what the page says, and starts no formula', async () => {
	const { tables } = await seen(thomas);
	const csv = steeringCsv(tables);
	expect(csv).toContain('Étape en retard;');
	expect(csv).not.toMatch(/(^|;)[=+@-]/m);
	expect(steeringCsv([{ title: '=1+1', lead: '', columns: [], lines: [], hidden: false }])).toContain(
		"'=1+1",
	);
});

test('the database shows per organisation the rules that are about organisations, and no other', async () => {
	const { rows } = await here.owner.query<{ source: string }>(
		"select prosrc as source from pg_proc where proname = 'rupture_figures_by_organisation'",
	);
	const named = rows[0]?.source.match(/'R\d+'/g)?.map((rule) => rule.slice(1, -1));
	expect(named).toEqual(ruleIds.filter((rule) => ruleOf(rule).family === 'organisational'));
});

test('ten people met in each of five quarters are no fifty', () => {
	const quarters = lastQuarters('2026-11-23');
	const figure = { part: 'quarter', line: 'R8', people: 10, medianDays: null, lateDays: null } as const;
	const tables = steeringTables(
		quarters.map((col) => ({ ...figure, col })),
		'2026-11-23',
	);
	expect(JSON.stringify(tables)).not.toContain('50');
});
