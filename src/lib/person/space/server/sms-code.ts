import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import * as z from 'zod';
import { hashPassword, passwordMatches } from '#lib/access/server/password-hash.ts';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { Refusal } from '#lib/refusal.ts';
import { type Act, actAtTheDoor, type Work } from '#lib/server/act.ts';
import { enqueue, type JobContext, type Jobs } from '#lib/server/jobs.ts';
import type { SendSms } from '#lib/server/sms.ts';
import { translate } from '#lib/texts/translator.ts';
import { plainPin } from '../pin.ts';
import { openOwnSession } from './open-own-session.ts';

/** Six figures and ten minutes: the stricter of ASVS 5.0 (6.5.4, 6.5.5) and what people manage to copy. */
const minutes = 10;

/** Any way of writing it; figures of other alphabets are the same. */
const Phone = z
	.string()
	.max(40)
	.transform((typed) => plainPin(typed).replace(/[^+\d]/g, ''))
	.refine((phone) => /^\+?\d{9,15}$/.test(phone), 'own-space.sms-phone-form');

export const AskingCode = z.object({ phone: Phone });
export const TypedCode = z.object({
	phone: Phone,
	pin: z
		.string()
		.max(40)
		.transform(plainPin)
		.refine((code) => /^\d{6}$/.test(code), 'own-space.sms-code-form'),
	own: z.literal('on').optional(),
});

/** Does the same for every number: the job looks later whose it is. @throws Refusal 429 after three in an hour */
export async function askSmsCode(
	door: Work,
	{ phone }: z.output<typeof AskingCode>,
	{ address }: Visitor,
): Promise<string> {
	await withinLimit(door, 'ask-sms-code', { account: phone, address });
	await door((act) => enqueue(act, 'send-sms-code', { phone }));
	return phone;
}

/** Makes the code and sends it; a number that is nobody's, or may not be written to, receives nothing. */
export async function sendSmsCode(
	sms: SendSms | null,
	{ phone }: Jobs['send-sms-code'],
	{ db, now }: JobContext,
): Promise<void> {
	if (!sms) return;
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	const codeHash = await hashPassword(code);
	const known = await actAtTheDoor(db, now)((act) => keepCode(act, phone, codeHash));
	if (known) await sms({ to: phone, text: translate('own-space.sms-text', { code }) });
}

async function keepCode(act: Act, phone: string, codeHash: string): Promise<boolean> {
	const personId = await personOfPhone(act, phone);
	if (!personId) return false;
	const made = { codeHash, madeAt: act.at, expiresAt: new Date(act.at.getTime() + minutes * 60_000) };
	await act.tx
		.insertInto('ownSmsCode')
		.values({ personId, ...made })
		.onConflict((same) => same.column('personId').doUpdateSet(made))
		.execute();
	return true;
}

/**
 * The code received opens all of her space, once. A number that is nobody's, a code that is wrong, used or too old: the
 * same words, after the same work.
 * @returns the token of her visit
 * @throws Refusal 422 when they open nothing; 429 after too many tries
 */
export async function enterBySms(
	door: Work,
	{ phone, pin, own }: z.output<typeof TypedCode>,
	{ address }: Visitor,
): Promise<string> {
	const tries = await withinLimit(door, 'enter-by-sms', { account: phone, address });
	return door(async (act) => {
		const personId = await personOfPhone(act, phone);
		const made = await findCode(act, personId);
		const right = await passwordMatches(made?.codeHash, pin);
		if (!made || !right || !(await useUp(act, made))) throw new Refusal(422, 'own-space.sms-not-right');
		await giveBack(act, tries);
		return openOwnSession(act, {
			personId: made.personId,
			codeHash: null,
			whole: true,
			sharedDevice: own !== 'on',
		});
	});
}

const findCode = ({ tx, at }: Act, personId: string | null) =>
	tx
		.selectFrom('ownSmsCode')
		.select(['personId', 'codeHash'])
		.where('personId', 'is not distinct from', personId)
		.where('expiresAt', '>', at)
		.executeTakeFirst();

/** One use, even for two taps at once. */
async function useUp(
	{ tx }: Act,
	{ personId, codeHash }: { personId: string; codeHash: string },
): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom('ownSmsCode')
		.where('personId', '=', personId)
		.where('codeHash', '=', codeHash)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

async function personOfPhone({ tx }: Act, phone: string): Promise<string | null> {
	const { rows } = await sql<{ id: string | null }>`select person_of_phone(${phone}) as id`.execute(tx);
	return rows[0]?.id ?? null;
}
