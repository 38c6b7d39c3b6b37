import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import type { Mail } from '#lib/server/mail.ts';
import { alsoFollowed, type Followed, followed, plannedStep } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { origin, takeJobs } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { sayAbsence } from '../../today/server/say-absence.ts';
import { chooseDigest } from './choices.ts';
import { postDigest } from './post-digest.ts';
import { postUrgent } from './post-urgent.ts';
import { sendDigests } from './send-digests.ts';
import { sendUrgent } from './send-urgent.ts';

const here = await world();
const later = (days: number) => () => new Date(noon.getTime() + days * 86_400_000);
const choice = { daily: true, hour: 8, urgent: true };
const hat = ({ actor }: { actor: Actor }) => actor.hat?.id ?? '';

const mails: Mail[] = [];
const needs = { post: async (mail: Mail) => void mails.push(mail), origin };
const send = (days: number) => sendUrgent({ db: here.db, now: later(days) });
const taken = () => takeJobs(here.owner, 'post-urgent');
const posted = async (who: { actor: Actor }, days: number): Promise<Mail[]> => {
	mails.length = 0;
	for (const payload of await taken())
		await postUrgent(needs, payload, { db: here.db, actor: who.actor, now: later(days) });
	return [...mails];
};
const protect = ({ worker, personId }: Pick<Followed, 'worker' | 'personId'>, protection: string) =>
	worker.act(({ tx }) => tx.updateTable('person').set({ protection }).where('id', '=', personId).execute());

let lina: Followed;
beforeEach(async () => {
	lina = await followed(here, 'Lina');
	await lina.worker.act((act) => chooseDigest(act, choice));
	await plannedStep(lina, { dueOn: '2026-12-01' });
	await taken();
});

test('a rupture of a protected file leaves at once, one mail, ever; and is no news the next morning', async () => {
	await protect(lina, 'protected');
	await findAllAlerts(here.db, later(9));
	expect(await send(9)).toEqual([]);
	expect(await taken()).toEqual([]);
	await findAllAlerts(here.db, later(15));
	await Promise.all([send(15), send(15), send(15)]);
	const [mail, ...others] = await posted(lina.worker, 15);
	expect(others).toEqual([]);
	expect(mail).toMatchObject({ to: lina.worker.email, subject: expect.stringMatching(/^Urgent/) });
	expect(mail?.text).toMatch(/Rupture\. Une date prévue est passée/);
	expect(mail?.text).not.toMatch(/Lina|Awa|Diallo|Mission|crèche|protég/);
	await send(15.5);
	expect(await taken()).toEqual([]);

	await takeJobs(here.owner, 'post-digest');
	await sendDigests({ db: here.db, now: later(15.9) });
	for (const payload of await takeJobs(here.owner, 'post-digest')) {
		await postDigest(needs, payload, { db: here.db, actor: lina.worker.actor, now: later(15.9) });
		expect(mails.at(-1)?.text ?? '').not.toMatch(/Nouveau\. Rupture\. Une date/);
	}
});

test('an ordinary file waits for the morning, and who did not ask is not written to', async () => {
	await findAllAlerts(here.db, later(15));
	await send(15);
	expect(await taken()).toEqual([]);
	await lina.worker.act((act) => chooseDigest(act, { ...choice, urgent: false }));
	await protect(lina, 'protected');
	await send(15);
	expect(await taken()).toEqual([]);
});

test('a colleague who asked for hers does not get those of others', async () => {
	const zoe = await here.person('Zoé Petit', 'worker', lina.organisation.id);
	await zoe.act((act) => chooseDigest(act, choice));
	await lina.worker.act((act) => chooseDigest(act, { ...choice, urgent: false }));
	await protect(lina, 'protected');
	await findAllAlerts(here.db, later(15));
	await send(15);
	expect(await taken()).toEqual([]);
});

test('a silence on an urgent request leaves at once, and on another it does not', async () => {
	const plie = await here.organisation('PLIE de l’Artois');
	const calm = await sent(await alsoFollowed(lina.worker, 'Sara'), [plie.id]);
	const urgent = await sent(lina, [plie.id], { urgent: 'yes' });
	await findAllAlerts(here.db, later(7));
	await send(7);
	const told = await lina.worker.act(({ tx }) =>
		tx
			.selectFrom('digestUrgent')
			.innerJoin('alert', 'alert.id', 'digestUrgent.alertId')
			.select('alert.referralId')
			.execute(),
	);
	expect(told).toContainEqual({ referralId: urgent });
	expect(told).not.toContainEqual({ referralId: calm });
	const [mail] = await posted(lina.worker, 7);
	expect(mail?.text).not.toMatch(/PLIE|permis|Lina|Sara/);
});

test('a crash between the decision and the mail loses nothing', async () => {
	await protect(lina, 'protected');
	await findAllAlerts(here.db, later(15));
	await send(15);
	const [payload] = await taken();
	const context = { db: here.db, actor: lina.worker.actor, now: later(15) };
	const failing = { origin, post: () => Promise.reject(new Error('no mail')) };
	await expect(postUrgent(failing, payload!, context)).rejects.toThrow('no mail');
	const leo = await here.person('Léo Martin', 'worker', lina.organisation.id);
	const absence = { who: hat(lina.worker), to: hat(leo), fromDay: '2026-12-08', untilDay: '2026-12-09' };
	await actAs(here.db, lina.worker.actor, later(15))((act) => sayAbsence(act, absence));
	mails.length = 0;
	await postUrgent(needs, payload!, context);
	await postUrgent(needs, payload!, context);
	expect(mails).toHaveLength(1);
});

test('goes to whoever replaces her; a closed file to nobody else than her', async () => {
	const leo = await here.person('Léo Martin', 'worker', lina.organisation.id);
	await leo.act((act) => chooseDigest(act, choice));
	const closed = await alsoFollowed(lina.worker, 'Maëlle');
	await plannedStep(closed, { dueOn: '2026-12-01' });
	await protect(closed, 'closed');
	await protect(lina, 'protected');
	const absence = { who: hat(lina.worker), to: hat(leo), fromDay: '2026-12-07', untilDay: '2026-12-10' };
	await actAs(here.db, lina.worker.actor, later(13))((act) => sayAbsence(act, absence));
	await findAllAlerts(here.db, later(15));
	await send(15);
	const sent = await posted(leo, 15);
	expect(sent.map(({ to }) => to)).toEqual([leo.email]);
	expect(sent[0]?.text.match(/Rupture\. /g)).toHaveLength(1);
	expect(sent[0]?.text).not.toContain(closed.pathwayId);
});

test('a stranger sees nothing of what was told, and posts nothing of it', async () => {
	await protect(lina, 'protected');
	await findAllAlerts(here.db, later(15));
	await send(15);
	const stranger = await followed(here, 'Nour');
	expect(await posted(stranger.worker, 15)).toEqual([]);
	expect(
		await stranger.worker.act(({ tx }) => tx.selectFrom('digestUrgent').select('alertId').execute()),
	).toEqual([]);
});
