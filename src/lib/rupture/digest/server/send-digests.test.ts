import { expect, test } from 'vitest';
import { suspendAccount } from '#lib/access/server/suspend-account.ts';
import { anonymous } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import { type Followed, followed, plannedStep } from '#lib/testing/pathways.ts';
import { takeJobs } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { makeButtons } from './buttons.ts';
import { chooseDigest } from './choices.ts';
import { clockOf, sendDigests, sendDigestsJob } from './send-digests.ts';

const here = await world();
const choice = { daily: true, hour: 8, urgent: false };
const sendAt = (instant: string) => sendDigests({ db: here.db, now: () => new Date(instant) });
const daysOf = ({ worker }: Pick<Followed, 'worker'>) =>
	worker.act(async ({ tx }) => {
		const rows = await tx.selectFrom('digest').select('day').orderBy('day').execute();
		return rows.map(({ day }) => day);
	});
const place = (organisationId: string, inseeCode: string) =>
	here.operator(async ({ tx }) => {
		const { id } = await tx
			.insertInto('place')
			.values({ source: 'test', key: inseeCode, inseeCode, position: 'unknown' })
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx.updateTable('organisation').set({ placeId: id }).where('id', '=', organisationId).execute();
	});

test('the clocks are those of her commune, else of her organisation, else of Paris', () => {
	const nowhere = { territoryKind: null, territoryCode: null, commune: null };
	expect(clockOf(nowhere)).toBe('Europe/Paris');
	expect(clockOf({ ...nowhere, commune: '97411' })).toBe('Indian/Reunion');
	expect(clockOf({ ...nowhere, commune: '98718' })).toBe('Pacific/Marquesas');
	expect(clockOf({ territoryKind: 'department', territoryCode: '973', commune: '75056' })).toBe(
		'America/Cayenne',
	);
	expect(clockOf({ territoryKind: 'epci', territoryCode: '200030633', commune: '97411' })).toBe(
		'Indian/Reunion',
	);
});

test('each at eight of her own clocks, and no other day than hers', async () => {
	const [lina, rosa] = [await followed(here, 'Lina'), await followed(here, 'Rosa')];
	await place(rosa.organisation.id, '97411');
	for (const { worker } of [lina, rosa]) await worker.act((act) => chooseDigest(act, choice));
	await sendAt('2026-11-24T03:59:00Z');
	expect([await daysOf(lina), await daysOf(rosa)]).toEqual([[], []]);
	await sendAt('2026-11-24T04:00:00Z');
	expect([await daysOf(lina), await daysOf(rosa)]).toEqual([[], ['2026-11-24']]);
	await sendAt('2026-11-24T07:00:00Z');
	await sendAt('2026-11-24T20:30:00Z');
	expect([await daysOf(lina), await daysOf(rosa)]).toEqual([['2026-11-24'], ['2026-11-24']]);
});

test('nothing is decided for who stopped it, or whose account is suspended', async () => {
	const [stopped, suspended] = [await followed(here, 'Nour'), await followed(here, 'Inès')];
	for (const { worker } of [stopped, suspended]) await worker.act((act) => chooseDigest(act, choice));
	await stopped.worker.act((act) => chooseDigest(act, { ...choice, daily: false }));
	await here.operator((act) => suspendAccount(act, suspended.worker.email));
	expect(await sendAt('2026-11-25T09:00:00Z')).toEqual([]);
	expect([await daysOf(stopped), await daysOf(suspended)]).toEqual([[], []]);
});

test('the job asks for the next one, and forgets the buttons that expired', async () => {
	const lina = await followed(here, 'Zohra');
	await plannedStep(lina, { dueOn: '2026-12-01' });
	const day = (days: number) => () => new Date(noon.getTime() + days * 86_400_000);
	await findAllAlerts(here.db, day(9));
	const act = actAs(here.db, lina.worker.actor, day(9));
	const alerts = await act(({ tx }) => tx.selectFrom('alert').select('id').execute());
	await act((inside) =>
		makeButtons(
			inside,
			alerts.map(({ id }) => id),
		),
	);
	const buttons = () => act(({ tx }) => tx.selectFrom('digestButton').select('alertId').execute());
	await sendDigestsJob({ db: here.db, actor: anonymous, now: day(11) });
	expect(await buttons()).toHaveLength(1);
	await sendDigestsJob({ db: here.db, actor: anonymous, now: day(12) });
	expect(await buttons()).toEqual([]);
	expect(await takeJobs(here.owner, 'send-digests')).toEqual([{}]);
});
