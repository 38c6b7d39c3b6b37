import { beforeEach, describe, expect, test } from 'vitest';
import { suspendAccount } from '#lib/access/server/suspend-account.ts';
import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { actAs } from '#lib/server/act.ts';
import { type Followed, followed, plannedStep } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { snoozeAlert } from '../../alerts/server/snooze-alert.ts';
import { makeButtons } from './buttons.ts';
import { lookAtButton, pressButton } from './press-button.ts';

const here = await world();
const later = (days: number) => () => new Date(noon.getTime() + days * 86_400_000);
const gone = { status: 404, reason: 'digest.button-gone' };

let addresses = 0;
/** Somebody who stands at a button, from an address of her own. */
const at = (token: string, days = 9) => ({
	db: here.db,
	token,
	visitor: { address: `192.0.2.${++addresses}`, local: false, device: '' },
	now: later(days),
});
const snoozes = ({ worker }: Followed) =>
	worker.act(({ tx }) => tx.selectFrom('alertSnooze').select(['alertId', 'until', 'reason']).execute());

let lina: Followed;
let alert = '';
let token = '';
beforeEach(async () => {
	lina = await followed(here, 'Lina');
	await plannedStep(lina, { dueOn: '2026-12-01' });
	await findAllAlerts(here.db, later(9));
	const act = actAs(here.db, lina.worker.actor, later(9));
	const [row] = await act(({ tx }) => tx.selectFrom('alert').select('id').execute());
	alert = row?.id ?? '';
	const tokens = await act((inside) => makeButtons(inside, [alert]));
	token = tokens.get(alert) ?? '';
});

test('looking, as often as a scanner wants, changes nothing', async () => {
	const scanner = at(token);
	for (let times = 0; times < 25; times++) expect(await lookAtButton(scanner)).toEqual({ rule: 'R16' });
	expect(await snoozes(lina)).toEqual([]);
});

test('pressing puts the alert off until tomorrow, once, in her name', async () => {
	await pressButton(at(token));
	expect(await snoozes(lina)).toEqual([
		{ alertId: alert, until: '2026-12-03', reason: 'depuis le courriel' },
	]);
	await expect(pressButton(at(token))).rejects.toMatchObject(gone);
	await expect(lookAtButton(at(token))).rejects.toMatchObject(gone);
	// back tomorrow, and the button stays used
	for (const act of [lookAtButton, pressButton]) await expect(act(at(token, 10))).rejects.toMatchObject(gone);
	expect(await snoozes(lina)).toHaveLength(1);
});

test('of several presses at once, one acts', async () => {
	const pressed = await Promise.allSettled([1, 2, 3, 4].map(() => pressButton(at(token))));
	expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await snoozes(lina)).toHaveLength(1);
});

describe('the same sentence', () => {
	test('for what never was', async () => {
		for (const wrong of [newToken(), '', 'x', `${token}=`, '\u0000'.repeat(43), '../compte'])
			await expect(pressButton(at(wrong))).rejects.toMatchObject(gone);
	});

	test('after three days', async () => {
		await expect(lookAtButton(at(token, 11.9))).resolves.toEqual({ rule: 'R16' });
		await expect(lookAtButton(at(token, 12))).rejects.toMatchObject(gone);
		await expect(pressButton(at(token, 12))).rejects.toMatchObject(gone);
	});

	test('once the hat was left', async () => {
		await lina.worker.act(({ tx, actor, at: now }) =>
			tx
				.updateTable('hat')
				.set({ endedAt: now })
				.where('id', '=', actor.hat?.id ?? '')
				.execute(),
		);
		await expect(pressButton(at(token))).rejects.toMatchObject(gone);
	});

	test('once the account is suspended', async () => {
		await here.operator((act) => suspendAccount(act, lina.worker.email));
		await expect(pressButton(at(token))).rejects.toMatchObject(gone);
	});

	test('once the person is followed by others', async () => {
		const other = await followed(here, 'Nour');
		await here.owner.query('alter table pathway no force row level security, disable trigger user');
		await here.owner.query('update pathway set lead_hat_id = $1, lead_organisation_id = $2 where id = $3', [
			other.worker.actor.hat?.id,
			other.organisation.id,
			lina.pathwayId,
		]);
		await here.owner.query('alter table pathway force row level security, enable trigger user');
		await expect(lookAtButton(at(token))).rejects.toMatchObject(gone);
		await expect(pressButton(at(token))).rejects.toMatchObject(gone);
		expect(await snoozes(other)).toEqual([]);
	});

	test('once it was put off further: a mail does not bring it back earlier', async () => {
		const act = actAs(here.db, lina.worker.actor, later(9));
		await act((inside) => snoozeAlert(inside, { alert, until: '2026-12-20', reason: 'Vacances' }));
		await expect(pressButton(at(token))).rejects.toMatchObject(gone);
		expect(await snoozes(lina)).toHaveLength(1);
	});

	test('once the alert has ended; and the button is not used up', async () => {
		const { pathwayId, worker } = lina;
		await worker.act(({ tx }) =>
			tx.updateTable('step').set({ dueOn: '2026-12-30' }).where('pathwayId', '=', pathwayId).execute(),
		);
		await findAllAlerts(here.db, later(9));
		await expect(pressButton(at(token))).rejects.toMatchObject(gone);
		expect(await snoozes(lina)).toEqual([]);
		const used = await worker.act(({ tx }) => tx.selectFrom('digestButton').select('usedAt').execute());
		expect(used).toEqual([{ usedAt: null }]);
	});
});

test('many wrong tries from one network close the door to it', async () => {
	const guesser = at(token);
	for (let times = 0; times < 20; times++)
		await expect(lookAtButton({ ...guesser, token: newToken() })).rejects.toMatchObject(gone);
	await expect(lookAtButton(guesser)).rejects.toMatchObject({ status: 429 });
	await expect(lookAtButton(at(token))).resolves.toEqual({ rule: 'R16' });
});

test('a button is kept by its hash alone, and a stranger neither sees nor uses nor makes one', async () => {
	const stranger = await followed(here, 'Maya');
	const mine = await lina.worker.act(({ tx }) => tx.selectFrom('digestButton').selectAll().execute());
	expect(mine.map((each) => each.tokenHash)).toEqual([tokenHash(token)]);
	expect(JSON.stringify(mine)).not.toContain(token);
	await stranger.worker.act(async ({ tx, at: now }) => {
		expect(await tx.selectFrom('digestButton').select('alertId').execute()).toEqual([]);
		const { numUpdatedRows } = await tx.updateTable('digestButton').set({ usedAt: now }).executeTakeFirst();
		expect(numUpdatedRows).toBe(0n);
	});
	await expect(stranger.worker.act((act) => makeButtons(act, [alert]))).rejects.toThrow(/row-level security/);
	await expect(
		here.stranger(({ tx }) => tx.selectFrom('digestButton').select('alertId').execute()),
	).resolves.toEqual([]);
});
