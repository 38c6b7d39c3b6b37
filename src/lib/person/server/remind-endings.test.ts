import { beforeEach, expect, test } from 'vitest';
import { anonymous } from '#lib/actor.ts';
import { actAs, actAsClock } from '#lib/server/act.ts';
import type { Jobs } from '#lib/server/jobs.ts';
import type { Mail } from '#lib/server/mail.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { openEmergency } from './open-emergency.ts';
import { nextMorning, remindEndings } from './remind-endings.ts';
import { stopAgreement } from './stop-agreement.ts';
import { tellLeadWorker } from './tell-lead-worker.ts';

const here = await world();
const inDays = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const run = (at: Date) => remindEndings({ db: here.db, actor: anonymous, now: () => at });

beforeEach(() => here.owner.query(`delete from graphile_worker._private_jobs`));

async function told(): Promise<Jobs['tell-lead-worker'][]> {
	const { rows } = await here.owner.query(
		`select payload->'payload' as told from graphile_worker._private_jobs where (payload::jsonb)->'payload' ? 'about'`,
	);
	await here.owner.query(
		`delete from graphile_worker._private_jobs where (payload::jsonb)->'payload' ? 'about'`,
	);
	return rows.map((row: { told: Jobs['tell-lead-worker'] }) => row.told);
}

test('an end is told 30, 14 and 7 days before, once each, and never after', async () => {
	const lila = await followed(here, 'Lila');
	await share(lila, (await here.organisation('CCAS')).id, 3); // for ninety days
	const about: string[] = [];
	for (let day = 0; day <= 95; day++) {
		await run(inDays(day));
		for (const one of await told()) about.push(`${day} ${one.about}`);
	}
	expect(about).toEqual(['60 ends-in-30', '76 ends-in-14', '83 ends-in-7']);
});

test('after a night without the job, the nearest announcement is made, not those missed', async () => {
	const lila = await followed(here, 'Lila');
	await share(lila, (await here.organisation('CCAS')).id, 3);
	await run(inDays(85));
	expect(await told()).toEqual([
		{ hatId: lila.worker.actor.hat?.id, about: 'ends-in-7', pathwayIds: [lila.pathwayId] },
	]);
});

test('one mail a worker for several ends; what was stopped is not announced', async () => {
	const lila = await followed(here, 'Lila');
	const ids: string[] = [];
	for (const name of ['CCAS', 'Régie', 'Refuge'])
		ids.push(await share(lila, (await here.organisation(name)).id, 3));
	await lila.worker.act((act) => stopAgreement(act, lila.personId, ids[0] ?? '', { way: 'phone' }));
	await run(inDays(60));
	expect((await told()).filter(({ hatId }) => hatId === lila.worker.actor.hat?.id)).toHaveLength(1);
});

test('an emergency neither told nor judged in time is told again each morning, until it is', async () => {
	const [lila, refuge] = [await followed(here, 'Lila'), await here.organisation('Refuge')];
	const keeper = await here.person('Nour Petit', 'worker', refuge.id);
	await share(lila, refuge.id, 1);
	await lila.worker.act(({ tx }) => tx.updateTable('person').set({ protection: 'protected' }).execute());
	await keeper.act((act) =>
		openEmergency(act, lila.pathwayId, { reason: 'danger', explanation: 'Un danger immédiat.' }),
	);
	await told();
	const due = async (day: number) => {
		await run(inDays(day));
		return (await told()).filter(({ about }) => about === 'emergency-due').length;
	};
	expect([await due(0.5), await due(1), await due(2)]).toEqual([0, 1, 1]);
	const lead = actAs(here.db, lila.worker.actor, () => inDays(3));
	await lead(({ tx, at }) => tx.updateTable('breakGlass').set({ toldAt: at }).execute());
	expect([await due(3), await due(7)]).toEqual([0, 1]);
	await lead(({ tx, at, actor }) =>
		tx
			.updateTable('breakGlass')
			.set({ reviewedAt: at, reviewedBy: actor.hat?.id ?? '', review: 'justified' })
			.execute(),
	);
	expect(await due(8)).toBe(0);
});

test('the clock reads dates and nothing that is said of anybody', async () => {
	const clock = actAsClock(here.db, () => noon);
	for (const column of ['level', 'witness', 'proof'] as const)
		await expect(clock(({ tx }) => tx.selectFrom('agreement').select(column).execute())).rejects.toThrow(
			'denied',
		);
	await expect(
		clock(({ tx }) => tx.selectFrom('breakGlass').select('explanation').execute()),
	).rejects.toThrow('denied');
	await expect(clock(({ tx }) => tx.selectFrom('person').select('name').execute())).rejects.toThrow('denied');
});

test('the mail leads to the page and says nobody’s name; once she left, a colleague is told', async () => {
	const lila = await followed(here, 'Lila');
	const mails: Mail[] = [];
	const post = async (mail: Mail) => void mails.push(mail);
	const payload = {
		hatId: lila.worker.actor.hat?.id ?? '',
		about: 'ends-in-30',
		pathwayIds: [lila.pathwayId],
	} as const;
	const context = { db: here.db, actor: anonymous, now: () => noon };
	const needs = { post, origin: 'https://exemple.test' };
	await tellLeadWorker(needs, payload, context);
	await tellLeadWorker(needs, { ...payload, about: 'emergency' }, context);
	expect(mails.map(({ to }) => to)).toEqual([lila.worker.email, lila.worker.email]);
	expect(mails[0]?.text).toContain(`https://exemple.test/parcours/${lila.pathwayId}/accords`);
	expect(mails[1]?.text).toContain(`https://exemple.test/parcours/${lila.pathwayId}/urgence`);
	expect(JSON.stringify(mails)).not.toMatch(/Lila|Awa|Diallo|Mission/);
	await lila.worker.act(({ tx, at }) =>
		tx.updateTable('hat').set({ endedAt: at }).where('id', '=', payload.hatId).execute(),
	);
	await tellLeadWorker(needs, payload, context);
	expect(mails).toHaveLength(2);
	const colleague = await here.person('Léo Martin', 'worker', lila.organisation.id);
	await here.person('Max Brun', 'provider', lila.organisation.id);
	await tellLeadWorker(needs, payload, context);
	expect(mails.slice(2).map(({ to }) => to)).toEqual([colleague.email]);
});

test('the next morning is seven in Paris, on the day the clocks change too', () => {
	expect(nextMorning(new Date('2026-11-23T05:59:00Z'))).toEqual(new Date('2026-11-23T06:00:00Z'));
	expect(nextMorning(new Date('2026-11-23T06:00:00Z'))).toEqual(new Date('2026-11-24T06:00:00Z'));
	expect(nextMorning(new Date('2026-10-24T20:00:00Z'))).toEqual(new Date('2026-10-25T06:00:00Z'));
	expect(nextMorning(new Date('2027-03-27T20:00:00Z'))).toEqual(new Date('2027-03-28T05:00:00Z'));
});
