import { expect, test } from 'vitest';
import { openInvitedAccount } from '#lib/access/server/accept-invitation.ts';
import { findSession } from '#lib/access/server/find-session.ts';
import { openSession } from '#lib/access/server/open-session.ts';
import type { SignedIn } from '#lib/access/session.ts';
import { actAtTheDoor } from '#lib/server/act.ts';
import { newVisitor, sessionOf } from '#lib/testing/accounts.ts';
import { runner, takeJobs, tokenIn } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { claimPage, findClaimable } from './claim-page.ts';
import { claimWithCode } from './claim-with-code.ts';
import { listClaims, revokeClaim } from './claims.ts';
import { makeClaimCode } from './make-claim-code.ts';

const { db, door, owner, operator, person, organisation, stranger } = await world();
const { sent, run } = runner(db);
const odile = { ...(await person('Odile', 'coordinator')), door };

async function aHouse(website = 'https://www.maison.test') {
	const { id } = await organisation(`Maison ${crypto.randomUUID().slice(0, 6)}`);
	await operator(({ tx }) => tx.updateTable('organisation').set({ website }).where('id', '=', id).execute());
	return id;
}
async function linkOf(): Promise<string> {
	for (const job of await takeJobs(owner, 'send-claim-link')) await run('send-claim-link', job);
	return tokenIn(sent.at(-1), 'invitation');
}
const enter = (token: string) => openInvitedAccount(door, token, { name: 'Zoé Martin' }, newVisitor());
const hatsOf = (session: SignedIn) => session.hats.map(({ role, organisationId }) => [role, organisationId]);
const wrong = { status: 422, reason: 'upkeep.code-wrong' };
const codeFor = (id: string) => makeClaimCode(odile.act, id).then(({ code }) => code);
const type = (id: string, letterCode: string, email = 'zoe@gmail.com', visitor = newVisitor()) =>
	claimWithCode(door, id, { letterCode, linkEmail: email }, null, visitor);

async function signedIn(name: string) {
	const somebody = await person(name, 'worker', (await organisation(`Chez ${name}`)).id);
	const account = { id: somebody.actor.accountId!, totpConfirmedAt: null, demo: false };
	const opened = await door((act) => openSession(act, account, 'link', newVisitor()));
	return { ...somebody, opened, session: await sessionOf(door, opened) };
}

test('an address of the organisation’s domain receives a link that gives the page', async () => {
	const house = await aHouse();
	await claimPage(door, house, { email: 'zoe@maison.test' }, newVisitor());
	const token = await linkOf();
	expect(sent.at(-1)?.to).toBe('zoe@maison.test');
	const opened = await enter(token);
	expect(hatsOf(await sessionOf(door, opened))).toEqual([['provider', house]]);
	expect(await odile.act((act) => listClaims(act))).toMatchObject([
		{ organisationId: house, state: 'given', way: 'email' },
	]);
});

test.each(['zoe@gmail.com', 'zoe@ailleurs.test'])('%s receives nothing', async (email) => {
	const house = await aHouse();
	const before = sent.length;
	await expect(claimPage(door, house, { email }, newVisitor())).rejects.toMatchObject({ status: 403 });
	expect(await takeJobs(owner, 'send-claim-link')).toEqual([]);
	expect(sent).toHaveLength(before);
});

test('neither the queue nor the tables keep the link or the code', async () => {
	const house = await aHouse();
	const code = await codeFor(house);
	await type(house, code);
	const { rows: jobs } = await owner.query('select * from graphile_worker._private_jobs');
	const token = await linkOf();
	const kept = await door(async ({ tx }) => [
		await tx.selectFrom('invitation').selectAll().execute(),
		await tx.selectFrom('claimCode').selectAll().execute(),
		await tx.selectFrom('pageClaim').selectAll().execute(),
	]);
	for (const secret of [token, code]) expect(JSON.stringify([jobs, kept])).not.toContain(secret);
});

test('with a letter’s code any address will do; a mistyped one can be typed again, and then only the last link serves', async () => {
	const house = await aHouse();
	const code = await codeFor(house);
	expect(await type(house, code, 'zeo@gmail.test')).toBe('sent');
	const first = await linkOf();
	expect(await type(house, code, 'zoe.letter@gmail.test')).toBe('sent');
	const second = await linkOf();
	await expect(enter(first)).rejects.toMatchObject({ status: 404 });
	expect(hatsOf(await sessionOf(door, await enter(second)))).toEqual([['provider', house]]);
	await expect(type(house, code, 'trop@gmail.test')).rejects.toMatchObject(wrong);
});

test('signed in, a code gives the page at once, and serves once, also to five at the same instant', async () => {
	const house = await aHouse();
	const code = await codeFor(house);
	const { session, opened } = await signedIn('Karim');
	const claim = () => claimWithCode(door, house, { letterCode: code }, session, newVisitor());
	const answers = await Promise.allSettled(Array.from({ length: 5 }, claim));
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(hatsOf((await findSession(door, opened.token))!)).toContainEqual(['provider', house]);
});

test('a code of another page, an old one, one replaced and an invented one open nothing', async () => {
	const [house, other] = [await aHouse(), await aHouse()];
	const code = await codeFor(house);
	await expect(type(other, code)).rejects.toMatchObject(wrong);
	await expect(type(house, 'AAAAAAAA')).rejects.toMatchObject(wrong);
	const late = actAtTheDoor(db, () => new Date(noon.getTime() + 30 * 86_400_000));
	await expect(
		claimWithCode(late, house, { letterCode: code, linkEmail: 'z@z.test' }, null, newVisitor()),
	).rejects.toMatchObject(wrong);
	await codeFor(house);
	await expect(type(house, code)).rejects.toMatchObject(wrong);
});

test('after five wrong codes the page waits, even for the right one', async () => {
	const house = await aHouse();
	const code = await codeFor(house);
	for (let n = 0; n < 5; n++) await expect(type(house, 'CCCCCCCC')).rejects.toMatchObject(wrong);
	await expect(type(house, code)).rejects.toMatchObject({ status: 429 });
});

test('a claim taken back ends its hat and its link, and nothing else', async () => {
	const house = await aHouse();
	const { session, opened, ...karim } = await signedIn('Nora');
	await claimWithCode(door, house, { letterCode: await codeFor(house) }, session, newVisitor());
	await claimPage(door, house, { email: 'paul@maison.test' }, newVisitor());
	const pending = await linkOf();
	const [waiting, given] = (await odile.act((act) => listClaims(act))).filter(
		({ organisationId }) => organisationId === house,
	);
	expect([waiting?.state, given?.state].sort()).toEqual(['given', 'waiting']);
	for (const claim of [waiting!, given!]) await revokeClaim(odile, { claim: claim.id });
	const after = (await findSession(door, opened.token))!;
	expect(hatsOf(after)).toEqual([['worker', karim.actor.hat!.organisationId]]);
	await expect(enter(pending)).rejects.toMatchObject({ status: 404 });
	await expect(revokeClaim(odile, { claim: given!.id })).rejects.toMatchObject({ status: 404 });
});

test('a hat that was worn before the claim stays when it is taken back', async () => {
	const house = await aHouse();
	const ines = await person('Inès', 'provider', house);
	await door(({ tx }) =>
		tx
			.insertInto('pageClaim')
			.values({
				organisationId: house,
				email: ines.email,
				way: 'email',
				askedAt: new Date(noon.getTime() + 1000),
			})
			.execute(),
	);
	const claim = (await odile.act((act) => listClaims(act))).find(
		({ organisationId }) => organisationId === house,
	)!;
	await revokeClaim(odile, { claim: claim.id });
	const hats = await ines.act(({ tx }) =>
		tx.selectFrom('hat').select('id').where('endedAt', 'is', null).execute(),
	);
	expect(hats).toHaveLength(1);
});

test('strangers and other organisations see no claim, make no code, take nothing back', async () => {
	const house = await aHouse();
	await claimPage(door, house, { email: 'x@maison.test' }, newVisitor());
	const [claim] = await odile.act((act) => listClaims(act));
	const paul = await person('Paul', 'provider', (await organisation('Ailleurs')).id);
	expect(await paul.act((act) => listClaims(act))).toEqual([]);
	await expect(stranger((act) => listClaims(act)).then((rows) => rows.length)).resolves.toBe(0);
	await expect(makeClaimCode(paul.act, house)).rejects.toMatchObject({ status: 403 });
	await expect(revokeClaim({ ...paul, door }, { claim: claim!.id })).rejects.toMatchObject({ status: 403 });
	await expect(
		paul.act(({ tx, at }) =>
			tx
				.insertInto('claimCode')
				.values({
					organisationId: house,
					codeHash: '$argon2id$x',
					madeBy: paul.actor.accountId!,
					madeAt: at,
					expiresAt: at,
				})
				.execute(),
		),
	).rejects.toMatchObject({ code: '42501' });
	const ownPeople = await person('Inès', 'provider', house);
	expect(await ownPeople.act((act) => listClaims(act))).toMatchObject([{ organisationId: house }]);
});

test('the door ends no hat but that of a claim taken back', async () => {
	const house = await aHouse();
	const ines = await person('Léa', 'provider', house);
	await door(({ tx, at }) =>
		tx.updateTable('hat').set({ endedAt: at }).where('organisationId', '=', house).execute(),
	);
	const hats = await ines.act(({ tx }) =>
		tx.selectFrom('hat').select('id').where('endedAt', 'is', null).execute(),
	);
	expect(hats).toHaveLength(1);
});

test('a merged or vanished organisation cannot be claimed', async () => {
	const house = await aHouse();
	await operator(({ tx }) =>
		tx.updateTable('organisation').set({ goneAt: noon }).where('id', '=', house).execute(),
	);
	await expect(door((act) => findClaimable(act, house))).rejects.toMatchObject({ status: 404 });
	await expect(door((act) => findClaimable(act, 'pas-un-id'))).rejects.toMatchObject({ status: 404 });
});

test('chance is given: the same bytes make the same code', async () => {
	const house = await aHouse();
	const { code, until } = await makeClaimCode(odile.act, house, (size) => new Uint8Array(size));
	expect(code).toBe('AAAAAAAA');
	expect(until).toEqual(new Date(noon.getTime() + 30 * 86_400_000));
});
