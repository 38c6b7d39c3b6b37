import { chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import type { Home } from './folder.ts';
import { run } from './run.ts';
import { databaseName, ownerRole, type Secrets } from './secrets.ts';

/** Character rules by preference: plain C would take « ’ » for a letter. */
const characterRules = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Runs initdb: UTF-8, French order, a password for everybody. */
export async function makeCluster(
	home: Home,
	binaries: Binaries,
	account: Account,
	secrets: Secrets,
): Promise<void> {
	const passwordFile = join(home.folder, 'password');
	writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o600 });
	if (account) chownSync(passwordFile, account.uid, account.gid);
	const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=fr', '--encoding=UTF8'];
	const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
	for (const rules of characterRules) {
		const options = ['-D', home.cluster, ...access, ...locale, `--lc-ctype=${rules}`];
		const output = await run(program(binaries, 'initdb'), options, account).catch((error: unknown) => {
			if (/invalid locale/.test(String(error)) && rules !== characterRules.at(-1)) return undefined;
			throw error;
		});
		if (output !== undefined) break;
	}
	rmSync(passwordFile);
}

/** Single-user mode, before anybody can connect: the superuser is not needed afterwards. */
export async function makeOwner(
	home: Home,
	binaries: Binaries,
	account: Account,
	secrets: Secrets,
): Promise<void> {
	const statements = [
		`create role ${ownerRole} login createrole createdb nosuperuser nobypassrls password '${secrets.ownerPassword}'`,
		`create database ${databaseName} owner ${ownerRole}`,
		`revoke connect, temporary on database postgres from public`,
	];
	const options = ['--single', '-D', home.cluster, 'postgres'];
	const output = await run(program(binaries, 'postgres'), options, account, `${statements.join('\n')}\n`);
	if (/ERROR:|FATAL:/.test(output)) throw new Error(output);
}
