import { expect, test } from 'vitest';
import { followed } from '../../../testing/pathways.ts';
import { sent } from '../../../testing/referrals.ts';
import { runner, takeJobs, writeTo } from '../../../testing/upkeep.ts';
import { noon, world } from '../../../testing/world.ts';
import { acceptReferral } from './accept-referral.ts';
import { answerAsGuest, lookAtRequest, tryCode } from './answer-as-guest.ts';
import { completeReferral } from './complete-referral.ts';
import { confirmFirstContact } from './confirm-first-contact.ts';
import { guestOf, makeFeedbackLink } from './referral-links.ts';
import { readReferralPage } from './referral-page.ts';
import { revokeLink } from './revoke-link.ts';
import { lookAtWhatToTell, tellByLink } from './tell-by-link.ts';

const here = await world();
const { organisation, operator, owner, db } = here;
const plie = await organisation('PLIE de l’Artois');
await writeTo(operator, plie.id, 'contact@plie.exemple.test');
const someone = await followed(here, 'Lila');
const { worker } = someone;
const jobs = runner(db);
const acceptance = { contactName: 'Camille Roy', contactPhone: null, firstContactOn: '2026-11-26' };

/** Mails what waits, and gives the last link that leads to an answer, with the code that the sender reads. */
async function lastLink(referralId: string) {
	for (const payload of await takeJobs(owner, 'announce-referral'))
		await jobs.run('announce-referral', payload);
	const texts = jobs.sent.map(({ text }) => text);
	const token = texts.flatMap((text) => text.match(/(?<=\/reponse\/)\S+/g) ?? []).at(-1) ?? '';
	const { code } = await worker.act((act) => readReferralPage(act, referralId));
	return { token, code: code?.code ?? '', texts };
}
const guest = (token: string, code: string | null = null, at = noon) => guestOf(db, token, code, () => at);
const stateOf = async (id: string) => (await worker.act((act) => readReferralPage(act, id))).state;

test('a link tells the minimum, a scanner that opens it changes nothing, the code opens the rest', async () => {
	const id = await sent(someone, [plie.id]);
	const { token, code, texts } = await lastLink(id);
	const said = texts.join('\n').replaceAll('Mission locale de Lila', '');
	expect(said).not.toMatch(/Lila|permis/);
	expect(said).not.toContain(code);
	for (let opened = 0; opened < 3; opened++) {
		const looked = await lookAtRequest(guest(token));
		expect(JSON.stringify(looked).replaceAll('Mission locale de Lila', '')).not.toMatch(/Lila|permis/);
	}
	expect(await stateOf(id)).toBe('sent');
	expect(await tryCode(guest(token, code))).toBe(true);

	const opened = await answerAsGuest(guest(token, code), 'Camille Roy', (act, target, one) =>
		acceptReferral(act, target, one, acceptance),
	);
	expect(opened.fields.map(({ value }) => value)).toContain('Lila');
	await expect(lookAtRequest(guest(token))).rejects.toMatchObject({ reason: 'referral.link-gone' });
	const page = await worker.act((act) => readReferralPage(act, id));
	expect(page).toMatchObject({ state: 'accepted', contactName: 'Camille Roy' });
	expect(page.moves.at(-1)).toMatchObject({ byName: 'Camille Roy', organisation: plie.name, side: 'target' });
});

test('of a thousand clicks at once on one link, one answers', async () => {
	const id = await sent(someone, [plie.id], { domain: 'digital' });
	const { token, code } = await lastLink(id);
	const answers = await Promise.allSettled(
		Array.from({ length: 1000 }, () =>
			answerAsGuest(guest(token, code), 'Camille Roy', (act, target, one) =>
				acceptReferral(act, target, one, acceptance),
			),
		),
	);
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const answer of answers)
		if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ reason: 'referral.link-gone' });
}, 60_000);

test('five wrong codes close a link, and the person stays unread', async () => {
	const id = await sent(someone, [plie.id], { domain: 'work' });
	const { token, code } = await lastLink(id);
	const wrong = code === '123456' ? '654321' : '123456';
	for (let time = 0; time < 5; time++) expect(await tryCode(guest(token, wrong))).toBe(false);
	await expect(tryCode(guest(token, code))).rejects.toMatchObject({ reason: 'referral.link-locked' });
	await expect(
		answerAsGuest(guest(token, code), 'x', (act, target, one) =>
			acceptReferral(act, target, one, acceptance),
		),
	).rejects.toMatchObject({ status: 429 });
	expect(await stateOf(id)).toBe('sent');
});

test('a link dies after ten business days, when it is revoked, and opens no other referral', async () => {
	const id = await sent(someone, [plie.id], { domain: 'reading' });
	const { token, code } = await lastLink(id);
	const later = new Date('2026-12-08T12:00:00Z');
	await expect(lookAtRequest(guest(token, null, later))).rejects.toMatchObject({ status: 404 });
	const other = await sent(someone, [plie.id], { domain: 'money' });
	await expect(
		answerAsGuest(guest(token, code), 'Camille Roy', (act, target) =>
			acceptReferral(act, target, other, acceptance),
		),
	).rejects.toMatchObject({ status: 404 });
	expect(await stateOf(other)).toBe('sent');
	await worker.act((act) => revokeLink(act, id));
	await expect(lookAtRequest(guest(token))).rejects.toMatchObject({ reason: 'referral.link-gone' });
});

test('met, then done, each by its own link; and she says, once, that it did not help', async () => {
	const id = await sent(someone, [plie.id], { domain: 'training' });
	const first = await lastLink(id);
	await answerAsGuest(guest(first.token, first.code), 'Camille Roy', (act, target, one) =>
		acceptReferral(act, target, one, acceptance),
	);
	const second = await lastLink(id);
	await answerAsGuest(guest(second.token, second.code), 'Camille Roy', (act, target, one) =>
		confirmFirstContact(act, target, one, { metOn: '2026-11-23' }),
	);
	const third = await lastLink(id);
	await answerAsGuest(guest(third.token, third.code), 'Camille Roy', (act, target, one) =>
		completeReferral(act, target, one, { words: 'Trois ateliers' }),
	);
	const told = await worker.act((act) => makeFeedbackLink(act, id));
	expect(await lookAtWhatToTell(guest(told))).toMatchObject({ organisation: plie.name });
	await tellByLink(guest(told), { helped: 'no', words: null });
	await expect(tellByLink(guest(told), { helped: 'yes', words: null })).rejects.toMatchObject({
		status: 404,
	});
	const page = await worker.act((act) => readReferralPage(act, id));
	expect(page).toMatchObject({ state: 'completed', feedback: { helped: 'no', channel: 'link' } });
});
