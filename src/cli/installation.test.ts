import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { databaseAddress } from '../lib/server/database.ts';
import { readSettings } from '../lib/server/settings.ts';
import { world } from '../lib/testing/world.ts';
import { translate } from '../lib/texts/translator.ts';
import { openInstallation } from './installation.ts';

const { url, owner } = await world();
const stranger = `stranger_${randomBytes(6).toString('hex')}`;
await owner.query(`create role ${stranger} login createrole password 'secret-de-test'`);
afterAll(() => owner.query(`drop role ${stranger}`));

/** The sentence said when a command opens this address. */
async function sentence(databaseUrl: string): Promise<string> {
	const settings = readSettings({ DATABASE_URL: databaseUrl });
	return openInstallation(settings, 'test', () => {}).then(
		async (installation) => {
			await installation.close();
			return 'opened';
		},
		({ reason, values }) => translate(reason, values),
	);
}

test('a database that the account does not own is refused with the statement that mends it', async () => {
	const address = Object.assign(databaseAddress(url), { username: stranger, password: 'secret-de-test' });
	// What lets it in at all: a database is closed to accounts that nobody invited.
	await owner.query(`grant connect on database "${address.pathname.slice(1)}" to ${stranger}`);
	expect(await sentence(address.href)).toContain(
		`alter database "${address.pathname.slice(1)}" owner to "${stranger}";`,
	);
	await owner.query(`revoke connect on database "${address.pathname.slice(1)}" from ${stranger}`);
	expect(await sentence(url)).toBe('opened');
});

test('a server that does not answer is one sentence, without the password', async () => {
	const said = await sentence('postgres://compte:tres-secret@127.0.0.1:9/passerelles');
	expect(said).toContain('La base de données de DATABASE_URL ne répond pas');
	expect(said).not.toContain('tres-secret');
});
