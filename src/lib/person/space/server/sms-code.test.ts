import { expect, test } from 'vitest';
import { actAtTheDoor } from '#lib/server/act.ts';
import { newVisitor } from '#lib/testing/accounts.ts';
import { followed } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findOwnSession } from './find-own-session.ts';
import { AskingCode, askSmsCode, enterBySms, sendSmsCode, TypedCode } from './sms-code.ts';

const here = await world();
const { door } = here;
const context = { db: here.db, actor: { accountId: null, hat: null }, now: () => noon };

async function withPhone(name: string, phone: string, contactRule = 'free') {
	const someone = await followed(here, name);
	await someone.worker.act(({ tx }) =>
		tx.updateTable('person').set({ phone, contactRule }).where('id', '=', someone.personId).execute(),
	);
	return someone;
}

async function received(phone: string): Promise<string[]> {
	const sent: string[] = [];
	await sendSmsCode(
		async ({ text }) => {
			sent.push(text);
		},
		AskingCode.parse({ phone }),
		context,
	);
	return sent;
}
const codeIn = (texts: string[]) => /\d{6}/.exec(texts[0] ?? '')?.[0] ?? '';
const come = (phone: string, pin: string, at = door) =>
	enterBySms(at, TypedCode.parse({ phone, pin }), newVisitor());

test('a code opens all of her space, however her number is written, and once', async () => {
	const { personId } = await withPhone('Lila', '06 39 98 00 11');
	const texts = await received('+33 6 39 98 00 11');
	expect(texts).toHaveLength(1);
	expect(texts[0]).not.toMatch(/Lila|chemin|parcours|aide/i);
	const token = await come('0639980011', codeIn(texts));
	expect(await findOwnSession(door, token)).toMatchObject({ personId, whole: true, sharedDevice: true });
	await expect(come('0639980011', codeIn(texts))).rejects.toMatchObject({
		reason: 'own-space.sms-not-right',
	});
});

test('nothing is sent to a number that is nobody’s, that two people share, or that is not to be called', async () => {
	await withPhone('Maya', '0639980012', 'careful');
	await withPhone('Nour', '0639980013');
	await withPhone('Awa', '0639980013');
	for (const phone of ['0639980012', '0639980013', '0639980099']) expect(await received(phone)).toEqual([]);
});

test('an unknown number and a wrong code get the same words; a code is dead after ten minutes', async () => {
	await withPhone('Inès', '0639980014');
	const code = codeIn(await received('0639980014'));
	const refused = { status: 422, reason: 'own-space.sms-not-right' };
	await expect(come('0639980014', code === '111111' ? '111112' : '111111')).rejects.toMatchObject(refused);
	await expect(come('0639980098', code)).rejects.toMatchObject(refused);
	const later = actAtTheDoor(here.db, () => new Date(noon.getTime() + 10 * 60_000));
	await expect(come('0639980014', code, later)).rejects.toMatchObject(refused);
});

test('three codes an hour for a number, known or not', async () => {
	const ask = () => askSmsCode(door, { phone: '0639980097' }, newVisitor());
	for (let times = 0; times < 3; times++) expect(await ask()).toBe('0639980097');
	await expect(ask()).rejects.toMatchObject({ status: 429 });
});
