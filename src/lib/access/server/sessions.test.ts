import { expect, test } from 'vitest';
import { actAs } from '../../server/act.ts';
import {
	doorLater,
	givePassword,
	goodPassword,
	newVisitor,
	otherPassword,
	safe,
	sessionOf,
} from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { changeHat } from './change-hat.ts';
import { changePassword } from './change-password.ts';
import { closeSession } from './close-session.ts';
import { findSession } from './find-session.ts';
import { leaveHat } from './leave-hat.ts';
import { makeLink } from './one-time-links.ts';
import { recoverPassword } from './recover-password.ts';
import { listMySessions } from './sessions.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import { suspendAccount } from './suspend-account.ts';

const { db, door, operator, queue, person, organisation } = await world();
const canal = await organisation('Maison du canal');
const mission = await organisation('Mission locale');

async function worker(name: string) {
	const somebody = await person(name, 'worker', canal.id);
	await givePassword(door, somebody.actor);
	const signIn = (password = goodPassword, at = door) =>
		signInWithPassword(at, { email: somebody.email, password }, newVisitor());
	return { ...somebody, signIn };
}

const secondHat = (accountId: string) =>
	operator(({ tx, at }) =>
		tx
			.insertInto('hat')
			.values({
				accountId,
				role: 'provider',
				organisationId: mission.id,
				createdAt: new Date(at.getTime() + 1),
			})
			.returning('id')
			.executeTakeFirstOrThrow(),
	);

test('a session ends after half an hour without a request, and after twelve hours in any case', async () => {
	const awa = await worker('Awa Diallo');
	const { token } = await awa.signIn();
	expect(await findSession(doorLater(db, 1800), token)).not.toBeNull();
	expect(await findSession(doorLater(db, 3601), token)).toBeNull();
	let alive = 1800;
	while (await findSession(doorLater(db, alive), token)) alive += 1800;
	expect(alive).toBe(12 * 3600);
});

test('the last sign of life is written at most once a minute', async () => {
	const awa = await worker('Awa Sow');
	const { token } = await awa.signIn();
	const seen = async () => (await awa.act(listMySessions))[0]!.lastSeenAt.getTime() - noon.getTime();
	await findSession(doorLater(db, 59), token);
	expect(await seen()).toBe(0);
	await findSession(doorLater(db, 61), token);
	expect(await seen()).toBe(61_000);
});

test('whatever the cookie holds, a wrong one is nobody', async () => {
	for (const forged of ['', 'null', 'x'.repeat(43), 'x'.repeat(100_000), "' or 1=1 --", 'é'.repeat(43)])
		expect(await findSession(door, forged)).toBeNull();
});

test('a suspended account is closed at once', async () => {
	const karim = await worker('Karim Benali');
	const { token } = await karim.signIn();
	await operator((act) => suspendAccount(act, karim.email));
	expect(await findSession(door, token)).toBeNull();
});

test('a hat left is lost at once, by every session', async () => {
	const zoe = await worker('Zoé Martin');
	const [here, there] = [await zoe.signIn(), await zoe.signIn()];
	await zoe.act((act) => leaveHat(act, { hat: zoe.actor.hat!.id }));
	for (const opened of [here, there])
		expect(await sessionOf(door, opened)).toMatchObject({ hat: null, hats: [] });
	await zoe.act((act) => leaveHat(act, { hat: zoe.actor.hat!.id }));
	const left = await zoe.act(({ tx }) =>
		tx.selectFrom('event').select('name').where('name', '=', 'hat.left').execute(),
	);
	expect(left).toHaveLength(1);
});

test('one puts on another hat of one’s own, never somebody else’s', async () => {
	const lea = await worker('Léa Petit');
	const karim = await worker('Karim Ziani');
	const { id } = await secondHat(lea.actor.accountId!);
	const opened = await lea.signIn();
	const session = await sessionOf(door, opened);
	expect(session.hats.map(({ place }) => place)).toEqual(['Maison du canal', 'Mission locale']);
	await lea.act((act) => changeHat(act, session, { hat: id }));
	expect((await sessionOf(door, opened)).hat).toMatchObject({
		id,
		role: 'provider',
		place: 'Mission locale',
	});

	const stolen = lea.act((act) => changeHat(act, session, { hat: karim.actor.hat!.id }));
	await expect(stolen).rejects.toMatchObject({ status: 404 });
	const forced = lea.act(({ tx }) =>
		tx.updateTable('session').set({ hatId: karim.actor.hat!.id }).where('id', '=', session.id).execute(),
	);
	await expect(forced).rejects.toMatchObject({ code: '42501' });
});

test('one sees and closes one’s own sessions; a colleague’s are not there', async () => {
	const mina = await worker('Mina Costa');
	const ines = await worker('Ines Roy');
	const [here, there] = [await mina.signIn(), await mina.signIn()];
	const other = await sessionOf(door, there);
	expect(await mina.act(listMySessions)).toHaveLength(2);
	expect(await ines.act(listMySessions)).toEqual([]);

	await ines.act((act) => closeSession(act, { session: other.id }));
	expect(await findSession(door, there.token)).not.toBeNull();
	await mina.act((act) => closeSession(act, { session: other.id }));
	await mina.act((act) => closeSession(act, { session: other.id }));
	expect(await findSession(door, there.token)).toBeNull();
	expect(await findSession(door, here.token)).not.toBeNull();
});

test('signing out closes this session only, and twice does no harm', async () => {
	const jo = await worker('Jo Blanc');
	const [here, there] = [await jo.signIn(), await jo.signIn()];
	const session = await sessionOf(door, here);
	await signOut(door, session);
	await signOut(door, session);
	expect(await findSession(door, here.token)).toBeNull();
	expect(await findSession(door, there.token)).not.toBeNull();
});

test('a new password closes the other sessions and is told by mail', async () => {
	const nora = await worker('Nora Faure');
	const [here, there] = [await nora.signIn(), await nora.signIn()];
	const session = await sessionOf(door, here);
	const change = (password: string, newPassword = otherPassword) =>
		changePassword({ door, safe }, session, { password, code: undefined, newPassword }, newVisitor());
	await expect(change('une phrase fausse')).rejects.toMatchObject({ reason: 'access.password-wrong' });
	await expect(change(goodPassword, 'trop court')).rejects.toMatchObject({ reason: 'access.password-short' });
	expect(await findSession(door, there.token)).not.toBeNull();
	await change(goodPassword);
	expect(await findSession(door, here.token)).not.toBeNull();
	expect(await findSession(door, there.token)).toBeNull();
	await expect(nora.signIn()).rejects.toMatchObject({ reason: 'access.sign-in-refused' });
	await expect(nora.signIn(otherPassword)).resolves.toMatchObject({ complete: true });
	const { rows } = await queue.query('select payload from graphile_worker._private_jobs');
	expect(rows.map((row) => row.payload.payload)).toContainEqual({
		email: nora.email,
		key: 'password-changed',
	});
});

test('without a password, only somebody who has just signed in chooses one', async () => {
	const sam = await person('Sam Leroy', 'worker', canal.id);
	const opened = await door(async (act) => {
		const { openSession } = await import('./open-session.ts');
		return openSession(
			act,
			{ id: sam.actor.accountId!, totpConfirmedAt: null, demo: false },
			'link',
			newVisitor(),
		);
	});
	const session = await sessionOf(door, opened);
	const choose = (at = door) =>
		changePassword(
			{ door: at, safe },
			session,
			{ password: undefined, code: undefined, newPassword: goodPassword },
			newVisitor(),
		);
	await expect(choose(doorLater(db, 601))).rejects.toMatchObject({ reason: 'access.sign-in-again' });
	await choose(doorLater(db, 599));
});

test('recovery closes every session, kills the other links and serves once', async () => {
	const lou = await worker('Lou Garnier');
	const opened = [await lou.signIn(), await lou.signIn()];
	const link = () => door((act) => makeLink(act, lou.actor.accountId!, 'recovery'));
	const [token, spare] = [await link(), await link()];
	const recover = (with_: string, newPassword = otherPassword) =>
		recoverPassword(door, with_, { newPassword }, newVisitor());
	await expect(recover(token, 'Lou Garnier 2026 !')).rejects.toMatchObject({
		reason: 'access.password-about-you',
	});

	const session = await recover(token);
	expect(session.complete).toBe(true);
	for (const { token: old } of opened) expect(await findSession(door, old)).toBeNull();
	await expect(recover(token)).rejects.toMatchObject({ reason: 'access.link-gone' });
	await expect(recover(spare)).rejects.toMatchObject({ reason: 'access.link-gone' });
	await expect(lou.signIn(goodPassword)).rejects.toMatchObject({ reason: 'access.sign-in-refused' });
});

test('a person’s act cannot write a password, hers or another’s', async () => {
	const eve = await worker('Eve Noir');
	const write = actAs(
		db,
		eve.actor,
	)(({ tx }) => tx.updateTable('account').set({ passwordHash: 'x' }).execute());
	await expect(write).rejects.toMatchObject({ code: '42501' });
});
