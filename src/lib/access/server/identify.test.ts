import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, expect, test, vi } from 'vitest';
import { actAtTheDoor } from '../../server/act.ts';
import type { Database } from '../../server/database.ts';
import { givePassword, goodPassword, newVisitor, safe } from '../../testing/accounts.ts';
import { world } from '../../testing/world.ts';
import { identify } from './identify.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const { db, door, person, organisation } = await world();
const canal = await organisation('Maison du canal');
const awa = await person('Awa Diallo', 'worker', canal.id);
await givePassword(door, awa.actor);
afterEach(() => vi.unstubAllEnvs());

/** As much of a request as `identify` looks at. */
function request(jar: Record<string, string>, url = 'http://mal.test/') {
	const dropped: string[] = [];
	const cookies = { get: (name: string) => jar[name], delete: (name: string) => void dropped.push(name) };
	const event = { cookies, locals: {}, url: new URL(url) } as unknown as RequestEvent;
	return { event, dropped };
}
/** What a request needs of the installation; on this machine only, unless said otherwise. */
const installation = (database: Database, isPublic = false) => ({ db: database, safe, isPublic });
/** A database that nobody may ask anything. */
const silent = new Proxy(
	{},
	{ get: () => expect.unreachable('the database was asked') },
) as unknown as Database;
// These requests come now, not at the world's noon.
const signIn = () =>
	signInWithPassword(actAtTheDoor(db), { email: awa.email, password: goodPassword }, newVisitor());

test('without a cookie, nobody asks, and the database is not asked', async () => {
	const { event } = request({});
	await identify(event, installation(silent));
	expect(event.locals).toMatchObject({ session: null, actor: { accountId: null, hat: null } });
});

test('a cookie of ours is a person under her hat', async () => {
	const { event } = request({ session: (await signIn()).token });
	await identify(event, installation(db));
	expect(event.locals.actor).toMatchObject({
		accountId: awa.actor.accountId,
		hat: { organisationId: canal.id },
	});
	expect(await event.locals.act(({ tx }) => tx.selectFrom('account').select('name').execute())).toEqual([
		{ name: 'Awa Diallo' },
	]);
});

test('a token chosen by somebody else is nobody, and is dropped: sign-in never adopts it', async () => {
	const planted = 'A'.repeat(43);
	const { event, dropped } = request({ session: planted });
	await identify(event, installation(db));
	expect([event.locals.session, dropped]).toEqual([null, ['session']]);
	expect((await signIn()).token).not.toBe(planted);
});

test('a session awaiting its code acts as nobody', async () => {
	const { token } = await signIn();
	await door(({ tx }) => tx.updateTable('session').set({ complete: false }).execute());
	const { event } = request({ session: token });
	await identify(event, installation(db));
	expect(event.locals.session).toMatchObject({ complete: false });
	expect(event.locals.actor.accountId).toBeNull();
	expect(await event.locals.act(({ tx }) => tx.selectFrom('account').select('name').execute())).toEqual([]);
});

test('links carry the installation’s address, never the one that a client claims; https has its own cookie', async () => {
	vi.stubEnv('PASSERELLES_ORIGIN', 'https://passerelles.test');
	const { token } = await signIn();
	const plain = request({ session: token });
	await identify(plain.event, installation(db));
	expect(plain.event.locals).toMatchObject({ origin: 'https://passerelles.test', session: null });
	const secured = request({ '__Host-session': token });
	await identify(secured.event, installation(db));
	expect(secured.event.locals.session).not.toBeNull();
});

test.each([
	['http://localhost:3000/', false, true],
	['http://localhost:3000/', true, false],
	['http://mal.test/', false, false],
])('%s, public installation %s: this machine only is %s', async (url, isPublic, local) => {
	const { event } = request({}, url);
	await identify(event, installation(silent, isPublic));
	expect(event.locals.local).toBe(local);
});
