import { expect, test } from 'vitest';
import { actAs, actAsClock } from '#lib/server/act.ts';
import { followed, plannedStep } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { acceptReferral } from '../../../pathway/referrals/server/accept-referral.ts';
import { asTarget } from '../../../pathway/referrals/server/party.ts';
import { moveStep } from '../../../pathway/steps/server/move-step.ts';
import { findStep } from '../../../pathway/steps/server/steps.ts';
import { StepMove } from '../../../pathway/steps/step-form.ts';
import { findAlert, listAlerts, listRepaired } from './alerts.ts';
import { findAlertsDue, findAllAlerts } from './find-alerts.ts';
import { sayUseful } from './say-useful.ts';
import { snoozeAlert } from './snooze-alert.ts';
import { tellWhatWorked } from './tell-what-worked.ts';

const here = await world();
const { organisation, person, stranger, db, owner } = here;
const plie = await organisation('PLIE de l’Artois');
const samira = await person('Samira Benali', 'provider', plie.id);
const elsewhere = await person('Nour Petit', 'worker', (await organisation('CCAS')).id);

const on = (day: string) => () => new Date(`${day}T11:00:00Z`);
type Somebody = { readonly actor: Parameters<typeof actAs>[1] };
const then = ({ actor }: Somebody, day: string) => actAs(db, actor, on(day));
const seenBy = async (who: Somebody, day: string) =>
	(await then(who, day)(listAlerts)).map(({ rule, level }) => `${rule} ${level}`);

test('a step overdue becomes an alert, grows, and ends when the step moves', async () => {
	const lina = await followed(here, 'Lina');
	const step = await plannedStep(lina, { dueOn: '2026-11-25' });
	await findAlertsDue(db, on('2026-11-25'));
	expect(await seenBy(lina.worker, '2026-11-25')).toEqual([]);
	expect(await findAllAlerts(db, on('2026-11-26'))).toMatchObject({ raised: 1 });
	expect(await seenBy(lina.worker, '2026-11-26')).toEqual(['R16 attention']);
	expect(await findAllAlerts(db, on('2026-11-26'))).toEqual({ raised: 0, ended: 0 });
	const [first] = await then(lina.worker, '2026-11-26')(listAlerts);
	await findAllAlerts(db, on('2026-12-03'));
	const [grown] = await then(lina.worker, '2026-12-03')(listAlerts);
	expect(grown).toMatchObject({ id: first?.id, level: 'rupture', subject: step });
	expect(await seenBy(elsewhere, '2026-12-03')).toEqual([]);
	expect(await stranger(listAlerts)).toEqual([]);

	await then(
		lina.worker,
		'2026-12-03',
	)(async (act) => {
		const { version } = await findStep(act, lina.pathwayId, step);
		const done = { step, version, to: 'done', next: 'Visiter la crèche', nextDueOn: '2026-12-10' };
		await moveStep(act, lina.pathwayId, StepMove.parse(done));
	});
	expect(await findAlertsDue(db, on('2026-12-03'))).toMatchObject({ ended: 1 });
	expect(await seenBy(lina.worker, '2026-12-03')).toEqual([]);

	const [repaired] = await then(lina.worker, '2026-12-03')((act) => listRepaired(act, noon));
	expect(repaired?.id).toBe(first?.id);
	const told = { alert: first?.id ?? '', words: 'Un appel à trois avec la crèche.' };
	await expect(then(elsewhere, '2026-12-03')((act) => tellWhatWorked(act, told))).rejects.toMatchObject({
		status: 404,
	});
	await then(lina.worker, '2026-12-03')((act) => tellWhatWorked(act, told));
	await expect(then(lina.worker, '2026-12-03')((act) => tellWhatWorked(act, told))).rejects.toMatchObject({
		reason: 'alerts.told-already',
	});
	expect(await then(lina.worker, '2026-12-03')((act) => listRepaired(act, noon))).toEqual([]);
});

test('a referral unanswered is told to both sides, and ends with the answer', async () => {
	const someone = await followed(here, 'Mado');
	const id = await sent(someone, [plie.id]);
	await findAllAlerts(db, on('2026-11-25'));
	expect(await seenBy(someone.worker, '2026-11-25')).toContain('R1 attention');
	expect(await seenBy(samira, '2026-11-25')).toEqual(['R1 attention']);
	expect(await seenBy(elsewhere, '2026-11-25')).toEqual([]);
	await then(
		samira,
		'2026-11-26',
	)(async (act) =>
		acceptReferral(act, await asTarget(act), id, {
			contactName: 'Samira',
			contactPhone: null,
			firstContactOn: '2026-11-27',
		}),
	);
	await findAlertsDue(db, on('2026-11-26'));
	expect(await seenBy(samira, '2026-11-26')).toEqual([]);
});

test('a crash between the event and the alert loses none; two processes raise one', async () => {
	const someone = await followed(here, 'Rose');
	await plannedStep(someone, { dueOn: '2026-11-20' });
	// The process dies after the event, before any alert: the row that says whom to look at again is there.
	await then(
		someone.worker,
		'2026-11-30',
	)(({ tx, at }) =>
		tx
			.insertInto('event')
			.values({
				name: 'step.taken',
				subject: someone.pathwayId,
				details: '{}',
				happenedAt: at,
				accountId: someone.worker.actor.accountId,
				hatId: someone.worker.actor.hat?.id ?? null,
			})
			.execute(),
	);
	const kept = await Promise.all([1, 2, 3, 4].map(() => findAlertsDue(db, on('2026-11-30'))));
	expect(kept.reduce((sum, { raised }) => sum + raised, 0)).toBe(1);
	expect(await seenBy(someone.worker, '2026-11-30')).toEqual(['R16 rupture']);
	const { rows } = await owner.query('select from alert_due');
	expect(rows).toEqual([]);
});

test('put off by one organisation with a reason, for thirty days at most; judged by each worker', async () => {
	const someone = await followed(here, 'Nour');
	await plannedStep(someone, { dueOn: '2026-11-20' });
	await findAllAlerts(db, on('2026-11-23'));
	const [alert] = await someone.worker.act(listAlerts);
	if (!alert) throw new Error('no alert');
	const snooze = (until: string, who = someone.worker) =>
		who.act((act) => snoozeAlert(act, { alert: alert.id, until, reason: 'Elle est en vacances.' }));
	await expect(snooze('2026-11-23')).rejects.toMatchObject({ reason: 'alerts.until-past' });
	await expect(snooze('2026-12-24')).rejects.toMatchObject({ reason: 'alerts.until-far' });
	await expect(snooze('2026-12-01', elsewhere)).rejects.toMatchObject({ status: 404 });
	await snooze('2026-12-01');
	await someone.worker.act((act) => sayUseful(act, { alert: alert.id, useful: true }));
	await someone.worker.act((act) => sayUseful(act, { alert: alert.id, useful: false }));
	const found = await someone.worker.act((act) => findAlert(act, alert.id, 'alert.read'));
	expect(found).toMatchObject({
		useful: false,
		snooze: { until: '2026-12-01', reason: 'Elle est en vacances.' },
	});
	const { rows } = await owner.query(
		"select name from refused_act r join (values ('alert.snooze')) n(name) on n.name = r.act",
	);
	expect(rows).toHaveLength(1);
});

test('the clock reads no word about anybody', async () => {
	for (const column of [
		'step.words',
		'note.words',
		'goal.words',
		'person.name',
		'pathway.words',
		'referral_field.value',
	]) {
		const [table, name] = column.split('.');
		await expect(
			actAsClock(
				db,
				() => noon,
			)(({ tx }) =>
				tx
					.selectFrom(table as 'step')
					.select(name as 'words')
					.execute(),
			),
			column,
		).rejects.toThrow(/permission denied/);
	}
});
