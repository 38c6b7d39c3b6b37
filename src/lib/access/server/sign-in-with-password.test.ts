import { expect, test } from 'vitest';
import {
	duration,
	givePassword,
	goodPassword,
	median,
	newVisitor,
	sessionOf,
} from '../../testing/accounts.ts';
import { world } from '../../testing/world.ts';
import { SignIn, signInWithPassword } from './sign-in-with-password.ts';
import { suspendAccount } from './suspend-account.ts';

const { door, owner, operator, person, organisation, stranger } = await world();
const canal = await organisation('Maison du canal');
const awa = await person('Awa Diallo', 'worker', canal.id);
const karim = await person('Karim Benali', 'worker', canal.id);
await givePassword(door, awa.actor);

const signIn = (email: string, password: string, visitor = newVisitor()) =>
	signInWithPassword(door, SignIn.parse({ email, password }), visitor);

test('the right password opens a session under a hat, told in the log', async () => {
	const opened = await signIn(` ${awa.email.toUpperCase()} `, goodPassword);
	expect(opened.complete).toBe(true);
	const session = await sessionOf(door, opened);
	expect(session).toMatchObject({
		name: 'Awa Diallo',
		hat: { role: 'worker', place: 'Maison du canal', organisationId: canal.id },
	});
	const events = await awa.act(({ tx }) => tx.selectFrom('event').select(['name', 'subject']).execute());
	expect(events).toEqual([{ name: 'session.opened', subject: session.id }]);
	expect(await stranger(({ tx }) => tx.selectFrom('event').select('name').execute())).toEqual([]);
});

test('each sign-in has a token of its own, and none is kept', async () => {
	const [one, two] = [await signIn(awa.email, goodPassword), await signIn(awa.email, goodPassword)];
	expect(one.token).not.toBe(two.token);
	expect((await sessionOf(door, one)).id).not.toBe((await sessionOf(door, two)).id);
	const { rows } = await owner.query('select * from session');
	expect(JSON.stringify(rows)).not.toContain(one.token);
});

test('a wrong password, an unknown account, an account without a password: the same refusal', async () => {
	const wrong = [
		[awa.email, 'trois lapins dansent sous la neige'],
		['personne@exemple.test', goodPassword],
		[karim.email, goodPassword],
		[awa.email, 'x'.repeat(10_000)],
	] as const;
	for (const [email, password] of wrong)
		await expect(signIn(email, password)).rejects.toMatchObject({
			status: 422,
			reason: 'access.sign-in-refused',
			values: {},
		});
});

test('a suspended account is refused like an unknown one', async () => {
	await givePassword(door, karim.actor);
	await expect(signIn(karim.email, goodPassword)).resolves.toBeDefined();
	expect(await operator((act) => suspendAccount(act, karim.email))).toBe('done');
	await expect(signIn(karim.email, goodPassword)).rejects.toMatchObject({ reason: 'access.sign-in-refused' });
});

test('the time taken does not tell whether an account exists', async () => {
	const [known, unknown]: [number[], number[]] = [[], []];
	const refused = (email: string) => duration(() => signIn(email, 'une phrase fausse').catch(() => {}));
	for (let round = 0; round < 24; round++) {
		const other = await person(`Personne ${round}`, 'worker', canal.id);
		await givePassword(door, other.actor);
		const tryKnown = async () => known.push(await refused(other.email));
		const tryUnknown = async () => unknown.push(await refused(`inconnu${round}@exemple.test`));
		for (const attempt of round % 2 ? [tryKnown, tryUnknown] : [tryUnknown, tryKnown]) await attempt();
	}
	console.log(`sign-in: ${median(known).toFixed(1)} ms known, ${median(unknown).toFixed(1)} ms unknown`);
	// The fastest of each, since a busy machine only adds time; without the dummy hash, one is ten times the other.
	const [one, other] = [Math.min(...known), Math.min(...unknown)];
	expect(Math.max(one, other)).toBeLessThan(2 * Math.min(one, other));
});

test('an invented account, whose password is published, opens on this machine only', async () => {
	const demo = await person('Zoé Martin', 'worker', canal.id);
	await givePassword(door, demo.actor);
	await owner.query('alter table account no force row level security');
	await owner.query('update account set demo = true where id = $1', [demo.actor.accountId]);
	await owner.query('alter table account force row level security');
	const faraway = { ...newVisitor(), local: false };
	await expect(signIn(demo.email, goodPassword, faraway)).rejects.toMatchObject({
		status: 403,
		reason: 'access.demo-account',
	});
	await expect(signIn(demo.email, 'pas le bon mot de passe', faraway)).rejects.toMatchObject({
		reason: 'access.sign-in-refused',
	});
	await expect(signIn(demo.email, goodPassword)).resolves.toMatchObject({ complete: true });
	await expect(signIn(awa.email, goodPassword, faraway)).resolves.toMatchObject({ complete: true });
});
