import { expect, test } from 'vitest';
import { followed } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { runner, takeJobs } from '#lib/testing/upkeep.ts';
import { world } from '#lib/testing/world.ts';
import { stopSharing, stopSharingAll, tellReferralsOfRevocation } from './stop-sharing.ts';

const here = await world();

async function scene() {
	const lila = await followed(here, 'Lila');
	const garage = await here.organisation('Garage solidaire');
	const mechanic = await here.person('Nour Petit', 'worker', garage.id);
	const referralId = await sent(lila, [garage.id]);
	const { agreementId } = await lila.worker.act(({ tx }) =>
		tx.selectFrom('referral').select('agreementId').where('id', '=', referralId).executeTakeFirstOrThrow(),
	);
	const reads = () =>
		mechanic.act(async ({ tx }) => ({
			fields: await tx.selectFrom('referralField').select('name').execute(),
			messages: await tx.selectFrom('referralMessage').select(['side', 'kind', 'words']).execute(),
			referrals: await tx.selectFrom('referral').select('id').execute(),
		}));
	return { lila, mechanic, referralId, agreementId: agreementId ?? '', reads };
}
const told = {
	side: 'system',
	kind: 'reminder',
	words: 'L’accord a été retiré. Les informations de la personne ne se lisent plus ici.',
};

test.each(['lead', 'recipient'] as const)(
	'stopped by the %s: the open referral says so, and tells nothing else of her',
	async (side) => {
		const { lila, mechanic, referralId, agreementId, reads } = await scene();
		expect((await reads()).fields.length).toBeGreaterThan(0);
		const who = side === 'lead' ? lila.worker : mechanic;
		await who.act((act) => stopSharing(act, lila.personId, agreementId, { way: 'phone' }));
		expect(await reads()).toEqual({ fields: [], messages: [told], referrals: [{ id: referralId }] });
	},
);

test('each recipient is told by a mail that says nothing of her', async () => {
	const { lila, referralId, agreementId } = await scene();
	await here.owner.query(
		"update organisation set email = 'accueil@garage.test' where name = 'Garage solidaire'",
	);
	await takeJobs(here.owner, 'announce-referral');
	await lila.worker.act((act) => stopSharing(act, lila.personId, agreementId, { way: 'phone' }));
	const jobs = await takeJobs(here.owner, 'announce-referral');
	expect(jobs).toEqual([{ referralId, moment: 'agreement-stopped' }]);
	const { sent: mails, run } = runner(here.db);
	for (const job of jobs) await run('announce-referral', job);
	expect(mails).toMatchObject([
		{
			to: 'accueil@garage.test',
			text: expect.stringMatching(/Un accord a été retiré\s: ouvrez l’orientation\./),
		},
	]);
	expect(mails[0]?.text).toMatch(/\/reponse\//);
	expect(JSON.stringify(mails).replaceAll('Mission locale de Lila', '')).not.toContain('Lila');
});

test('everything stopped tells each open referral, and nobody is told twice', async () => {
	const { lila, agreementId, reads } = await scene();
	await lila.worker.act((act) => stopSharingAll(act, lila.personId, { way: 'paper' }));
	expect((await reads()).messages).toEqual([told]);
	expect(await lila.worker.act((act) => stopSharingAll(act, lila.personId, { way: 'paper' }))).toBe(0);
	expect((await reads()).messages).toEqual([told]);
	await lila.worker.act(async ({ tx }) => {
		expect(
			await tx.selectFrom('agreement').select('revokedAt').where('id', '=', agreementId).execute(),
		).toHaveLength(1);
	});
});

test('what holds, or was stopped by another act, is not told', async () => {
	const { lila, agreementId, reads } = await scene();
	expect(await lila.worker.act((act) => tellReferralsOfRevocation(act, agreementId))).toEqual([]);
	expect((await reads()).messages).toEqual([]);
});

test('an ended referral is left as it is', async () => {
	const { lila, referralId, agreementId, reads } = await scene();
	await lila.worker.act(({ tx, at }) =>
		tx
			.updateTable('referral')
			.set({ state: 'declined-by-person', endedAt: at })
			.where('id', '=', referralId)
			.execute(),
	);
	await lila.worker.act((act) => stopSharing(act, lila.personId, agreementId, { way: 'phone' }));
	expect((await reads()).messages).toEqual([]);
});

test('of an open call, each organisation is stopped alone: the others go on, and learn nothing of it', async () => {
	const lila = await followed(here, 'Lila');
	const called = [await here.organisation('Garage'), await here.organisation('Atelier')];
	const workers = await Promise.all(called.map(({ id }) => here.person('Nour Petit', 'worker', id)));
	await sent(
		lila,
		called.map(({ id }) => id),
	);
	const reads = () =>
		Promise.all(
			workers.map(({ act }) =>
				act(async ({ tx }) => ({
					fields: (await tx.selectFrom('referralField').select('name').execute()).length > 0,
					told: (await tx.selectFrom('referralMessage').select('id').execute()).length,
				})),
			),
		);
	const stop = (rank: number) =>
		lila.worker.act(async (act) => {
			const { id } = await act.tx
				.selectFrom('agreement')
				.select('id')
				.where('organisationId', '=', called[rank]?.id ?? '')
				.executeTakeFirstOrThrow();
			await stopSharing(act, lila.personId, id, { way: 'phone' });
		});
	const open = { fields: true, told: 0 };
	expect(await reads()).toEqual([open, open]);
	for (const rank of [0, 1]) {
		await stop(rank);
		const closed = { fields: false, told: 0 };
		expect(await reads()).toEqual(rank === 0 ? [closed, open] : [closed, closed]);
	}
});
