import { expect, test } from 'vitest';
import { type Followed, followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { activatePathway } from './activate-pathway.ts';
import { closePathway } from './close-pathway.ts';
import { findPathway } from './pathways.ts';
import { pausePathway } from './pause-pathway.ts';
import { reopenPathway } from './reopen-pathway.ts';
import { resumePathway } from './resume-pathway.ts';

const here = await world();
const today = dayOf(noon);
const noStep = { words: null, owner: 'me', dueOn: '' } as const;
const call = { words: 'Appeler la crèche', owner: 'me', dueOn: addDays(today, 7) } as const;
const pause = { pauseReason: 'Hospitalisée', reviewOn: addDays(today, 30) };
const closing = {
	reason: 'goals-reached',
	closingWords: null,
	noFurtherSupport: true,
	checkOn: addDays(today, 181),
} as const;

const stateOf = async ({ worker, pathwayId }: Followed) =>
	(await worker.act((act) => findPathway(act, pathwayId))).state;

test('a pathway is set going, paused, resumed, closed and opened again: one pathway, told by its events', async () => {
	const lila = await followed(here, 'Lila');
	const { worker, pathwayId } = lila;
	await expect(worker.act((act) => activatePathway(act, pathwayId, noStep))).rejects.toMatchObject({
		status: 422,
		reason: 'pathway.needs-step',
	});
	await worker.act((act) => activatePathway(act, pathwayId, call));
	expect(await stateOf(lila)).toBe('active');
	await worker.act((act) => pausePathway(act, pathwayId, pause));
	expect(await worker.act((act) => findPathway(act, pathwayId))).toMatchObject(pause);
	await worker.act((act) => resumePathway(act, pathwayId, noStep));
	await worker.act((act) => closePathway(act, pathwayId, closing));
	expect(await worker.act((act) => findPathway(act, pathwayId))).toMatchObject({
		state: 'closed',
		closingReason: 'goals-reached',
		checkOn: closing.checkOn,
	});

	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	await leo.act((act) => reopenPathway(act, pathwayId, noStep));
	expect(await leo.act((act) => findPathway(act, pathwayId))).toMatchObject({
		state: 'active',
		leadName: 'Léo Martin',
		closingReason: null,
		checkOn: null,
	});
	const events = await leo.act(({ tx }) =>
		tx
			.selectFrom('event')
			.select('name')
			.where('subject', '=', pathwayId)
			.where('name', 'like', 'pathway.%')
			.orderBy('seq')
			.execute(),
	);
	expect(events.map(({ name }) => name.slice('pathway.'.length))).toEqual([
		'opened',
		'activated',
		'paused',
		'resumed',
		'closed',
		'reopened',
	]);
});

test.each([
	['a pause without end', () => ({ ...pause, reviewOn: addDays(today, 91) }), 'pathway.review-far'],
	['a pause that is over', () => ({ ...pause, reviewOn: today }), 'pathway.review-past'],
])('%s is refused', async (_, typed, reason) => {
	const lila = await followed(here, 'Lila');
	await lila.worker.act((act) => activatePathway(act, lila.pathwayId, call));
	await expect(lila.worker.act((act) => pausePathway(act, lila.pathwayId, typed()))).rejects.toMatchObject({
		status: 422,
		reason,
	});
	expect(await stateOf(lila)).toBe('active');
});

test('nobody is let go with a referral under way, nor without somebody after', async () => {
	const lila = await followed(here, 'Lila');
	const { worker, pathwayId } = lila;
	const close = (typed = {}) => worker.act((act) => closePathway(act, pathwayId, { ...closing, ...typed }));
	await expect(close({ noFurtherSupport: false })).rejects.toMatchObject({ reason: 'pathway.close-follow' });

	const ccas = await here.organisation('CCAS');
	const referralId = crypto.randomUUID();
	await worker.act(({ tx, actor, at }) =>
		tx
			.insertInto('referral')
			.values({
				...{ id: referralId, pathwayId, fromName: 'Awa Diallo', domain: 'housing' },
				fromOrganisationId: lila.organisation.id,
				fromHatId: actor.hat?.id ?? '',
				toOrganisationId: ccas.id,
				madeAt: at,
				stateSince: at,
			})
			.execute(),
	);
	await expect(close()).rejects.toMatchObject({ status: 422, reason: 'pathway.close-referrals' });
	await worker.act(({ tx }) =>
		tx.updateTable('referral').set({ state: 'withdrawn' }).where('id', '=', referralId).execute(),
	);
	await close();
	expect(await stateOf(lila)).toBe('closed');
});

test('a stranger changes nothing, and a reader neither: the same answer, and one line kept for each try', async () => {
	const lila = await followed(here, 'Lila');
	await plannedStep(lila);
	const { pathwayId } = lila;
	const stranger = await here.person('Nour Petit', 'worker', (await here.organisation('CCAS')).id);
	const partner = await here.organisation('Emmaüs');
	const reader = await here.person('Max Roux', 'worker', partner.id);
	await share(lila, partner.id, 3);

	for (const { act } of [stranger, reader]) {
		for (const command of [
			() => act((each) => activatePathway(each, pathwayId, noStep)),
			() => act((each) => pausePathway(each, pathwayId, pause)),
			() => act((each) => closePathway(each, pathwayId, closing)),
		])
			await expect(command()).rejects.toMatchObject({ status: 404, reason: 'problem.nothing-here' });
	}
	expect(await stateOf(lila)).toBe('to-open');
	const { rows } = await here.owner.query('select act from refused_act where subject = $1 order by id', [
		pathwayId,
	]);
	expect(rows.map(({ act }) => act)).toEqual(['pathway.activate', 'pathway.pause', 'pathway.close']);
});

test('two who pause at once: one pauses, the other is told', async () => {
	const lila = await followed(here, 'Lila');
	await lila.worker.act((act) => activatePathway(act, lila.pathwayId, call));
	const leo = await here.person('Léo Martin', 'worker', lila.organisation.id);
	const tries = await Promise.allSettled(
		[lila.worker, leo].map(({ act }) => act((each) => pausePathway(each, lila.pathwayId, pause))),
	);
	expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const lost = tries.find((each) => each.status === 'rejected');
	expect(lost?.reason).toMatchObject({ reason: 'pathway.not-active' });
});
