import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadDemo } from '#lib/directory/server/load-demo.ts';
import { removeDemo } from '#lib/directory/server/remove-demo.ts';
import { actAs } from '#lib/server/act.ts';
import { noon, world } from '#lib/testing/world.ts';
import { dayOf } from '#lib/time/days.ts';
import { referralStates } from '../../referrals/referral.ts';
import { findPathway } from '../../server/pathways.ts';
import { stepStates } from '../../steps/step.ts';
import { findCast, lacksPeople, loadPeople } from './load-people.ts';
import { removePeople } from './remove-people.ts';
import { one } from './stage.ts';

const { db, operator, owner, organisation, person } = await world();
await loadDemo(operator, noon);
const before = await lacksPeople(operator, db);
const { people } = await loadPeople(operator, db, noon);

const as = async (key: string) => actAs(db, one((await operator(findCast)).actors, key), () => noon);
/** What stands in the database, whoever may read it. */
const all = async <Row>(query: string): Promise<Row[]> => {
	const client = await owner.connect();
	try {
		await client.query(`begin;
			do $$ declare name text; begin
				for name in select relname from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace loop
					execute format('alter table %I no force row level security', name);
				end loop;
			end $$`);
		return (await client.query(query)).rows;
	} finally {
		await client.query('rollback');
		client.release();
	}
};
const statesOf = async (table: string) =>
	(await all<{ state: string }>(`select distinct state from ${table} order by state`)).map(
		({ state }) => state,
	);
const count = async (query: string): Promise<number> =>
	(await all<{ n: number }>(`select count(*)::int as n from ${query}`))[0]?.n ?? -1;

test('sixty people come, once', async () => {
	expect([before, people, await lacksPeople(operator, db)]).toEqual([true, 60, false]);
	expect(await count('pathway')).toBe(60);
});

test('every state of a referral, a step, a pathway is there', async () => {
	expect(await statesOf('referral')).toEqual(referralStates.toSorted());
	expect(await statesOf('step')).toEqual(stepStates.toSorted());
	expect(await statesOf('pathway')).toEqual(['active', 'closed', 'paused', 'to-open']);
	expect(await statesOf('appointment')).toEqual(['kept', 'missed', 'planned']);
	expect(await statesOf('relay')).toEqual(['effective', 'proposed']);
	expect(await count('pathway where reopened_at is not null')).toBeGreaterThanOrEqual(2);
	expect(await count("agreement where revoked_at is not null and way = 'invitation'")).toBe(1);
	expect(await count('break_glass where reviewed_at is not null and told_at is not null')).toBe(1);
	expect(await count('service_answer where helped is not null')).toBeGreaterThanOrEqual(3);
	expect(await count("referral where parent_id is not null or reason_code = 'capacity'")).toBeGreaterThan(3);
});

test('every active pathway has an open step, with an owner and a date; nothing lies in the future', async () => {
	const open = "('proposed', 'accepted', 'planned', 'in-progress', 'missed', 'suspended')";
	expect(
		await count(`pathway w where state = 'active' and not exists
			(select from step s where s.pathway_id = w.id and s.state in ${open} and owner_name <> '')`),
	).toBe(0);
	expect(await count(`event where happened_at > '${noon.toISOString()}'`)).toBe(0);
});

test('no mail waits for what is long past', async () => {
	const { rows } = await owner.query('select task_identifier as name from graphile_worker.jobs order by 1');
	expect(rows.map(({ name }) => name)).toEqual(['count-service-answers', 'look-for-duplicates']);
});

test('Awa has a living week, Samira much to answer, a stranger nobody', async () => {
	const [awa, samira] = [await as('awa'), await as('samira')];
	const week = new Date(noon.getTime() + 7 * 86_400_000);
	const agenda = await awa(({ tx }) =>
		tx
			.selectFrom('appointment')
			.select('id')
			.where('startsAt', '>', noon)
			.where('startsAt', '<', week)
			.execute(),
	);
	expect(agenda.length).toBeGreaterThanOrEqual(4);
	const late = await awa(({ tx }) =>
		tx
			.selectFrom('step')
			.select('id')
			.where('state', 'in', ['accepted', 'planned'])
			.where('dueOn', '<', dayOf(noon))
			.execute(),
	);
	expect(late.length).toBeGreaterThanOrEqual(2);
	const { rows } = await samira(({ tx }) =>
		sql<{ state: string }>`select state from referral where ended_at is null`.execute(tx),
	);
	expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThanOrEqual(6);
	const { id } = await organisation('CCAS de Lens');
	const stranger = await person('Nour Petit', 'worker', id);
	for (const table of ['person', 'pathway', 'step', 'referral', 'note'] as const)
		expect(await stranger.act(({ tx }) => tx.selectFrom(table).select('id').execute())).toEqual([]);
});

test('who is invented says so', async () => {
	const awa = await as('awa');
	const [first] = await awa(({ tx }) => tx.selectFrom('pathway').select('id').limit(1).execute());
	expect(await awa((act) => findPathway(act, first?.id ?? ''))).toMatchObject({ fictional: true });
	expect(await count("person where phone is not null and phone !~ '^\\+3363998[0-9]{4}$'")).toBe(0);
	expect(await count('person where email is not null')).toBe(0);
});

test('removing the demo leaves nobody behind', async () => {
	expect(await removeDemo(operator, removePeople)).toMatchObject({ accounts: 13, kept: 0 });
	for (const table of [
		'person',
		'pathway',
		'step',
		'referral',
		'agreement',
		'note',
		'access_log',
		'appointment',
	])
		expect(await count(table)).toBe(0);
});
