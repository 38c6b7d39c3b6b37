import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actAtTheDoor } from '../../server/act.ts';
import { doorLater, newVisitor } from '../../testing/accounts.ts';
import { noon, world } from '../../testing/world.ts';
import { limits } from '../limits.ts';
import { giveBack, withinLimit } from './within-limit.ts';

const { db, door, stranger } = await world();
const refused = { status: 429, reason: 'access.too-many-tries' };
const tryOnce = (account: string, address = newVisitor().address, at = door) =>
	withinLimit(at, 'sign-in', { account, address });

async function tryOften(times: number, work: (n: number) => Promise<unknown>): Promise<void> {
	for (let n = 0; n < times; n++) await work(n);
}

test('the sixth try at an account is refused with the minutes to wait; other accounts are not', async () => {
	await tryOften(5, () => tryOnce('awa@exemple.test'));
	await expect(tryOnce('awa@exemple.test')).rejects.toMatchObject({ ...refused, values: { minutes: 15 } });
	await expect(tryOnce('karim@exemple.test')).resolves.toBeDefined();
});

test('the wait shortens, ends, and a refused try does not lengthen it', async () => {
	await tryOften(5, (n) => tryOnce('zoe@exemple.test', undefined, doorLater(db, n * 60)));
	const late = (seconds: number) => tryOnce('zoe@exemple.test', undefined, doorLater(db, seconds));
	await expect(late(600)).rejects.toMatchObject({ values: { minutes: 5 } });
	await expect(late(899)).rejects.toMatchObject({ values: { minutes: 1 } });
	await expect(late(901)).resolves.toBeDefined();
	await expect(late(902)).rejects.toMatchObject(refused);
});

test('a network is refused after twenty tries at as many accounts, a whole /64 counting as one', async () => {
	await tryOften(20, (n) => tryOnce(`compte${n}@exemple.test`, `2001:db8:7:7::${n + 1}`));
	await expect(tryOnce('compte99@exemple.test', '2001:db8:7:7:aaaa::1')).rejects.toMatchObject(refused);
	await expect(tryOnce('compte99@exemple.test', '2001:db8:7:8::1')).resolves.toBeDefined();
});

test('a try that succeeds is given back', async () => {
	await tryOften(12, async () => {
		const tries = await tryOnce('mina@exemple.test', '192.0.2.200');
		await door((act) => giveBack(act, tries));
	});
});

test('a try counts although the act that made it fails', async () => {
	for (let n = 0; n < 5; n++) {
		const act = async () => {
			await tryOnce('lea@exemple.test');
			throw new Error('undone');
		};
		await expect(act()).rejects.toThrow('undone');
	}
	await expect(tryOnce('lea@exemple.test')).rejects.toMatchObject(refused);
});

test('a burst of parallel tries counts as well as a queue', async () => {
	const answers = await Promise.allSettled(Array.from({ length: 40 }, () => tryOnce('burst@exemple.test')));
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('the tries are nobody’s to read', async () => {
	await tryOnce('awa2@exemple.test');
	await expect(stranger(({ tx }) => tx.selectFrom('attempt').selectAll().execute())).rejects.toMatchObject({
		code: '42501',
	});
	const kept = await actAtTheDoor(db, () => noon)(({ tx }) => tx.selectFrom('attempt').selectAll().execute());
	expect(JSON.stringify(kept)).not.toContain('exemple.test');
});

/** What looks at a secret somebody gives, in the words of this folder. */
const looksAtSecret =
	/\b(passwordMatches|hashLike|stepOfCode|takeCode|takeLink|accountOfLink|openInvitation|tokenHash)\(/;
/** Each counts no try of its own, for this reason. */
const reviewed: Readonly<Record<string, string>> = {
	'tokens.ts': 'defines the hash',
	'password-hash.ts': 'defines the check',
	'one-time-links.ts': 'takeLink is called by commands that have counted',
	'take-code.ts': 'called by commands that have counted',
	'open-session.ts': 'makes a token, checks none',
	'accept-invitation.ts': 'findInvitation has counted before anything is taken',
	'announce-invitation.ts': 'makes a token, checks none',
	'invite-by-operator.ts': 'makes a token, checks none',
	'api-keys.ts': 'a key holds 256 random bits, read at each request: nothing to guess',
	'create-api-key.ts': 'makes a key, checks none',
	'find-session.ts': 'a cookie holds 256 random bits, read at each request: nothing to guess',
};

function commandsWithoutLimit(files: Readonly<Record<string, string>>): string[] {
	return Object.entries(files)
		.filter(([name, text]) => looksAtSecret.test(text) && !(name in reviewed))
		.filter(([, text]) => !actionsOf(text).some((action) => action in limits))
		.map(([name]) => name);
}

const actionsOf = (text: string): string[] =>
	[...text.matchAll(/withinLimit\(\s*[\w.]+,\s*'([\w-]+)'/g)].map(([, action]) => action!);

/** The sources of a folder and of those in it, by path. */
const sourcesOf = (folder: URL): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
			.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
	);
const sources = sourcesOf(new URL('.', import.meta.url));

test('every command that looks at a secret counts its tries', () => {
	const checking = Object.values(sources).filter((text) => looksAtSecret.test(text));
	expect(checking.length).toBeGreaterThan(8);
	expect(commandsWithoutLimit(sources)).toEqual([]);
});

test('a command that forgets, or names a limit that does not exist, is named', () => {
	const planted = {
		'forgets.ts': 'if (await passwordMatches(hash, typed)) return;',
		'misnames.ts': "await withinLimit(door, 'no-such-limit', {}); await takeLink(act, token, 'sign-in');",
	};
	expect(commandsWithoutLimit({ ...sources, ...planted })).toEqual(['forgets.ts', 'misnames.ts']);
});

test('every limit is used', () => {
	const used = new Set(Object.values(sourcesOf(new URL('../../', import.meta.url))).flatMap(actionsOf));
	expect(Object.keys(limits).filter((action) => !used.has(action))).toEqual([]);
});
