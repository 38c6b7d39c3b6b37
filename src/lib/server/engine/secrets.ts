import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Account } from './account.ts';
import { codeOf } from './failures.ts';
import type { Home } from './folder.ts';

const Secrets = z.object({
	/** Used when the home's own path is too long for a socket. */
	shortSocketFolder: z.string().startsWith('/'),
	port: z.int(),
	superuserPassword: z.string().min(20),
	ownerPassword: z.string().min(20),
});
export type Secrets = z.infer<typeof Secrets>;

export const ownerRole = 'passerelles_owner';
export const databaseName = 'passerelles';

export const newSecrets = (): Secrets => ({
	shortSocketFolder: join(tmpdir().length > 60 ? '/tmp' : tmpdir(), `passerelles-${token(9)}`),
	port: 5432,
	superuserPassword: token(24),
	ownerPassword: token(24),
});

/** Written before the home takes its final name, and never again. */
export function writeSecrets(home: Home, secrets: Secrets, account: Account): void {
	writeFileSync(home.secrets, `${JSON.stringify(secrets, null, '\t')}\n`, { mode: 0o600, flush: true });
	if (account) chownSync(home.secrets, account.uid, account.gid);
}

/** @throws Refusal when this account may not read them, or the file is damaged. */
export function readSecrets(home: Home): Secrets {
	try {
		return Secrets.parse(JSON.parse(readFileSync(home.secrets, 'utf8')));
	} catch (error) {
		const refused = codeOf(error) === 'EACCES';
		throw new Refusal(503, refused ? 'engine.notYours' : 'engine.incomplete', { folder: home.folder });
	}
}

/** The owner's address; the host behind `@` is there for URL readers, the socket folder is what counts. */
export function ownerUrl(secrets: Secrets, socketFolder: string): string {
	const socket = encodeURIComponent(socketFolder);
	return `postgresql://${ownerRole}:${secrets.ownerPassword}@localhost:${secrets.port}/${databaseName}?host=${socket}`;
}

const token = (bytes: number): string => randomBytes(bytes).toString('base64url');
