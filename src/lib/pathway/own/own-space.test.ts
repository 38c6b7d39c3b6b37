import { expect, test } from 'vitest';
import { actAsPerson } from '#lib/server/act.ts';
import { type Followed, followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { listSteps } from '../steps/server/steps.ts';
import { Answering, answerStep } from './server/answer-step.ts';
import { AnsweredWord, answerWord } from './server/answer-word.ts';
import { listOwnReaders } from './server/own-readers.ts';
import { listOwnReadings } from './server/own-readings.ts';
import { OwnStepForm, proposeOwnStep } from './server/propose-own-step.ts';
import { readHome } from './server/read-home.ts';
import { Saying, sayWord } from './server/say-word.ts';
import { stopOwnSharing } from './server/stop-own-sharing.ts';
import { listWordsToAnswer } from './server/words-to-answer.ts';

const here = await world();
const herself = ({ personId }: Pick<Followed, 'personId'>) =>
	actAsPerson(here.db, { personId, whole: true }, () => noon);

async function opened(name: string) {
	const someone = await followed(here, name);
	return { ...someone, act: herself(someone) };
}

test('she reads her own pathway, whole, and nothing of anybody else', async () => {
	const lila = await opened('Lila');
	const other = await opened('Maya');
	const mine = await plannedStep(lila, { words: 'Appeler la crèche' });
	const theirs = await plannedStep(other, { words: 'Voir le médecin' });
	const home = await lila.act(readHome);
	expect(home).toMatchObject({ pathway: { leadName: 'Awa Diallo', name: 'Lila' } });
	expect(home?.steps.map(({ id }) => id)).toEqual([mine]);
	for (const table of ['person', 'pathway', 'step', 'agreement', 'event', 'ownWord', 'personPin'] as const) {
		const rows = await lila.act(({ tx }) =>
			tx
				.selectFrom(table)
				.select((eb) => eb.fn.countAll<number>().as('n'))
				.executeTakeFirstOrThrow(),
		);
		const all = await here.owner.query(
			`select count(*)::int as n from ${table.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`,
		);
		if (['person', 'pathway', 'step'].includes(table)) expect([table, Number(rows.n)]).toEqual([table, 1]);
		expect(Number(rows.n)).toBeLessThanOrEqual(all.rows[0].n);
	}
	const answer = Answering.parse({ step: theirs, version: 1, to: 'declined' });
	await expect(lila.act((act) => answerStep(act, answer))).rejects.toMatchObject({ status: 404 });
	const said = Saying.parse({ kind: 'not-worked', step: theirs });
	await expect(lila.act((act) => sayWord(act, said))).rejects.toMatchObject({ status: 404 });
});

test('what she says reaches her lead worker by name, once however often she taps, and comes back answered', async () => {
	const lila = await opened('Awa');
	const said = Saying.parse({ kind: 'talk' });
	const promised = await lila.act((act) => sayWord(act, said));
	expect(promised).toEqual({ name: 'Awa Diallo', day: '2026-11-24' });
	expect(await lila.act((act) => sayWord(act, said))).toEqual(promised);

	const waiting = await lila.worker.act((act) => listWordsToAnswer(act, { pathwayId: lila.pathwayId }));
	expect(waiting).toMatchObject([{ kind: 'talk', name: 'Awa', answerBy: '2026-11-24' }]);
	const form = AnsweredWord.parse({ word: waiting[0]?.id, answer: 'Je vous appelle demain.' });
	const stranger = await here.person('Nour', 'worker', (await here.organisation('Autre')).id);
	await expect(stranger.act((act) => answerWord(act, lila.pathwayId, form))).rejects.toMatchObject({
		status: 404,
	});
	expect(await stranger.act((act) => listWordsToAnswer(act, { pathwayId: lila.pathwayId }))).toEqual([]);
	await lila.worker.act((act) => answerWord(act, lila.pathwayId, form));
	await expect(lila.worker.act((act) => answerWord(act, lila.pathwayId, form))).rejects.toMatchObject({
		status: 409,
	});
	expect((await lila.act(readHome))?.words).toMatchObject([
		{ answer: 'Je vous appelle demain.', answeredBy: 'Awa Diallo' },
	]);
});

test('she says yes to a step, proposes one, and keeps something to do', async () => {
	const lila = await opened('Inès');
	await plannedStep(lila);
	const name = await lila.act((act) =>
		proposeOwnStep(act, OwnStepForm.parse({ words: 'Refaire ma carte', dueOn: '2026-12-10' })),
	);
	expect(name).toBe('Awa Diallo');
	const proposed = (await lila.worker.act((act) => listSteps(act, lila.pathwayId))).find(
		({ words }) => words === 'Refaire ma carte',
	);
	expect(proposed).toMatchObject({ proposedBy: 'person', state: 'proposed', owner: 'person' });
	const yes = Answering.parse({ step: proposed?.id, version: proposed?.version, to: 'accepted' });
	await lila.act((act) => answerStep(act, yes));
	await expect(lila.act((act) => answerStep(act, yes))).rejects.toMatchObject({ status: 409 });
	const late = OwnStepForm.parse({ words: 'Hier', dueOn: '2026-11-01' });
	await expect(lila.act((act) => proposeOwnStep(act, late))).rejects.toMatchObject({ status: 422 });
});

test('what she stops sharing is refused to the very next request, and the other is told nothing else', async () => {
	const lila = await opened('Zoé');
	const ccas = await here.organisation('CCAS');
	const reader = await here.person('Karim', 'worker', ccas.id);
	const agreement = await share(lila, ccas.id, 3);
	const reads = () =>
		reader.act(({ tx }) => tx.selectFrom('pathway').select('id').where('id', '=', lila.pathwayId).execute());
	expect(await reads()).toHaveLength(1);
	expect(await lila.act(listOwnReaders)).toMatchObject([{ id: agreement, organisation: 'CCAS', level: 3 }]);

	const other = await opened('Camille');
	await expect(other.act((act) => stopOwnSharing(act, other.personId, { agreement }))).rejects.toMatchObject({
		status: 409,
	});
	expect(await reads()).toHaveLength(1);
	expect(await lila.act((act) => stopOwnSharing(act, lila.personId, { agreement }))).toBe('CCAS');
	expect(await reads()).toEqual([]);
	await expect(lila.act((act) => stopOwnSharing(act, lila.personId, { agreement }))).rejects.toMatchObject({
		status: 409,
	});
});

test('she stops all at once, and the open requests sent under an agreement learn it', async () => {
	const lila = await opened('Rose');
	const garage = await here.organisation('Garage');
	const referral = await sent(lila, [garage.id]);
	expect(await lila.act(listOwnReaders)).not.toEqual([]);
	expect(await lila.act((act) => stopOwnSharing(act, lila.personId, { agreement: 'all' }))).toBeNull();
	expect(await lila.act(listOwnReaders)).toEqual([]);
	const told = await lila.worker.act(({ tx }) =>
		tx.selectFrom('referralMessage').select('side').where('referralId', '=', referral).execute(),
	);
	expect(told).toContainEqual({ side: 'system' });
});

test('she reads who opened her pathway', async () => {
	const lila = await opened('Léa');
	await lila.worker.act(async ({ tx, actor, at }) => {
		const { accountId, hat } = actor;
		const line = {
			personId: lila.personId,
			at,
			accountId,
			hatId: hat?.id ?? null,
			what: 'pathway',
			workerName: 'Awa Diallo',
		};
		await tx
			.insertInto('accessLog')
			.values({ ...line, organisationId: hat?.organisationId ?? null })
			.execute();
	});
	expect(await lila.act((act) => listOwnReadings(act, null))).toMatchObject([
		{ what: 'pathway', workerName: 'Awa Diallo' },
	]);
	const other = await opened('Paul');
	expect(await other.act((act) => listOwnReadings(act, null))).toEqual([]);
});
