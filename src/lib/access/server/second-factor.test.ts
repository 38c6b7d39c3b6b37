import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import {
	doorLater,
	givePassword,
	goodPassword,
	newVisitor,
	safe,
	sessionOf,
} from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import type { SignedIn } from '../session.ts';
import { findSession } from './find-session.ts';
import { giveSecondFactor } from './give-second-factor.ts';
import { proposedSecondFactor, proposeSecondFactor } from './propose-second-factor.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { setSecondFactor } from './set-second-factor.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const { db, door, queue, person, organisation } = await world();
const canal = await organisation('Maison du canal');
const codeAt = (secret: string, seconds: number) =>
	new TOTP({ secret }).generate({ timestamp: noon.getTime() + seconds * 1000 });
const wrong = { status: 422, reason: 'access.code-wrong' };

async function newcomer(name: string) {
	const somebody = await person(name, 'worker', canal.id);
	await givePassword(door, somebody.actor);
	const signIn = (at = door) =>
		signInWithPassword(at, { email: somebody.email, password: goodPassword }, newVisitor());
	return { ...somebody, signIn, session: await sessionOf(door, await signIn()) };
}

async function protect(session: SignedIn): Promise<string> {
	const { secret } = await proposeSecondFactor(
		{ door, safe },
		session,
		{ password: goodPassword },
		newVisitor(),
	);
	await setSecondFactor({ door, safe }, session, { code: codeAt(secret, 0) }, newVisitor());
	return secret;
}

test('once set, signing in waits for the code, then goes on under a new token', async () => {
	const { signIn, session, act } = await newcomer('Awa Diallo');
	const secret = await protect(session);
	const first = await signIn();
	expect(first.complete).toBe(false);
	const half = await sessionOf(door, first);
	expect(half.complete).toBe(false);

	const later = doorLater(db, 60);
	const second = await giveSecondFactor(
		{ door: later, safe },
		half,
		{ code: codeAt(secret, 60) },
		newVisitor(),
	);
	expect(second.complete).toBe(true);
	expect(second.token).not.toBe(first.token);
	expect(await findSession(door, first.token)).toBeNull();
	expect(await sessionOf(later, second)).toMatchObject({ complete: true });
	const names = await act(({ tx }) => tx.selectFrom('event').select('name').orderBy('seq').execute());
	expect(names.map(({ name }) => name)).toContain('account.second-factor-set');
});

test('a code serves once, also when given twenty times at the same instant', async () => {
	const { signIn, session } = await newcomer('Karim Benali');
	const secret = await protect(session);
	const later = doorLater(db, 60);
	await expect(
		giveSecondFactor(
			{ door, safe },
			await sessionOf(door, await signIn()),
			{ code: codeAt(secret, 0) },
			newVisitor(),
		),
	).rejects.toMatchObject(wrong);
	const halves = await Promise.all([1, 2, 3, 4].map(async () => sessionOf(later, await signIn(later))));
	const answers = await Promise.allSettled(
		halves.map((half) =>
			giveSecondFactor({ door: later, safe }, half, { code: codeAt(secret, 60) }, newVisitor()),
		),
	);
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a session awaiting its code ends after ten minutes', async () => {
	const { signIn, session } = await newcomer('Zoé Martin');
	await protect(session);
	const { token } = await signIn();
	expect(await findSession(doorLater(db, 599), token)).not.toBeNull();
	expect(await findSession(doorLater(db, 600), token)).toBeNull();
});

test('the sixth wrong code is refused for the account, whatever the session and the network', async () => {
	const { signIn, session } = await newcomer('Léa Petit');
	const secret = await protect(session);
	for (let n = 0; n < 5; n++) {
		const half = await sessionOf(door, await signIn());
		await expect(
			giveSecondFactor({ door, safe }, half, { code: '000000' }, newVisitor()),
		).rejects.toMatchObject(wrong);
	}
	const half = await sessionOf(door, await signIn());
	await expect(
		giveSecondFactor({ door, safe }, half, { code: codeAt(secret, 30) }, newVisitor()),
	).rejects.toMatchObject({ status: 429 });
});

test('nothing is asked until the first code is right; the secret is shown again after a wrong one', async () => {
	const { signIn, session } = await newcomer('Mina Costa');
	const proposed = await proposeSecondFactor(
		{ door, safe },
		session,
		{ password: goodPassword },
		newVisitor(),
	);
	await expect(
		setSecondFactor({ door, safe }, session, { code: '000000' }, newVisitor()),
	).rejects.toMatchObject(wrong);
	expect((await signIn()).complete).toBe(true);
	expect(await proposedSecondFactor({ door, safe }, session)).toEqual(proposed);
});

test('an open session is not enough to set it or take it away: the password, or a code', async () => {
	const { session, signIn } = await newcomer('Ines Roy');
	const propose = (proof: { password?: string; code?: string }) =>
		proposeSecondFactor(
			{ door, safe },
			session,
			{ password: proof.password, code: proof.code },
			newVisitor(),
		);
	await expect(propose({})).rejects.toMatchObject({ reason: 'access.password-wrong' });
	await expect(propose({ password: 'une phrase fausse' })).rejects.toMatchObject({ status: 422 });
	const secret = await protect(session);
	await expect(propose({ password: goodPassword })).rejects.toMatchObject({ status: 409 });

	const remove = (proof: { password?: string; code?: string }, at = door) =>
		removeSecondFactor(
			{ door: at, safe },
			session,
			{ password: proof.password, code: proof.code },
			newVisitor(),
		);
	await expect(remove({})).rejects.toMatchObject({ reason: 'access.password-wrong' });
	await expect(remove({ code: '000000' })).rejects.toMatchObject(wrong);
	await remove({ code: codeAt(secret, 90) }, doorLater(db, 90));
	expect((await signIn()).complete).toBe(true);
	const { rows } = await queue.query('select payload from graphile_worker._private_jobs');
	expect(rows.map((row) => row.payload.payload.key)).toEqual(['second-factor-removed']);
});

test('no act of a person reaches the secret', async () => {
	const { act } = await newcomer('Jo Blanc');
	await expect(
		act(({ tx }) => tx.selectFrom('account').select('totpSecret').execute()),
	).rejects.toMatchObject({
		code: '42501',
	});
	await expect(
		act(({ tx }) => tx.updateTable('account').set({ totpConfirmedAt: null }).execute()),
	).rejects.toMatchObject({ code: '42501' });
});
