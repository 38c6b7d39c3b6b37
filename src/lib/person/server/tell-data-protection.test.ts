import { beforeEach, expect, test } from 'vitest';
import { anonymous } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import type { Mail } from '#lib/server/mail.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { takeJobs } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { openEmergency } from './open-emergency.ts';
import { remindEndings } from './remind-endings.ts';
import { tellDataProtection } from './tell-data-protection.ts';

const here = await world();
const inDays = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const told = () => takeJobs(here.owner, 'tell-data-protection');

beforeEach(() => here.owner.query('delete from graphile_worker._private_jobs'));

/** A protected file, opened in an emergency by a shelter that knew her. */
async function opened() {
	const lila = await followed(here, 'Lila');
	const refuge = await here.organisation('Refuge de nuit');
	const keeper = await here.person('Nour Petit', 'worker', refuge.id);
	await share(lila, refuge.id, 1);
	await lila.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'protected' }).where('id', '=', lila.personId).execute(),
	);
	await keeper.act((act) =>
		openEmergency(act, lila.pathwayId, { reason: 'danger', explanation: 'Un danger immédiat.' }),
	);
	const { id } = await lila.worker.act(({ tx }) =>
		tx.selectFrom('breakGlass').select('id').where('personId', '=', lila.personId).executeTakeFirstOrThrow(),
	);
	return { lila, id };
}

async function mailsOf(
	privacyContact: string | undefined,
	payload: Parameters<typeof tellDataProtection>[1],
) {
	const mails: Mail[] = [];
	const post = async (mail: Mail) => void mails.push(mail);
	await tellDataProtection({ post, privacyContact }, payload, {
		db: here.db,
		actor: anonymous,
		now: () => noon,
	});
	return mails;
}

test('opening tells at once whoever watches over personal data, by a reference and nothing of anybody', async () => {
	const { id } = await opened();
	const jobs = await told();
	expect(jobs).toEqual([{ about: 'opened', references: [id] }]);
	const [mail, ...others] = await mailsOf('dpo@exemple.test', jobs[0] ?? { about: 'opened', references: [] });
	expect(others).toEqual([]);
	expect(mail).toMatchObject({ to: 'dpo@exemple.test', text: expect.stringContaining(id) });
	expect(JSON.stringify(mail)).not.toMatch(/Lila|Nour|Refuge|danger/);
});

test('without a contact, the administrators who still are; nobody else', async () => {
	const admin = await here.person('Zoé Roux', 'administrator');
	const gone = await here.person('Luc Bel', 'administrator');
	await gone.act(({ tx, at }) =>
		tx
			.updateTable('hat')
			.set({ endedAt: at })
			.where('id', '=', gone.actor.hat?.id ?? '')
			.execute(),
	);
	const to = (await mailsOf(undefined, { about: 'opened', references: ['x'] })).map((mail) => mail.to);
	expect(to).toContain(admin.email);
	expect(to).not.toContain(gone.email);
	expect(to).not.toContain((await followed(here, 'Noa')).worker.email);
});

test('what nobody judged in seven days is told each morning, until somebody does', async () => {
	const { lila, id } = await opened();
	await told();
	const run = async (day: number) => {
		await remindEndings({ db: here.db, actor: anonymous, now: () => inDays(day) });
		return (await told()).flatMap(({ about, references }) =>
			about === 'never-judged' && references.includes(id) ? [id] : [],
		);
	};
	expect([await run(1), await run(6.9), await run(7), await run(8)]).toEqual([[], [], [id], [id]]);
	await actAs(here.db, lila.worker.actor, () => inDays(8))(({ tx, at, actor }) =>
		tx
			.updateTable('breakGlass')
			.set({ reviewedAt: at, reviewedBy: actor.hat?.id ?? '', review: 'justified' })
			.where('id', '=', id)
			.execute(),
	);
	expect(await run(9)).toEqual([]);
});
