import { expect, test } from 'vitest';
import { everywhere } from '#lib/access/hat-place.ts';
import { inviteByOperator } from '#lib/access/server/invite-by-operator.ts';
import { openSession } from '#lib/access/server/open-session.ts';
import { listTerritories } from '#lib/territory/server/find-territories.ts';
import { newVisitor } from '#lib/testing/accounts.ts';
import { noon, world } from '#lib/testing/world.ts';
import { countDemoAccounts } from './demo-accounts.ts';
import { hasDemo, hasDirectory, loadDemo, wasDemoRemoved } from './load-demo.ts';
import { removeDemo } from './remove-demo.ts';

const { operator, door, stranger, owner, organisation, person } = await world();
await loadDemo(operator, noon);
const mission = await organisation('Mission locale');
const rose = await person('Rose Martin', 'administrator', mission.id);

const demoOrganisation = () =>
	operator(({ tx }) =>
		tx
			.selectFrom('organisation')
			.select('id')
			.where('fictional', '=', true)
			.orderBy('id')
			.executeTakeFirstOrThrow(),
	);

/** The real service that somebody added under an invented organisation. */
const realService = (organisationId: string) =>
	operator(({ tx, at }) =>
		tx
			.insertInto('service')
			.values({
				organisationId,
				source: 'test',
				sourceId: 'test--service',
				name: 'Permanence',
				description: 'Accueil',
				updatedOn: '2026-11-01',
				digest: '',
				importedAt: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow(),
	);

/** What invented workers decide, and that they are away. */
async function decideAndLeave(): Promise<void> {
	const tables = ['rule_decision', 'shown_per_organisation', 'absence'];
	for (const table of tables) await owner.query(`alter table ${table} no force row level security`);
	const worn = (role: string) =>
		`(select h.id from hat h join account a on a.id = h.account_id where a.demo and h.role = '${role}' order by h.id limit 1)`;
	await owner.query(`
		insert into rule_decision (territory, decision, effective_on, thresholds, recorded_at, hat_id)
			values ('62', 'Collège', '2099-01-01', '[]', now(), ${worn('coordinator')});
		insert into shown_per_organisation (territory_kind, territory_code, decision, hat_id, recorded_at)
			values ('epci', '246200364', 'Collège', ${worn('coordinator')}, now());
		insert into absence (organisation_id, hat_id, to_hat_id, from_day, until_day, said_by_hat_id, said_at)
			select organisation_id, id, ${worn('provider')}, '2099-01-01', '2099-01-02', id, now() from hat where id = ${worn('worker')};`);
	for (const table of tables) await owner.query(`alter table ${table} force row level security`);
}

test('all that is invented goes, sessions and invitations with it; what is real stays', async () => {
	const { id: demoId } = await demoOrganisation();
	await operator(({ tx, at }) =>
		tx
			.insertInto('hat')
			.values({ accountId: rose.actor.accountId!, role: 'worker', organisationId: demoId, createdAt: at })
			.execute(),
	);
	const marc = await door(({ tx }) =>
		tx
			.selectFrom('account')
			.selectAll()
			.where('email', '=', 'marc@demo.example.org')
			.executeTakeFirstOrThrow(),
	);
	await door((act) => openSession(act, marc, 'link', newVisitor()));
	await operator((act) =>
		inviteByOperator(act, { email: 'vrai@exemple.test', role: 'administrator', place: everywhere }),
	);
	await owner.query('alter table invitation no force row level security');
	await owner.query('update invitation set invited_by = (select id from hat where account_id = $1)', [
		marc.id,
	]);
	await owner.query('alter table invitation force row level security');
	await decideAndLeave();
	const { id: serviceId } = await realService(demoId);

	const first = await removeDemo(operator);
	expect(first).toMatchObject({ accounts: 8, kept: 1 });
	expect(first.organisations).toBeGreaterThan(380);
	expect(await operator(countDemoAccounts)).toBe(0);
	expect(await stranger((act) => listTerritories(act, 'set'))).toEqual([]);
	const left = await operator(async ({ tx }) => ({
		organisations: await tx.selectFrom('organisation').select('id').orderBy('fictional').execute(),
		services: await tx.selectFrom('service').select('id').execute(),
		accounts: await tx.selectFrom('account').select('name').execute(),
		invitations: await tx.selectFrom('invitation').select(['email', 'invitedBy']).execute(),
	}));
	expect(left).toEqual({
		organisations: [{ id: mission.id }, { id: demoId }],
		services: [{ id: serviceId }],
		accounts: [{ name: 'Rose Martin' }],
		invitations: [{ email: 'vrai@exemple.test', invitedBy: null }],
	});
	expect(await door(({ tx }) => tx.selectFrom('session').selectAll().execute())).toEqual([]);

	await operator(({ tx }) =>
		tx.updateTable('service').set({ organisationId: mission.id }).where('id', '=', serviceId).execute(),
	);
	expect(await removeDemo(operator)).toEqual({ accounts: 0, organisations: 1, services: 0, kept: 0 });
	expect(await operator(({ tx }) => tx.selectFrom('place').select('id').execute())).toEqual([]);
	expect(await operator(({ tx }) => tx.selectFrom('fieldChange').select('entryId').execute())).toEqual([
		{ entryId: serviceId },
	]);
});

test('done again, it finds nothing; and nothing comes back by itself', async () => {
	expect(await removeDemo(operator)).toEqual({ accounts: 0, organisations: 0, services: 0, kept: 0 });
	expect([await operator(hasDemo), await operator(wasDemoRemoved)]).toEqual([false, true]);
	expect(await operator(hasDirectory)).toBe(true);
});

test('the database refuses the operator himself to take away somebody real', async () => {
	const deleted = await operator(({ tx }) => tx.deleteFrom('account').returning('id').execute());
	const hats = await operator(({ tx }) => tx.deleteFrom('hat').returning('id').execute());
	expect([deleted, hats]).toEqual([[], []]);
});
