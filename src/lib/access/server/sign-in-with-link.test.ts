import { expect, test } from 'vitest';
import { anonymous } from '../../actor.ts';
import type { JobContext } from '../../server/jobs.ts';
import type { Mail } from '../../server/mail.ts';
import { doorLater, duration, median, newVisitor, sessionOf } from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { announceSignInLink } from './announce-sign-in-link.ts';
import { lookAtLink, makeLink } from './one-time-links.ts';
import { sendSignInLink } from './send-sign-in-link.ts';
import { signInWithLink } from './sign-in-with-link.ts';

const { db, door, owner, queue, person, organisation, stranger } = await world();
const canal = await organisation('Maison du canal');
const awa = await person('Awa Diallo', 'worker', canal.id);
const origin = 'https://passerelles.test';
const gone = { status: 422, reason: 'access.link-gone' };
const context: JobContext = { db, actor: anonymous, now: () => noon };
const newLink = (purpose: 'sign-in' | 'recovery' = 'sign-in') =>
	door((act) => makeLink(act, awa.actor.accountId!, purpose));

async function mailsFor(email: string): Promise<Mail[]> {
	const sent: Mail[] = [];
	const post = async (mail: Mail) => void sent.push(mail);
	await announceSignInLink(post, { email, purpose: 'sign-in', origin }, context);
	return sent;
}

test('asking does the same for every address; the job mails only those who have an account', async () => {
	const ask = (email: string) => sendSignInLink(door, { email, purpose: 'sign-in' }, origin, newVisitor());
	expect(await ask(awa.email)).toBe(await ask('inconnue@exemple.test'));
	const { rows } = await queue.query(
		"select payload, (payload->>'actor') as actor from graphile_worker._private_jobs order by id",
	);
	expect(rows.map((row) => row.payload.payload)).toEqual([
		{ email: awa.email, purpose: 'sign-in', origin },
		{ email: 'inconnue@exemple.test', purpose: 'sign-in', origin },
	]);
	expect(await mailsFor('inconnue@exemple.test')).toEqual([]);
	const [mail] = await mailsFor(awa.email);
	expect(mail).toMatchObject({ to: awa.email, subject: 'Votre lien de connexion à Passerelles' });
	const token = /\/connexion\/lien\/([\w-]{43})\n/.exec(mail!.text)![1]!;
	const { rows: links } = await owner.query('select * from one_time_link');
	expect(JSON.stringify(links)).not.toContain(token);
	const opened = await signInWithLink(door, token, newVisitor());
	expect(await sessionOf(door, opened)).toMatchObject({ accountId: awa.actor.accountId });
});

test('the time taken to ask does not tell whether an account exists', async () => {
	const [known, unknown]: [number[], number[]] = [[], []];
	for (let round = 0; round < 20; round++) {
		const other = await person(`Personne ${round}`, 'worker', canal.id);
		const ask = (email: string) =>
			duration(() => sendSignInLink(door, { email, purpose: 'recovery' }, origin, newVisitor()));
		known.push(await ask(other.email));
		unknown.push(await ask(`inconnue${round}@exemple.test`));
	}
	console.log(`link: ${median(known).toFixed(1)} ms known, ${median(unknown).toFixed(1)} ms unknown`);
	expect(Math.abs(median(known) - median(unknown))).toBeLessThan(20);
});

test('the fourth request for one address within the hour is refused', async () => {
	const ask = () =>
		sendSignInLink(door, { email: 'mina@exemple.test', purpose: 'sign-in' }, origin, newVisitor());
	for (let n = 0; n < 3; n++) await ask();
	await expect(ask()).rejects.toMatchObject({ status: 429, values: { minutes: 60 } });
});

test('of fifty simultaneous uses, exactly one succeeds', async () => {
	const token = await newLink();
	const answers = await Promise.allSettled(
		Array.from({ length: 50 }, () => signInWithLink(door, token, newVisitor())),
	);
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(gone);
});

test('a link serves once, for its own purpose, within a quarter of an hour', async () => {
	const token = await newLink();
	await signInWithLink(door, token, newVisitor());
	await expect(signInWithLink(door, token, newVisitor())).rejects.toMatchObject(gone);
	await expect(signInWithLink(door, await newLink('recovery'), newVisitor())).rejects.toMatchObject(gone);
	const late = doorLater(db, 15 * 60);
	await expect(signInWithLink(late, await newLink(), newVisitor())).rejects.toMatchObject(gone);
	for (const forged of ['', 'x'.repeat(43), '../../etc', 'é'.repeat(43)])
		await expect(signInWithLink(door, forged, newVisitor())).rejects.toMatchObject(gone);
});

test('opening the page does not use the link up', async () => {
	const token = await newLink('recovery');
	await lookAtLink(door, token, 'recovery', newVisitor());
	await lookAtLink(door, token, 'recovery', newVisitor());
	await expect(lookAtLink(door, token, 'sign-in', newVisitor())).rejects.toMatchObject({ status: 404 });
});

test('the links are nobody’s to read', async () => {
	for (const work of [stranger, awa.act])
		await expect(work(({ tx }) => tx.selectFrom('oneTimeLink').selectAll().execute())).rejects.toMatchObject({
			code: '42501',
		});
});
