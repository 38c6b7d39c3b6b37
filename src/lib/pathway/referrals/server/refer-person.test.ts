import { expect, test } from 'vitest';
import { readLog } from '#lib/person/server/read-log.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Work } from '#lib/server/act.ts';
import { followed } from '../../../testing/pathways.ts';
import { drafted, sendIt, sent } from '../../../testing/referrals.ts';
import { noon, world } from '../../../testing/world.ts';
import { acceptReferral } from './accept-referral.ts';
import { answerQuestion } from './answer-question.ts';
import { askSource } from './ask-source.ts';
import { completeReferral } from './complete-referral.ts';
import { confirmFirstContact } from './confirm-first-contact.ts';
import { declineForPerson } from './decline-for-person.ts';
import { failReferral } from './fail-referral.ts';
import { noteAttempt } from './note-attempt.ts';
import { asTarget } from './party.ts';
import { readReferralPage } from './referral-page.ts';
import { findReferral, listFields, listMoves } from './referrals.ts';
import { refuseReferral } from './refuse-referral.ts';
import { sayWhetherItHelped } from './say-whether-it-helped.ts';
import { Sending, sendReferral } from './send-referral.ts';
import { strikeField } from './strike-field.ts';
import { withdrawReferral } from './withdraw-referral.ts';

const here = await world();
const { organisation, person, owner } = here;

const plie = await organisation('PLIE de l’Artois');
const ccas = await organisation('CCAS de Lens');
const samira = await person('Samira Benali', 'provider', plie.id);
const stranger = await person('Nour Petit', 'worker', ccas.id);
const someone = await followed(here, 'Lila');
const { worker } = someone;

const acceptance = { contactName: 'Samira Benali', contactPhone: null, firstContactOn: '2026-11-26' };
const accept = (work: Work, id: string) =>
	work(async (act) => acceptReferral(act, await asTarget(act), id, acceptance));
const stateOf = (id: string) => worker.act(async (act) => (await findReferral(act, id)).state);
const refusedActs = async (): Promise<number> =>
	(await owner.query('select count(*)::int as n from refused_act')).rows[0].n;

test('what she chose leaves, and nothing else; what she strikes never does', async () => {
	await worker.act(({ tx }) =>
		tx
			.updateTable('person')
			.set({
				phone: '06 00 00 00 01',
				email: 'lila@exemple.test',
				contactRule: 'careful',
				safeContact: 'Le matin',
			})
			.where('id', '=', someone.personId)
			.execute(),
	);
	const id = await drafted(someone, [plie.id], { fields: ['phone', 'email'] });
	expect(await samira.act((act) => findReferral(act, id)).catch((error) => error)).toMatchObject({
		status: 404,
	});

	await worker.act((act) => strikeField(act, id, 'email'));
	await expect(worker.act((act) => strikeField(act, id, 'contact-rule'))).rejects.toMatchObject({
		status: 422,
	});
	await worker.act((act) => sendIt(act, id));

	const names = async (work: Work) =>
		(await work((act) => listFields(act, id))).map(({ name }) => name).toSorted();
	expect(await names(samira.act)).toEqual(['contact-rule', 'name', 'need', 'phone', 'safe-contact']);
	expect(await names(stranger.act)).toEqual([]);
	expect(await samira.act(({ tx }) => tx.selectFrom('person').selectAll().execute())).toEqual([]);
	await expect(stranger.act((act) => findReferral(act, id))).rejects.toMatchObject({ status: 404 });
	await expect(worker.act((act) => strikeField(act, id, 'phone'))).rejects.toMatchObject({ status: 409 });
});

test('nothing leaves without her agreement or a ground that is explained, nor after it changed', async () => {
	const wrong = [
		{},
		{ basis: 'agreement' },
		{ basis: 'agreement', proof: 'oral' },
		{ basis: 'ground', ground: 'social-work', explanation: 'court' },
	];
	for (const sending of wrong) expect(Sending.safeParse({ ...sending, version: 1 }).success).toBe(false);
	const id = await drafted(someone, [plie.id], { domain: 'work', fields: ['phone'] });
	const shown = Sending.parse({
		basis: 'ground',
		ground: 'social-work',
		explanation: 'Évaluation partagée',
		version: 1,
	});
	await worker.act((act) => strikeField(act, id, 'phone'));
	await expect(worker.act((act) => sendReferral(act, id, shown))).rejects.toMatchObject({
		reason: 'referral.changed-since',
	});
	await worker.act((act) => sendReferral(act, id, { ...shown, version: 2 }));
	expect(await stateOf(id)).toBe('sent');
});

test('accepted, met, done: two facts at the end, hers and the organisation’s', async () => {
	const id = await sent(someone, [plie.id], { domain: 'digital' });
	await accept(samira.act, id);
	await samira.act(async (act) => confirmFirstContact(act, await asTarget(act), id, { metOn: '2026-11-23' }));
	await samira.act(async (act) =>
		completeReferral(act, await asTarget(act), id, { words: 'Trois ateliers' }),
	);
	await worker.act((act) => sayWhetherItHelped(act, id, { helped: 'no', words: null }, 'phone'));
	expect(await stateOf(id)).toBe('completed');
	expect(
		(await samira.act((act) => listMoves(act, id))).map(({ toState, side }) => `${side} ${toState}`),
	).toEqual([
		'source awaiting-person',
		'source sent',
		'target accepted',
		'target in-progress',
		'target completed',
	]);
	expect(await samira.act((act) => listFields(act, id))).toEqual([]);
	await expect(
		worker.act((act) => sayWhetherItHelped(act, id, { helped: 'yes', words: null }, 'phone')),
	).rejects.toMatchObject({ status: 409 });
});

test('who may not move it gets the answer of what does not exist, nothing changes, one line is kept', async () => {
	const id = await sent(someone, [plie.id], { domain: 'reading' });
	const before = await refusedActs();
	const tries = [
		() => accept(worker.act, id),
		() => accept(stranger.act, id),
		() => samira.act((act) => declineForPerson(act, id, { words: null })),
	];
	for (const attempt of tries)
		await expect(attempt()).rejects.toMatchObject({ status: 404, reason: 'problem.nothing-here' });
	expect(await stateOf(id)).toBe('sent');
	// the stranger does not even see that there is something to try
	expect(await refusedActs()).toBe(before + 2);
});

test('she is told who opened what was sent about her', async () => {
	const someoneElse = await followed(here, 'Mado');
	const id = await sent(someoneElse, [plie.id]);
	const open = (work: Work) => work((act) => readReferralPage(act, id));
	await open(samira.act);
	await open(samira.act);
	await expect(open(stranger.act)).rejects.toMatchObject({ status: 404 });
	const log = await someoneElse.worker.act((act) => readLog(act, someoneElse.personId, null));
	expect(log.map(({ what, workerName, organisation: by }) => [what, workerName, by])).toEqual([
		['referral', 'Samira Benali', 'PLIE de l’Artois'],
	]);
});

test('a refusal says why; « injoignable » is said after three tries in two ways', async () => {
	const id = await sent(someone, [plie.id], { domain: 'training' });
	const refusal = {
		reasonCode: 'capacity' as const,
		words: 'Complet',
		alternative: null,
		alternativeServiceId: null,
		noneKnown: 'yes' as const,
	};
	await samira.act(async (act) => refuseReferral(act, await asTarget(act), id, refusal));
	const found = await worker.act((act) => findReferral(act, id));
	expect(found).toMatchObject({ state: 'refused', reasonCode: 'capacity', reasonSide: 'organisation' });

	const lost = await sent(someone, [plie.id], { domain: 'money' });
	await accept(samira.act, lost);
	const fail = () =>
		samira.act(async (act) =>
			failReferral(act, await asTarget(act), lost, { reasonCode: 'unreachable', words: 'Pas de réponse' }),
		);
	await expect(fail()).rejects.toMatchObject({ reason: 'referral.attempts-missing' });
	for (const channel of ['phone', 'phone', 'letter'])
		await samira.act(async (act) =>
			noteAttempt(act, await asTarget(act), lost, { channel, onDay: '2026-11-20', words: null }),
		);
	await fail();
	expect(await stateOf(lost)).toBe('failed');
});

test('a question stops the target’s clock, the answer gives back the days that were left', async () => {
	const id = await sent(someone, [plie.id], { domain: 'housing' });
	const first = (await worker.act((act) => findReferral(act, id))).answerBy;
	expect(first?.toISOString().slice(0, 10)).toBe('2026-12-07');
	await samira.act(async (act) => askSource(act, await asTarget(act), id, { words: 'Quel âge ?' }));
	await worker.act((act) => answerQuestion(act, id, { words: '24 ans' }));
	expect(await worker.act((act) => findReferral(act, id))).toMatchObject({
		state: 'under-review',
		answerBy: first,
	});
});

test('withdrawn by its source; once begun, by both', async () => {
	const id = await sent(someone, [plie.id], { domain: 'links' });
	const withdraw = (work: Work, side: 'source' | 'target') =>
		work(async (act) => withdrawReferral(act, { ...(await asTarget(act)), side }, id, { words: null }));
	await accept(samira.act, id);
	await samira.act(async (act) => confirmFirstContact(act, await asTarget(act), id, { metOn: '2026-11-23' }));
	expect(await withdraw(worker.act, 'source')).toBe('asked');
	expect(await withdraw(worker.act, 'source')).toBe('asked');
	expect(await stateOf(id)).toBe('in-progress');
	expect(await withdraw(samira.act, 'target')).toBe('withdrawn');
	expect(await stateOf(id)).toBe('withdrawn');
});

test('of two who accept an open call, or accept and withdraw at once, exactly one wins, and the other is told', async () => {
	const others = await Promise.all(
		['A', 'B', 'C'].map(async (label) => {
			const { id } = await organisation(`Association ${label}`);
			return person(`Camille ${label}`, 'provider', id);
		}),
	);
	const ids = others.map(({ actor }) => actor.hat?.organisationId ?? '');
	const call = await sent(someone, ids, { domain: 'food' });
	const answers = await Promise.allSettled(others.map(({ act }) => accept(act, call)));
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const answer of answers)
		if (answer.status === 'rejected')
			expect(answer.reason).toMatchObject({ status: 409, reason: 'referral.taken' });

	const raced = await sent(someone, [plie.id], { domain: 'rights' });
	const both = await Promise.allSettled([
		accept(samira.act, raced),
		worker.act(async (act) =>
			withdrawReferral(act, { ...(await asTarget(act)), side: 'source' }, raced, { words: null }),
		),
		accept(samira.act, raced),
	]);
	const lost = both.filter((answer) => answer.status === 'rejected');
	for (const { reason } of lost) expect(reason instanceof Refusal && reason.status).toBe(409);
	expect(await stateOf(raced)).toBe(both[1]?.status === 'fulfilled' ? 'withdrawn' : 'accepted');
});

test('her agreement withdrawn, the recipient reads nothing more', async () => {
	const id = await sent(someone, [plie.id], { domain: 'family' });
	expect(await samira.act((act) => listFields(act, id))).not.toEqual([]);
	const { agreementId } = await worker.act((act) => findReferral(act, id));
	await worker.act(({ tx }) =>
		tx
			.updateTable('agreement')
			.set({ revokedAt: noon, revokedBy: 'person', revokedWay: 'phone' })
			.where('id', '=', agreementId)
			.execute(),
	);
	expect(await samira.act((act) => listFields(act, id))).toEqual([]);
});
