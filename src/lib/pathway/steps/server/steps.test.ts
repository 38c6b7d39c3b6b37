import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { pathwayRead } from '#lib/pathway/server/relation.ts';
import { actAs } from '#lib/server/act.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { StepMove } from '../step-form.ts';
import { endGoal, listGoals, setGoal } from './goals.ts';
import { moveStep } from './move-step.ts';
import { NewStep, proposeStep } from './propose-step.ts';
import { findStep, listSteps } from './steps.ts';
import { takeStep } from './take-step.ts';

const here = await world();
const lina = await followed(here, 'Lina');
const { worker: awa, pathwayId } = lina;
const colleague = await here.person('Léo Martin', 'worker', lina.organisation.id);

const newStep = (over: object = {}) =>
	NewStep.parse({ words: 'Appeler la crèche', owner: 'me', dueOn: '2026-12-01', ...over });
const move = (step: string, version: number, to: string, over: object = {}) =>
	StepMove.parse({ step, version, to, ...over });
const pathwayState = (id = pathwayId) => awa.act(async (act) => (await pathwayRead(act, id)).pathway.state);
const events = (id = pathwayId) =>
	awa.act(({ tx }) => tx.selectFrom('event').select('name').where('subject', '=', id).execute());

/** A worker of another organisation, with what is shared with it. */
async function partner(level: 1 | 2 | 3 | 4, domains: string[] = [], of = lina) {
	const organisation = await here.organisation('CCAS');
	await share(of, organisation.id, level, domains);
	return here.person('Nour Petit', 'worker', organisation.id);
}

test('from the goal to the next step: proposed, accepted aloud, planned, done, and what follows', async () => {
	const goal = await awa.act((act) =>
		setGoal(act, pathwayId, { domain: 'family', goal: 'Une place en crèche', saidBy: 'person' }),
	);
	const step = await awa.act((act) => proposeStep(act, pathwayId, newStep({ goal })));
	expect(await pathwayState()).toBe('active');
	const at = (to: string, version: number, over = {}) =>
		awa.act((act) => moveStep(act, pathwayId, move(step, version, to, over)));

	await expect(at('accepted', 1)).rejects.toMatchObject({ reason: 'steps.before-missing' });
	await at('accepted', 1, { before: 'Nadia' });
	await expect(at('done', 2)).rejects.toMatchObject({ reason: 'steps.what-next' });
	await at('done', 2, { next: 'Visiter la crèche', nextDueOn: '2026-12-04' });

	const steps = await awa.act((act) => listSteps(act, pathwayId));
	expect(steps.map(({ words, state, goalId }) => [words, state, goalId])).toEqual([
		['Appeler la crèche', 'done', goal],
		['Visiter la crèche', 'proposed', null],
	]);
	const told = (await events()).map(({ name }) => name);
	expect(told.sort()).toEqual([
		'goal.set',
		'pathway.activated',
		'pathway.opened',
		'step.moved',
		'step.moved',
		'step.moved',
		'step.moved',
		'step.proposed',
		'step.proposed',
	]);
	await awa.act((act) => endGoal(act, pathwayId, { goal, version: 1, state: 'reached' }));
	await expect(
		awa.act((act) => endGoal(act, pathwayId, { goal, version: 1, state: 'dropped' })),
	).rejects.toMatchObject({ status: 409 });
	expect(await awa.act((act) => listGoals(act, pathwayId))).toMatchObject([{ state: 'reached' }]);
});

describe('a pathway of its own', () => {
	const fresh = async (name: string) => {
		const one = await followed(here, name);
		const step = await one.worker.act((act) => proposeStep(act, one.pathwayId, newStep({ before: 'Nadia' })));
		const go = (to: string, version: number, over = {}) =>
			one.worker.act((act) => moveStep(act, one.pathwayId, move(step, version, to, over)));
		return { ...one, step, go };
	};

	test('setting aside and giving up ask why, by whom and until when', async () => {
		const { go, step, worker } = await fresh('Sara');
		await go('planned', 1);
		const why = { reason: 'Attend la réponse de la mairie', reasonBy: 'worker' };
		await expect(go('suspended', 2, why)).rejects.toMatchObject({ reason: 'steps.review-missing' });
		await expect(go('suspended', 2, { ...why, reviewOn: '2027-06-01' })).rejects.toMatchObject({
			reason: 'steps.review-missing',
		});
		await expect(go('suspended', 2, { reviewOn: '2026-12-15' })).rejects.toMatchObject({
			reason: 'steps.reason-missing',
		});
		await go('suspended', 2, { ...why, reviewOn: '2026-12-15' });
		await go('abandoned', 3, {
			reason: 'Plus besoin',
			reasonBy: 'person',
			pauseReason: 'Hospitalisation',
			pauseReviewOn: '2027-01-05',
		});
		const found = await worker.act(({ tx }) =>
			tx.selectFrom('step').selectAll().where('id', '=', step).executeTakeFirstOrThrow(),
		);
		expect(found).toMatchObject({
			state: 'abandoned',
			reason: 'Plus besoin',
			reasonBy: 'person',
			reviewOn: null,
		});
	});

	test('her helper says yes for her, before somebody named', async () => {
		const one = await followed(here, 'Awa');
		const step = await one.worker.act((act) => proposeStep(act, one.pathwayId, newStep()));
		const accept = (over: object) =>
			one.worker.act((act) =>
				moveStep(act, one.pathwayId, move(step, 1, 'accepted', { yesBy: 'helper', ...over })),
			);
		await expect(accept({})).rejects.toMatchObject({ reason: 'steps.before-missing' });
		await accept({ before: 'Nadia' });
		expect(await one.worker.act((act) => findStep(act, one.pathwayId, step))).toMatchObject({
			acceptedBy: 'helper',
			acceptedBefore: 'Nadia',
		});
	});

	test('a pause says why and until when, and stands for the next step', async () => {
		const { go, pathwayId: id, worker } = await fresh('Yara');
		await expect(go('done', 1, { pauseReason: 'Hôpital' })).rejects.toMatchObject({
			reason: 'steps.pause-incomplete',
		});
		await go('done', 1, { pauseReason: 'Hôpital', pauseReviewOn: '2027-01-05' });
		expect(await worker.act(async (act) => (await pathwayRead(act, id)).pathway)).toMatchObject({
			state: 'paused',
			reviewOn: '2027-01-05',
		});
	});

	test('replaced, the step leads to what takes its place', async () => {
		const { go, step, pathwayId: id, worker } = await fresh('Ines');
		await expect(go('replaced', 1)).rejects.toMatchObject({ reason: 'steps.instead-missing' });
		await go('replaced', 1, { instead: 'Écrire à la crèche', insteadDueOn: '2026-12-02' });
		const steps = await worker.act((act) => listSteps(act, id));
		const [old, fresher] = [steps.find((each) => each.id === step), steps.find((each) => each.id !== step)];
		expect(old?.replacedBy).toBe(fresher?.id);
		expect(fresher).toMatchObject({ words: 'Écrire à la crèche', state: 'proposed' });
	});

	test('a finished step is taken up again within thirty days, not after', async () => {
		const { go, pathwayId: id, step, worker } = await fresh('Maya');
		await go('done', 1, { next: 'Rappeler', nextDueOn: '2026-12-04' });
		const later = (days: number) =>
			actAs(here.db, worker.actor, () => new Date(noon.getTime() + days * 86_400_000));
		await expect(later(31)((act) => moveStep(act, id, move(step, 2, 'in-progress')))).rejects.toMatchObject({
			reason: 'steps.reopen-late',
		});
		await later(30)((act) => moveStep(act, id, move(step, 2, 'in-progress')));
		expect(await worker.act((act) => findStep(act, id, step))).toMatchObject({
			state: 'in-progress',
			endedAt: null,
		});
	});

	test('another organisation ends the last step: its lead worker is to agree on what follows', async () => {
		const one = await fresh('Rosa');
		const nour = await partner(3, [], one);
		await nour.act((act) => takeStep(act, one.pathwayId, { step: one.step, version: 1 }));
		await nour.act((act) => moveStep(act, one.pathwayId, move(one.step, 2, 'done')));
		const steps = await one.worker.act((act) => listSteps(act, one.pathwayId));
		expect(steps.find(({ id }) => id !== one.step)).toMatchObject({
			words: 'Convenir de la suite',
			ownerHatId: one.worker.actor.hat?.id,
			// A Monday: three working days later.
			dueOn: '2026-11-26',
		});
	});

	test('two who end the two last steps at once: one is asked what comes next', async () => {
		const one = await fresh('Zoé');
		const second = await one.worker.act((act) =>
			proposeStep(act, one.pathwayId, newStep({ words: 'Écrire', before: 'Nadia' })),
		);
		const finish = (step: string) =>
			one.worker.act((act) => moveStep(act, one.pathwayId, move(step, 1, 'done')));
		const ends = await Promise.allSettled([finish(one.step), finish(second)]);
		expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { reason: 'steps.what-next' },
		});
	});

	test('two clicks on the same step: one wins, the other is told', async () => {
		const one = await fresh('Nina');
		const plan = (dueOn: string) =>
			one.worker.act((act) => moveStep(act, one.pathwayId, move(one.step, 1, 'planned', { dueOn })));
		const ends = await Promise.allSettled([plan('2026-12-10'), plan('2026-12-11')]);
		expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } });
	});
});

describe('who may', () => {
	test('a stranger and those who know only her name read and write nothing', async () => {
		const stranger = await here.person('Max Roux', 'worker', (await here.organisation('Loin')).id);
		for (const nobody of [stranger, await partner(1), await partner(2)]) {
			await expect(nobody.act((act) => pathwayRead(act, pathwayId))).rejects.toMatchObject({ status: 404 });
			await expect(nobody.act((act) => proposeStep(act, pathwayId, newStep()))).rejects.toMatchObject({
				status: 404,
			});
			expect(await nobody.act((act) => listSteps(act, pathwayId))).toEqual([]);
			expect(await nobody.act((act) => listGoals(act, pathwayId))).toEqual([]);
		}
	});

	test('with whom steps are shared, one proposes and moves one’s own, not those of others', async () => {
		const nour = await partner(3);
		const mine = await nour.act((act) => proposeStep(act, pathwayId, newStep({ before: 'Nadia' })));
		await nour.act((act) => moveStep(act, pathwayId, move(mine, 1, 'done')));
		const theirs = await awa.act((act) => proposeStep(act, pathwayId, newStep({ before: 'Nadia' })));
		const before = await awa.act((act) => findStep(act, pathwayId, theirs));
		for (const to of ['done', 'abandoned'])
			await expect(
				nour.act((act) => moveStep(act, pathwayId, move(theirs, 1, to, { reason: 'x', reasonBy: 'worker' }))),
			).rejects.toMatchObject({ reason: 'steps.not-owner' });
		expect(await awa.act((act) => findStep(act, pathwayId, theirs))).toEqual(before);
	});

	test('the first step sets a pathway going, proposed by whomever writes there', async () => {
		const one = await followed(here, 'Ida');
		const nour = await partner(3, [], one);
		await nour.act((act) => proposeStep(act, one.pathwayId, newStep()));
		const seen = await one.worker.act(async (act) => (await pathwayRead(act, one.pathwayId)).pathway);
		expect(seen).toMatchObject({ state: 'active', leadHatId: one.worker.actor.hat?.id });
		const reader = await partner(1, [], one);
		const before = await followed(here, 'Éva');
		await share(before, reader.actor.hat?.organisationId ?? '', 1);
		await reader.act(({ tx }) => sql`select set_going(${before.pathwayId})`.execute(tx));
		const untouched = await before.worker.act(
			async (act) => (await pathwayRead(act, before.pathwayId)).pathway,
		);
		expect(untouched.state).toBe('to-open');
	});

	test('a colleague takes a step before moving it', async () => {
		const step = await awa.act((act) => proposeStep(act, pathwayId, newStep({ before: 'Nadia' })));
		const finish = (version: number) =>
			colleague.act((act) => moveStep(act, pathwayId, move(step, version, 'done')));
		await expect(finish(1)).rejects.toMatchObject({ reason: 'steps.not-owner' });
		await colleague.act((act) => takeStep(act, pathwayId, { step, version: 1 }));
		await finish(2);
	});

	test('a step of another pathway does not exist here', async () => {
		const other = await followed(here, 'Autre');
		const step = await awa.act((act) => proposeStep(act, pathwayId, newStep()));
		await expect(
			other.worker.act((act) => moveStep(act, other.pathwayId, move(step, 1, 'accepted', { before: 'x' }))),
		).rejects.toMatchObject({ status: 404 });
	});
});
