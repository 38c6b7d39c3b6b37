import { expect, test, vi } from 'vitest';
import { findInvitation } from '../lib/access/server/find-invitation.ts';
import { findSession } from '../lib/access/server/find-session.ts';
import { openSession } from '../lib/access/server/open-session.ts';
import { actAtTheDoor } from '../lib/server/act.ts';
import { givePassword, newVisitor, safe } from '../lib/testing/accounts.ts';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { world } from '../lib/testing/world.ts';
import { command as account } from './account.ts';
import type { Given } from './command.ts';
import { command as invite } from './invite.ts';

const { url, db, door, operator, queue, organisation, person } = await world();
vi.stubEnv('DATABASE_URL', url);
vi.stubEnv('PASSERELLES_SECRET', 'the secret of an installation for tests');
vi.stubEnv('ORIGIN', 'https://passerelles.test');
const canal = await organisation('Maison du canal');
await organisation('Maison du port');
// These commands come now, not at the world's noon.
const now = actAtTheDoor(db);

async function run(command: typeof account, words: string[], options: Given['options'] = {}) {
	const { out, lines, results } = recordedOut();
	const code = await command.run({ words, options, out });
	return { code, said: lines.join('\n'), result: results[0] as { link: string } };
}
const refused = (words: string[], options: Given['options']) =>
	run(invite, words, options).then(
		() => 'invited',
		({ message, reason }) => reason ?? message,
	);

test('a hat of an organisation is given by its name, its id or its SIRET', async () => {
	await operator(({ tx }) =>
		tx.updateTable('organisation').set({ siret: '12345678901234' }).where('id', '=', canal.id).execute(),
	);
	for (const organisation of ['Maison du canal', canal.id, '123 456 789 01234', 'du canal']) {
		const { said, result } = await run(invite, ['awa@exemple.test'], { role: 'worker', organisation });
		expect(said).toContain('Invitation créée pour awa@exemple.test : Professionnel, Maison du canal.');
		const [, token = ''] = /^https:\/\/passerelles\.test\/invitation\/([\w-]{43})$/.exec(result.link) ?? [];
		expect(await findInvitation(now, token, newVisitor())).toMatchObject({
			role: 'worker',
			organisationId: canal.id,
		});
	}
});

test('a hat of a territory is given by its code, said with its kind when several have it', async () => {
	const epci = { role: 'coordinator', territory: 'epci:246200364' };
	expect((await run(invite, ['thomas@exemple.test'], epci)).said).toContain(
		'Coordinateur, CA de Lens - Liévin',
	);
	const { said } = await run(invite, ['lea@exemple.test'], { role: 'funder', territory: 'department:32' });
	expect(said).toContain('Financeur, Gers');
	expect(await refused(['x@exemple.test'], { role: 'funder', territory: '32' })).toBe(
		'cli.invite.several-places',
	);
});

test('what is unclear is asked again, and nobody is invited', async () => {
	const worker = { role: 'worker' };
	expect(await refused(['x@exemple.test'], worker)).toContain('Choisissez la structure de ce rôle');
	expect(await refused(['x@exemple.test'], { ...worker, organisation: 'Maison' })).toBe(
		'cli.invite.several-places',
	);
	expect(await refused(['x@exemple.test'], { ...worker, organisation: 'Nulle part' })).toBe(
		'cli.invite.unknown-place',
	);
	expect(await refused(['x@exemple.test'], { ...worker, organisation: 'a', territory: 'b' })).toContain(
		'pas les deux',
	);
	const invited = await door(({ tx }) =>
		tx.selectFrom('invitation').select('id').where('email', '=', 'x@exemple.test').execute(),
	);
	expect(invited).toEqual([]);
});

const notices = async (email: string): Promise<string[]> => {
	const { rows } = await queue.query('select payload from graphile_worker._private_jobs order by id');
	return rows.flatMap(({ payload: { payload } }) => (payload.email === email ? [payload.key] : []));
};
const eventsOf = async (accountId: string | null) => {
	const events = await operator(({ tx }) =>
		tx.selectFrom('event').select('name').where('subject', '=', accountId).orderBy('seq').execute(),
	);
	return events.map(({ name }) => name);
};

async function signedIn(name: string) {
	const somebody = await person(name, 'worker', canal.id);
	await givePassword(door, somebody.actor);
	const id = somebody.actor.accountId!;
	const { token } = await now((act) =>
		openSession(act, { id, totpConfirmedAt: null, demo: false }, 'link', newVisitor()),
	);
	return { ...somebody, id, token };
}

test('an account is closed: its sessions end, the log and its owner are told; then opened again', async () => {
	const karim = await signedIn('Karim Benali');
	expect(await findSession(now, karim.token)).not.toBeNull();
	const { code, said } = await run(account, ['suspend', ` ${karim.email.toUpperCase()}`]);
	expect([code, said]).toEqual([0, expect.stringContaining('Compte fermé')]);
	expect(await findSession(now, karim.token)).toBeNull();
	expect((await run(account, ['suspend', karim.email])).said).toContain('déjà fermé');
	expect((await run(account, ['reopen', karim.email])).said).toContain('Compte rouvert');
	expect(await findSession(now, karim.token)).toBeNull();
	expect((await run(account, ['reopen', karim.email])).said).toContain('déjà ouvert');
	expect(await eventsOf(karim.id)).toEqual(['account.suspended', 'account.reopened']);
	expect(await notices(karim.email)).toEqual(['account-suspended', 'account-reopened']);
});

test('a second factor is taken away with its recovery codes, from its owner only', async () => {
	const [zoe, lea] = [await signedIn('Zoé Martin'), await signedIn('Léa Petit')];
	for (const { id } of [zoe, lea])
		await door(async ({ tx, at }) => {
			const totpSecret = safe.seal('JBSWY3DPEHPK3PXP', id);
			await tx.updateTable('account').set({ totpSecret, totpConfirmedAt: at }).where('id', '=', id).execute();
			const codeHash = '$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA';
			await tx.insertInto('recoveryCode').values({ accountId: id, codeHash, createdAt: at }).execute();
		});
	const { code, said } = await run(account, ['reset-second-factor', zoe.email]);
	expect([code, said]).toEqual([0, expect.stringContaining('Code de connexion retiré')]);
	const left = await door(async ({ tx }) => ({
		codes: await tx.selectFrom('recoveryCode').select('accountId').execute(),
		factors: await tx.selectFrom('account').select('id').where('totpSecret', 'is not', null).execute(),
	}));
	expect(left).toEqual({ codes: [{ accountId: lea.id }], factors: [{ id: lea.id }] });
	expect([await findSession(now, zoe.token), await findSession(now, lea.token)]).toEqual([
		null,
		expect.anything(),
	]);
	expect(await eventsOf(zoe.id)).toEqual(['account.second-factor-reset']);
	expect(await notices(zoe.email)).toEqual(['second-factor-reset']);
	expect((await run(account, ['reset-second-factor', zoe.email])).said).toContain('n’a pas de code');
});

test('an address that nobody has is said, with a failing exit code', async () => {
	expect(await run(account, ['suspend', 'personne@exemple.test'])).toMatchObject({
		code: 1,
		said: 'Aucun compte n’a l’adresse personne@exemple.test.',
	});
});
