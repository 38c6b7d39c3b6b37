import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readEmergencyPage } from '#lib/pathway/server/emergency-page.ts';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { type Act, actAs } from '#lib/server/act.ts';
import { type Followed, followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { codeHash } from './code-hash.ts';
import { countEmergencies, countWaiting, listEmergencies, refuseExportInEmergency } from './emergencies.ts';
import { delayTelling, reviewEmergency, tellOfEmergency } from './follow-emergency.ts';
import { makeCode } from './make-code.ts';
import { openEmergency } from './open-emergency.ts';
import { readLog } from './read-log.ts';

const here = await world();
const { organisation, person, owner, db } = here;
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const form = { reason: 'danger', explanation: 'Elle a appelé : elle est en danger.' } as const;

type Worker = Followed['worker'];
const at = (who: Worker, when: Date) => actAs(db, who.actor, () => when);

/** Somebody protected, and a worker of a shelter that knew her: its agreement was stopped. */
async function scene(protection = 'protected') {
	const lila = await followed(here, 'Lila');
	const shelter = await organisation('Refuge de nuit');
	const keeper = await person('Nour Petit', 'worker', shelter.id);
	await share(lila, shelter.id, 1);
	await lila.worker.act(({ tx, at: now }) =>
		tx.updateTable('agreement').set({ revokedAt: now, revokedBy: 'person' }).execute(),
	);
	await lila.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection }).where('id', '=', lila.personId).execute(),
	);
	const open = (who: Worker = keeper, when = noon) =>
		at(who, when)((act) => openEmergency(act, lila.pathwayId, form));
	const reads = (who: Worker = keeper, when = noon) =>
		at(
			who,
			when,
		)((act) => findPathway(act, lila.pathwayId)).then(
			() => true,
			() => false,
		);
	return { lila, shelter, keeper, open, reads };
}

test('an emergency opens a protected file for three hours, to one worker, and is told to the lead worker', async () => {
	const { lila, shelter, keeper, open, reads } = await scene();
	const colleague = await person('Ali Roy', 'worker', shelter.id);
	expect(await reads()).toBe(false);
	await open();
	expect(await reads()).toBe(true);
	expect(await reads(colleague)).toBe(false);
	expect(await reads(keeper, hours(2.99))).toBe(true);
	const { rows } = await owner.query(
		`select payload->'payload' as told from graphile_worker._private_jobs where payload->'payload'->>'about' = 'emergency'
			and (payload::jsonb)->'payload'->'pathwayIds' ? $1`,
		[lila.pathwayId],
	);
	expect(rows).toEqual([
		{ told: { hatId: lila.worker.actor.hat?.id, about: 'emergency', pathwayIds: [lila.pathwayId] } },
	]);
});

test('levels 1 to 3 only: steps are read, the assessment and sensitive subjects are not, nothing is written', async () => {
	const { lila, keeper, open } = await scene();
	await plannedStep(lila);
	await open();
	await keeper.act(async ({ tx }) => {
		expect(await tx.selectFrom('step').selectAll().execute()).toHaveLength(1);
		expect(await tx.selectFrom('assessment').selectAll().execute()).toEqual([]);
	});
	const { rows } = await keeper.act(async ({ tx }) => ({
		rows: await tx.selectFrom('assessmentAnswer').selectAll().execute(),
	}));
	expect(rows).toEqual([]);
	await expect(plannedStep({ ...lila, worker: keeper })).rejects.toThrow('row-level security');
});

test.each(['ordinary', 'closed'])('a file that is %s never opens in an emergency', async (protection) => {
	const { open } = await scene(protection);
	await expect(open()).rejects.toMatchObject({ status: 404 });
});

test('dhis2-core#20300: an emergency does not go around access: role, organisation and file are still checked', async () => {
	const { lila, shelter, open, reads } = await scene();
	const [other, provider] = [
		await person('Eve Blanc', 'worker', (await organisation('Ailleurs')).id),
		await person('Max Brun', 'provider', shelter.id),
	];
	for (const who of [other, provider]) {
		await expect(open(who)).rejects.toMatchObject({ status: 404 });
		expect(await reads(who)).toBe(false);
		await expect(who.act((act) => readEmergencyPage(act, lila.pathwayId))).rejects.toMatchObject({
			status: 404,
		});
	}
	const { rows } = await owner.query(
		`select count(*)::integer from refused_act where act = 'emergency.open' and subject = $1`,
		[lila.pathwayId],
	);
	expect(rows).toEqual([{ count: 2 }]);
	await expect(other.act((act) => insertByHand(act, lila.personId, noon))).rejects.toThrow(
		'row-level security',
	);
});

test('dhis2-core#19670: an emergency on one person widens no search: the others stay as if they did not exist', async () => {
	const { keeper, lila, open } = await scene();
	const sara = await followed(here, 'Sara');
	await open();
	const people = () => keeper.act(({ tx }) => tx.selectFrom('person').select('id').execute());
	expect(await people()).toEqual([{ id: lila.personId }]);
	await expect(keeper.act((act) => findPathway(act, sara.pathwayId))).rejects.toMatchObject({ status: 404 });
});

test('dhis2: the audit is always on: opening leaves a line that nobody removes or changes', async () => {
	const { lila, keeper, open } = await scene();
	await open();
	const log = await lila.worker.act((act) => readLog(act, lila.personId, null));
	expect(log).toMatchObject([
		{ what: 'break-glass', workerName: 'Nour Petit', organisation: 'Refuge de nuit' },
	]);
	for (const who of [keeper, lila.worker]) {
		await expect(who.act(({ tx }) => tx.deleteFrom('accessLog').execute())).rejects.toThrow('denied');
		await expect(
			who.act(({ tx }) => tx.updateTable('accessLog').set({ workerName: 'x' }).execute()),
		).rejects.toThrow('denied');
		await expect(who.act(({ tx }) => tx.deleteFrom('breakGlass').execute())).rejects.toThrow('denied');
	}
});

test('capture-app#4705: what was opened for three hours survives nothing more than three hours', async () => {
	const { lila, keeper, open, reads } = await scene();
	await open();
	expect(await reads(keeper, hours(3))).toBe(false);
	await expect(
		keeper.act(({ tx }) =>
			tx
				.updateTable('breakGlass')
				.set({ endsAt: hours(9) })
				.execute(),
		),
	).rejects.toThrow('denied');
	for (const openedAt of [hours(24), hours(-2)])
		await expect(at(keeper, hours(4))((act) => insertByHand(act, lila.personId, openedAt))).rejects.toThrow(
			'row-level security',
		);
	await open(keeper, hours(4));
	expect(await reads(keeper, hours(6.5))).toBe(true);
	expect(await reads(keeper, hours(7))).toBe(false);
});

test('primero consent_override: nothing is shared by overriding: no such field, and no request leaves without a basis', async () => {
	const { rows } = await owner.query(
		`select column_name from information_schema.columns where table_schema = 'public' and column_name ~ 'override|bypass|force'`,
	);
	expect(rows).toEqual([]);
	const { lila, shelter } = await scene();
	const send = lila.worker.act(async ({ tx, actor }) => {
		const id = crypto.randomUUID();
		await tx
			.insertInto('referral')
			.values({
				...{
					id,
					pathwayId: lila.pathwayId,
					toOrganisationId: shelter.id,
					fromName: 'Awa',
					domain: 'housing',
				},
				fromOrganisationId: actor.hat?.organisationId ?? '',
				fromHatId: actor.hat?.id ?? '',
				madeAt: noon,
				stateSince: noon,
			})
			.execute();
		await tx.updateTable('referral').set({ state: 'sent', sentAt: noon }).where('id', '=', id).execute();
	});
	await expect(send).rejects.toThrow('check constraint');
});

test('one at a time: another is refused while one is open, and two at once open once', async () => {
	const { lila, shelter, keeper, open } = await scene();
	const sara = await followed(here, 'Sara');
	await share(sara, shelter.id, 1);
	await sara.worker.act(({ tx }) => tx.updateTable('person').set({ protection: 'protected' }).execute());
	const tries = await Promise.allSettled([
		open(),
		open(),
		keeper.act((act) => openEmergency(act, sara.pathwayId, form)),
	]);
	expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const refused of tries.filter((one) => one.status === 'rejected'))
		expect(refused.reason).toMatchObject({ status: 409, reason: 'agreements.emergency-one' });
	const own = await keeper.act(({ tx }) => tx.selectFrom('breakGlass').select('personId').execute());
	expect(own).toHaveLength(1);
	const other = own[0]?.personId === lila.personId ? sara.personId : lila.personId;
	await expect(keeper.act((act) => insertByHand(act, other, noon))).rejects.toThrow('row-level security');
});

test('whoever reads the steps already has nothing to open; each side is told what it may do', async () => {
	const { lila, shelter, keeper, open } = await scene();
	const side = async (who: Worker) => (await who.act((act) => readEmergencyPage(act, lila.pathwayId))).side;
	expect(await side(lila.worker)).toBe('lead');
	expect(await side(keeper)).toBe('door');
	await share(lila, shelter.id, 1);
	expect(await side(keeper)).toBe('door');
	await share(lila, shelter.id, 3);
	expect(await side(keeper)).toBe('already');
	await expect(open()).rejects.toMatchObject({ status: 404 });
});

test('her code, spoken, is enough to be known; another code is not', async () => {
	const { lila } = await scene();
	const outsider = await person('Eve Blanc', 'worker', (await organisation('Samu social')).id);
	const { code } = await lila.worker.act((act) => makeCode(act, lila.personId));
	const openWith = (said: string) =>
		outsider.act(async (act) => {
			await sql`select set_config('app.code', ${codeHash(said).toString('hex')}, true)`.execute(act.tx);
			await openEmergency(act, lila.pathwayId, form);
		});
	await expect(openWith('autre')).rejects.toMatchObject({ status: 404 });
	await openWith(code);
	expect((await outsider.act((act) => findPathway(act, lila.pathwayId))).name).toBe('Lila');
});

test('nothing is exported while an emergency is what opens the file', async () => {
	const { lila, keeper, open } = await scene();
	await open();
	await expect(keeper.act((act) => refuseExportInEmergency(act, lila.personId))).rejects.toMatchObject({
		status: 403,
	});
	await lila.worker.act((act) => refuseExportInEmergency(act, lila.personId));
	await at(keeper, hours(3))((act) => refuseExportInEmergency(act, lila.personId));
});

test('told and judged by the lead organisation, once, never by whoever opened it', async () => {
	const { lila, keeper, open } = await scene();
	await open();
	const { hat } = lila.worker.actor;
	const turncoat = {
		...keeper,
		act: actAs(
			db,
			{ accountId: keeper.actor.accountId, hat: await hatOf(keeper, hat?.organisationId ?? '') },
			() => noon,
		),
	};
	const [opened] = await lila.worker.act((act) => listEmergencies(act, lila.personId));
	const emergency = opened?.id ?? '';
	const judge = (who: Pick<Worker, 'act'>) =>
		who.act((act) => reviewEmergency(act, lila.personId, { emergency, review: 'not-justified' }));
	await expect(judge(keeper)).rejects.toMatchObject({ status: 404 });
	await expect(judge(turncoat)).rejects.toMatchObject({ reason: 'agreements.emergency-own' });
	await lila.worker.act((act) =>
		delayTelling(act, lila.personId, { emergency, because: 'Son conjoint lit son courrier.' }),
	);
	await lila.worker.act((act) => tellOfEmergency(act, lila.personId, { emergency }));
	const waiting = () => lila.worker.act((act) => countWaiting(act, lila.personId));
	expect(await waiting()).toBe(1);
	expect(await keeper.act((act) => countWaiting(act, lila.personId))).toBe(0);
	const judged = await Promise.allSettled([judge(lila.worker), judge(lila.worker)]);
	expect(judged.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await waiting()).toBe(0);
	expect(await lila.worker.act((act) => listEmergencies(act, lila.personId))).toMatchObject([
		{ toldAt: noon, review: 'not-justified', delayedBecause: 'Son conjoint lit son courrier.' },
	]);
});

test('a month is counted without anybody’s name', async () => {
	const { keeper, open } = await scene();
	const count = () => keeper.act((act) => countEmergencies(act, '2026-11-30'));
	const before = await count();
	await open();
	expect(await count()).toEqual({ ...before, opened: before.opened + 1 });
	expect(await keeper.act((act) => countEmergencies(act, '2026-12-01'))).toMatchObject({ opened: 0 });
});

const insertByHand = ({ tx, actor }: Act, personId: string, openedAt: Date) =>
	tx
		.insertInto('breakGlass')
		.values({
			...{ personId, openedAt, ...form },
			accountId: actor.accountId ?? '',
			hatId: actor.hat?.id ?? '',
			organisationId: actor.hat?.organisationId ?? '',
			workerName: 'Nour Petit',
			endsAt: new Date(openedAt.getTime() + 3 * 3_600_000),
		})
		.execute();

/** One more hat for an account, in another organisation. */
async function hatOf({ actor }: Worker, organisationId: string) {
	const id = crypto.randomUUID();
	await owner.query(
		`insert into hat (id, account_id, role, organisation_id, created_at) values ($1, $2, 'worker', $3, $4)`,
		[id, actor.accountId, organisationId, noon],
	);
	return { id, role: 'worker' as const, organisationId, territoryKind: null, territoryCode: null };
}
