import type pg from 'pg';
import { sealSecrets } from '../lib/access/server/seal-secrets.ts';
import { Refusal } from '../lib/refusal.ts';
import { type Act, actAsOperator, actAtTheDoor, type Work } from '../lib/server/act.ts';
import { admitApplication, appUrl } from '../lib/server/app-login.ts';
import { databaseAddress, databaseOver, openPool } from '../lib/server/database.ts';
import { type Engine, openEngine } from '../lib/server/engine/engine.ts';
import { installationSecret } from '../lib/server/installation-secret.ts';
import { migrate } from '../lib/server/migrate.ts';
import { safeOf } from '../lib/server/safe.ts';
import type { Settings } from '../lib/server/settings.ts';
import type { TextKey } from '../lib/texts/catalogue.ts';
import type { Values } from '../lib/texts/translator.ts';

export type Say = (key: TextKey, values?: Values) => void;

/** The database of this installation, opened as its owner: the embedded engine, or the server of DATABASE_URL. */
export interface Installation {
	readonly owner: pg.Pool;
	/** Acts as the installation's operator. */
	readonly operator: Work;
	/** The application's own address of the database, under the login of this database alone. */
	readonly appUrl: string;
	/** Null on a server of DATABASE_URL. */
	readonly engine: Engine | null;
	close(): Promise<void>;
}

/** Opens without changing anything; each command then does what it came for. */
export async function openInstallation(settings: Settings, command: string, say: Say): Promise<Installation> {
	const engine = settings.databaseUrl
		? null
		: await openEngine({ dataFolder: settings.dataFolder, command, say });
	const url = engine?.url ?? settings.databaseUrl!;
	const owner = openPool(url, { max: 4 });
	const close = async () => {
		await owner.end();
		await engine?.close();
	};
	try {
		if (!engine) await checkServer(owner);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		owner,
		operator: actAsOperator(databaseOver(owner)),
		appUrl: settings.appDatabaseUrl ?? appUrl(url),
		engine,
		close,
	};
}

/**
 * Migrates, lets the application's login in, seals what an older version left unsealed. Returns the names of the
 * migrations applied.
 */
export async function bringUpToDate(
	{ owner, engine, appUrl }: Installation,
	settings: Settings,
): Promise<string[]> {
	const applied = await migrate(owner);
	if (!settings.appDatabaseUrl) await admitApplication(owner, engine?.url ?? settings.databaseUrl!);
	await atTheDoor(appUrl, (act) => sealSecrets(act, safeOf(installationSecret(settings))));
	return applied;
}

/** One act at the door, as the application does it: the owner reads no secret. */
export async function atTheDoor<Result>(url: string, work: (act: Act) => Promise<Result>): Promise<Result> {
	const pool = openPool(url, { max: 1 });
	try {
		return await actAtTheDoor(databaseOver(pool))(work);
	} finally {
		await pool.end();
	}
}

interface Server {
	version: number;
	role: string;
	/** May create roles. */
	creates: boolean;
	database: string;
	/** Owns the database, or is a member of what owns it. */
	owns: boolean;
	/** Roles common to the server that another installation made, and that this one may not give. */
	withheld: string[];
}

const sharedRoles = ['app', 'door', 'queue', 'operator', 'definer'].map((name) => `passerelles_${name}`);

/** @throws Refusal with what to do, before anything is changed. */
async function checkServer(owner: pg.Pool): Promise<void> {
	const server = await describeServer(owner);
	const { version, role, database } = server;
	if (version < 150_000)
		throw new Refusal(422, 'cli.database-too-old', { version: Math.floor(version / 10_000) });
	if (!server.owns) throw new Refusal(422, 'cli.database-not-owned', { database, role });
	if (!server.creates) throw new Refusal(422, 'cli.database-role', { role });
	if (server.withheld.length > 0)
		throw new Refusal(422, 'cli.database-shared-roles', { roles: server.withheld.join(', '), role });
}

async function describeServer(owner: pg.Pool): Promise<Server> {
	const { rows } = await owner
		.query<Server>(
			`select current_setting('server_version_num')::int as version, r.rolname as role,
				r.rolcreaterole or r.rolsuper as creates, d.datname as database,
				pg_has_role(d.datdba, 'usage') as owns,
				-- Until PostgreSQL 15, who may create roles may give any of them.
				array(select rolname::text from pg_roles s where s.rolname = any ($1) and not r.rolsuper
					and current_setting('server_version_num')::int >= 160000
					and not pg_has_role(s.oid, 'member with admin option')) as withheld
			from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
			[sharedRoles],
		)
		.catch((error: Error) => {
			throw new Refusal(503, 'cli.database-unreachable', { problem: withoutSecrets(error.message) });
		});
	return rows[0]!;
}

const withoutSecrets = (message: string): string => message.replace(/:\/\/[^@\s]*@/g, '://…@');

/** The database's address without its password, to be shown. */
export const shownAddress = (url: string): string => {
	const address = databaseAddress(url);
	address.password = '';
	return address.href;
};
