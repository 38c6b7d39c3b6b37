import { expect, test } from 'vitest';
import type { Actor } from '../../actor.ts';
import { actAs, type Work } from '../../server/act.ts';
import type { Mail } from '../../server/mail.ts';
import { doorLater, goodPassword, newVisitor, sessionOf } from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { acceptInvitation, openInvitedAccount } from './accept-invitation.ts';
import { announceInvitation } from './announce-invitation.ts';
import { findInvitation } from './find-invitation.ts';
import { inviteColleague } from './invite-colleague.ts';
import { openSession } from './open-session.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { listColleagues, listPendingInvitations } from './team.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const { db, door, owner, queue, person, organisation, stranger } = await world();
const canal = await organisation('Maison du canal');
const mission = await organisation('Mission locale');
const awa = await person('Awa Diallo', 'worker', canal.id);
const karim = await person('Karim Benali', 'worker', mission.id);
const origin = 'https://passerelles.test';
const gone = { status: 404, reason: 'access.invitation-gone' };

interface Somebody {
	actor: Actor;
	act: Work;
}
const invite = (by: Somebody, email: string, role: 'worker' | 'provider' = 'worker') =>
	inviteColleague({ actor: by.actor, act: by.act, door }, { email, role }, origin);

async function announce(by: Somebody, email: string): Promise<Mail | undefined> {
	const sent: Mail[] = [];
	const pending = await by.act(listPendingInvitations);
	const invitation = pending.find((each) => each.email === email);
	await announceInvitation(
		async (mail) => void sent.push(mail),
		{ invitationId: invitation?.id ?? crypto.randomUUID(), origin },
		{ db, actor: by.actor, now: () => noon },
	);
	return sent[0];
}

async function linkFor(by: Somebody, email: string): Promise<string> {
	await invite(by, email);
	const mail = await announce(by, email);
	return /\/invitation\/([\w-]{43})\n/.exec(mail!.text)![1]!;
}

const enter = (token: string, name = 'Zoé Martin', at = door) =>
	openInvitedAccount(at, token, { name, newPassword: goodPassword }, newVisitor());

async function signedIn({ actor }: Somebody) {
	const account = { id: actor.accountId!, totpConfirmedAt: null, demo: false };
	return sessionOf(door, await door((act) => openSession(act, account, 'link', newVisitor())));
}

test('an invitation opens an account with its hat, and is told in the log', async () => {
	const token = await linkFor(awa, 'zoe@exemple.test');
	expect(await findInvitation(door, token, newVisitor())).toMatchObject({
		email: 'zoe@exemple.test',
		placeName: 'Maison du canal',
		known: false,
	});
	const session = await sessionOf(door, await enter(token));
	expect(session).toMatchObject({ name: 'Zoé Martin', hat: { role: 'worker', organisationId: canal.id } });
	expect((await awa.act(listColleagues)).map(({ name }) => name)).toEqual(['Awa Diallo', 'Zoé Martin']);
	await signInWithPassword(door, { email: 'zoe@exemple.test', password: goodPassword }, newVisitor());
	const zoe = actAs(db, { accountId: session.accountId, hat: null });
	const events = await zoe(({ tx }) => tx.selectFrom('event').select('name').orderBy('seq').execute());
	expect(events.map(({ name }) => name)).toEqual([
		'account.opened',
		'invitation.accepted',
		'hat.given',
		'session.opened',
		'session.opened',
	]);
});

test('another organisation and a stranger see neither the team nor its invitations', async () => {
	await invite(awa, 'secret@exemple.test');
	for (const work of [karim.act, stranger]) {
		expect(JSON.stringify(await work(listColleagues))).not.toContain('Awa');
		expect(JSON.stringify(await work(listPendingInvitations))).not.toContain('secret@');
	}
});

test('a colleague cannot be invited elsewhere, nor to a greater role', async () => {
	const insert = (values: { role: string; organisationId: string }) =>
		awa.act(({ tx, at }) =>
			tx
				.insertInto('invitation')
				.values({
					...values,
					tokenHash: Buffer.alloc(32, 1),
					email: 'x@exemple.test',
					invitedBy: awa.actor.hat!.id,
					createdAt: at,
					expiresAt: at,
				})
				.execute(),
		);
	await expect(insert({ role: 'administrator', organisationId: canal.id })).rejects.toMatchObject({
		code: '42501',
	});
	await expect(insert({ role: 'worker', organisationId: mission.id })).rejects.toMatchObject({
		code: '42501',
	});
	const bare = { ...awa, actor: { ...awa.actor, hat: null } };
	await expect(invite(bare, 'x@exemple.test')).rejects.toMatchObject({
		reason: 'access.invite-no-organisation',
	});
});

test('inviting twice is one invitation, one mail waiting, and only its last link opens', async () => {
	const first = await linkFor(awa, 'mina@exemple.test');
	const second = await linkFor(awa, 'mina@exemple.test');
	const pending = await awa.act(listPendingInvitations);
	expect(pending.filter(({ email }) => email === 'mina@exemple.test')).toHaveLength(1);
	await expect(findInvitation(door, first, newVisitor())).rejects.toMatchObject(gone);
	await expect(findInvitation(door, second, newVisitor())).resolves.toBeDefined();
});

test('neither the queue nor the table keeps the link', async () => {
	const token = await linkFor(awa, 'lea@exemple.test');
	const { rows: jobs } = await queue.query('select * from graphile_worker._private_jobs');
	const { rows } = await owner.query('select * from invitation');
	expect(JSON.stringify([jobs, rows])).not.toContain(token);
});

test('a link serves once, also to ten at the same instant, and never once withdrawn or late', async () => {
	const token = await linkFor(awa, 'ines@exemple.test');
	const answers = await Promise.allSettled(Array.from({ length: 10 }, () => enter(token, 'Ines Roy')));
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	await expect(enter(token)).rejects.toMatchObject(gone);

	const withdrawn = await linkFor(awa, 'sam@exemple.test');
	const { id } = (await awa.act(listPendingInvitations)).find(({ email }) => email === 'sam@exemple.test')!;
	await karim.act((act) => withdrawInvitation(act, { invitation: id }));
	await expect(findInvitation(door, withdrawn, newVisitor())).resolves.toBeDefined();
	await awa.act((act) => withdrawInvitation(act, { invitation: id }));
	await expect(enter(withdrawn)).rejects.toMatchObject(gone);
	const late = await linkFor(awa, 'tom@exemple.test');
	await expect(enter(late, 'Tom', doorLater(db, 7 * 86_400))).rejects.toMatchObject(gone);
});

test('somebody with an account adds the hat to it, once signed in with the invited address', async () => {
	const token = await linkFor(awa, karim.email);
	expect(await findInvitation(door, token, newVisitor())).toMatchObject({ known: true });
	await expect(enter(token, 'Karim')).rejects.toMatchObject({ reason: 'access.invitation-sign-in' });
	const other = await signedIn(awa);
	await expect(acceptInvitation(door, token, other, newVisitor())).rejects.toMatchObject({
		reason: 'access.invitation-other-account',
	});
	await acceptInvitation(door, token, await signedIn(karim), newVisitor());
	const { hats } = await signedIn(karim);
	expect(hats.map(({ place }) => place).sort()).toEqual(['Maison du canal', 'Mission locale']);
	await expect(acceptInvitation(door, token, await signedIn(karim), newVisitor())).rejects.toMatchObject(
		gone,
	);
});

test('inviting says the same whether or not the address has an account', async () => {
	expect(await invite(awa, karim.email, 'provider')).toBe(await invite(awa, 'nul@exemple.test', 'provider'));
});

test('who has lost the hat that invited sends nothing more', async () => {
	const paul = await person('Paul Roche', 'worker', canal.id);
	await invite(paul, 'fin@exemple.test');
	const ended = { ...paul, actor: { accountId: paul.actor.accountId, hat: null } };
	const pending = await awa.act(listPendingInvitations);
	const sent: Mail[] = [];
	await announceInvitation(
		async (mail) => void sent.push(mail),
		{ invitationId: pending.find(({ email }) => email === 'fin@exemple.test')!.id, origin },
		{ db, actor: ended.actor, now: () => noon },
	);
	expect(sent).toEqual([]);
});

test('the thirty-first invitation of a day is refused', async () => {
	const nora = await person('Nora Faure', 'worker', mission.id);
	for (let n = 0; n < 30; n++) await invite(nora, `n${n}@exemple.test`);
	await expect(invite(nora, 'trop@exemple.test')).rejects.toMatchObject({ status: 429 });
});
