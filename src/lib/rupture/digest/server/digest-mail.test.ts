import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import type { Mail } from '#lib/server/mail.ts';
import { alsoFollowed, followed, plannedStep } from '#lib/testing/pathways.ts';
import { origin, takeJobs } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { sayAbsence } from '../../today/server/say-absence.ts';
import { chooseDigest, findChoice } from './choices.ts';
import { postDigest } from './post-digest.ts';
import { sendDigests } from './send-digests.ts';

const here = await world();
const lina = await followed(here, 'Lina');
const awa = lina.worker;
const leo = await here.person('Léo Martin', 'worker', lina.organisation.id);
const samira = await here.person('Samira Benali', 'provider', lina.organisation.id);
const later = (days: number) => () => new Date(noon.getTime() + days * 86_400_000);
const hat = ({ actor }: { actor: Actor }) => actor.hat?.id ?? '';
const choice = { daily: true, hour: 8, urgent: false };

const mails: Mail[] = [];
const needs = { post: async (mail: Mail) => void mails.push(mail), origin };
const waiting = () => takeJobs(here.owner, 'post-digest');
const send = (days: number) => sendDigests({ db: here.db, now: later(days) });
const posted = async (who: { actor: Actor }, days: number): Promise<Mail[]> => {
	mails.length = 0;
	for (const payload of await waiting())
		await postDigest(needs, payload, { db: here.db, actor: who.actor, now: later(days) });
	return [...mails];
};

test('a worker chooses for herself; nobody else reads or writes it', async () => {
	expect(await awa.act(findChoice)).toEqual({ daily: false, hour: 8, urgent: false });
	await awa.act((act) => chooseDigest(act, { daily: true, hour: 19, urgent: true }));
	await awa.act((act) => chooseDigest(act, choice));
	expect(await awa.act(findChoice)).toEqual(choice);
	await expect(samira.act((act) => chooseDigest(act, choice))).rejects.toMatchObject({ status: 404 });
	await expect(here.stranger((act) => chooseDigest(act, choice))).rejects.toMatchObject({ status: 404 });
	expect(await leo.act(({ tx }) => tx.selectFrom('digestChoice').selectAll().execute())).toEqual([]);
	await expect(
		leo.act(({ tx, at }) =>
			tx
				.insertInto('digestChoice')
				.values({ hatId: hat(samira), ...choice, chosenAt: at })
				.execute(),
		),
	).rejects.toThrow(/row-level security/);
});

describe('a day', () => {
	beforeAll(async () => {
		await plannedStep(lina, { words: 'Appeler le CSAPA', dueOn: '2026-12-01' });
		await findAllAlerts(here.db, later(9));
	});

	test('is mailed once, whichever processes look, without anybody’s name', async () => {
		await Promise.all([send(9), send(9), send(9)]);
		await send(9.2);
		const [mail, ...others] = await posted(awa, 9);
		expect(others).toEqual([]);
		expect(mail).toMatchObject({
			to: awa.email,
			subject: expect.stringMatching(/^Votre journée\s: 1\snouveauté$/),
		});
		expect(mail?.text).toMatch(/Nouveau\. Attention\. Une date prévue est passée/);
		expect(mail?.text).toContain(`${origin}/parcours/${lina.pathwayId}`);
		expect(mail?.text).toMatch(/courriel-du-jour\/[\w-]{43}/);
		expect(mail?.text).not.toMatch(/Lina|Awa|Diallo|CSAPA|Mission/);
	});

	test('without anything new makes no mail', async () => {
		await send(10);
		expect(await waiting()).toEqual([]);
		const days = await awa.act(({ tx }) => tx.selectFrom('digest').select(['day', 'fresh']).execute());
		expect(days).toHaveLength(2);
	});

	test('leaves again after a crash, and not twice once it left', async () => {
		await plannedStep(await alsoFollowed(awa, 'Sara'), { dueOn: '2026-12-03' });
		await findAllAlerts(here.db, later(11));
		await send(11);
		const [payload] = await waiting();
		const context = { db: here.db, actor: awa.actor, now: later(11) };
		const failing = { origin, post: () => Promise.reject(new Error('no mail today')) };
		await expect(postDigest(failing, payload!, context)).rejects.toThrow('no mail today');
		mails.length = 0;
		await postDigest(needs, payload!, context);
		await postDigest(needs, payload!, context);
		expect(mails).toHaveLength(1);
		expect(mails[0]?.text.match(/Nouveau\./g)).toHaveLength(1);
		expect(mails[0]?.text).toContain('- 2 alertes à regarder');
	});

	test('whose mail never left is told with the next, which alone leaves', async () => {
		await plannedStep(await alsoFollowed(awa, 'Inès'), { dueOn: '2026-12-04' });
		await findAllAlerts(here.db, later(12));
		await send(12);
		const [old] = await waiting();
		await send(13);
		const mail = await posted(awa, 13);
		expect(mail).toHaveLength(1);
		mails.length = 0;
		await postDigest(needs, old!, { db: here.db, actor: awa.actor, now: later(13) });
		expect(mails).toEqual([]);
	});

	test('of whoever is away is told to whom it was handed over, and not to her', async () => {
		await leo.act((act) => chooseDigest(act, choice));
		await plannedStep(await alsoFollowed(awa, 'Zoé'), { dueOn: '2026-12-05' });
		const absence = { who: hat(awa), to: hat(leo), fromDay: '2026-12-07', untilDay: '2026-12-11' };
		await actAs(here.db, awa.actor, later(13))((act) => sayAbsence(act, absence));
		await findAllAlerts(here.db, later(14));
		await send(14);
		const sent = await posted(leo, 14);
		expect(sent).toHaveLength(1);
		expect(sent[0]?.to).toBe(leo.email);
		expect(sent[0]?.text).toContain('alertes à regarder');
		const days = await actAs(
			here.db,
			awa.actor,
			later(14),
		)(({ tx }) => tx.selectFrom('digest').select('day').where('day', '=', '2026-12-07').execute());
		expect(days).toEqual([]);
	});

	test('is hers: a stranger reads no digest, and posts nobody’s', async () => {
		await send(20);
		for (const payload of await waiting()) {
			mails.length = 0;
			await postDigest(needs, payload, { db: here.db, actor: samira.actor, now: later(20) });
			expect(mails).toEqual([]);
		}
		expect(await samira.act(({ tx }) => tx.selectFrom('digest').select('id').execute())).toEqual([]);
	});
});
