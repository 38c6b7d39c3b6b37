import { existsSync, statfsSync } from 'node:fs';
import { countUnreadableSecrets } from '../lib/access/server/seal-secrets.ts';
import { countDemoAccounts } from '../lib/directory/server/demo-accounts.ts';
import { isPublic } from '../lib/server/application.ts';
import { openPool } from '../lib/server/database.ts';
import { installationSecret } from '../lib/server/installation-secret.ts';
import { pending } from '../lib/server/migrate.ts';
import { safeOf } from '../lib/server/safe.ts';
import type { Settings } from '../lib/server/settings.ts';
import { translate } from '../lib/texts/translator.ts';
import { atTheDoor, type Installation } from './installation.ts';

/** One point examined: what was looked at, whether it is well, and how to mend it when it is not. */
export interface Finding {
	what: string;
	well: boolean;
	mend?: string;
}
export type Check = (installation: Installation, settings: Settings) => Promise<Finding>;

const oldestNode = 24;
const leastSpace = 500 * 1024 ** 2;

const node = (): Finding => ({
	what: translate('doctor.node', { version: process.versions.node }),
	well: Number(process.versions.node.split('.')[0]) >= oldestNode,
	mend: translate('doctor.node.mend'),
});

const build = (): Finding => ({
	what: translate('doctor.build'),
	well: existsSync(new URL('../../build/handler.js', import.meta.url)),
	mend: translate('doctor.build.mend'),
});

function space({ dataFolder }: Settings): Finding {
	const { bavail, bsize } = statfsSync(existsSync(dataFolder) ? dataFolder : '.');
	return {
		what: translate('doctor.space', {
			gigabytes: ((bavail * bsize) / 1024 ** 3).toFixed(1).replace('.', ','),
		}),
		well: bavail * bsize > leastSpace,
		mend: translate('doctor.space.mend'),
	};
}

const address = ({ origin, host }: Settings): Finding => ({
	what: translate('doctor.address', { address: origin ?? host }),
	well: ['127.0.0.1', 'localhost', '::1'].includes(host) || (origin?.startsWith('https:') ?? false),
	mend: translate('doctor.address.mend'),
});

const mail = ({ smtpUrl, origin }: Settings): Finding => ({
	what: translate(smtpUrl ? 'doctor.mail' : 'doctor.mail.folder'),
	well: smtpUrl !== undefined || origin === undefined,
	mend: translate('doctor.mail.mend'),
});

/** Behind a proxy, every connection comes from it: the limits of tries would be everybody's. */
const visitors = ({ origin, host, addressHeader }: Settings): Finding => ({
	what: addressHeader
		? translate('doctor.visitors', { header: addressHeader })
		: translate('doctor.visitors.connection'),
	well: addressHeader !== undefined || isPublic(undefined, host) || !origin?.startsWith('https:'),
	mend: translate('doctor.visitors.mend'),
});

export const settingsChecks: readonly ((settings: Settings) => Finding)[] = [
	node,
	build,
	space,
	address,
	visitors,
	mail,
];

const migrations: Check = async ({ owner }) => {
	const client = await owner.connect();
	try {
		const names = await pending(client);
		return {
			what: translate('doctor.migrations'),
			well: names.length === 0,
			mend: translate('doctor.migrations.mend', { count: names.length }),
		};
	} finally {
		client.release();
	}
};

/** The application's login opens, owns nothing, bypasses nothing. */
const login: Check = async ({ appUrl }) => {
	const pool = openPool(appUrl, { max: 1 });
	try {
		const { rows } = await pool.query<{ safe: boolean }>(
			`select not (rolsuper or rolbypassrls) and not exists (select from pg_class where relowner = r.oid) as safe
			from pg_roles r where rolname = session_user`,
		);
		return {
			what: translate('doctor.login'),
			well: rows[0]?.safe ?? false,
			mend: translate('doctor.login.unsafe'),
		};
	} catch {
		return { what: translate('doctor.login'), well: false, mend: translate('doctor.login.mend') };
	} finally {
		await pool.end();
	}
};

/** The secret that seals second factors is the one they were sealed with. */
const secret: Check = async ({ appUrl }, settings) => {
	const safe = safeOf(installationSecret(settings));
	const count = await atTheDoor(appUrl, (act) => countUnreadableSecrets(act, safe)).catch(() => 0);
	return {
		what: translate('doctor.secret', { count }),
		well: count === 0,
		mend: translate('doctor.secret.mend'),
	};
};

const counted =
	(table: 'commune' | 'organisation', key: 'doctor.communes' | 'doctor.directory'): Check =>
	async ({ owner, operator }) => {
		const exists = await owner.query('select to_regclass($1) as found', [table]);
		const count = exists.rows[0]?.found
			? await operator(({ tx }) =>
					tx
						.selectFrom(table)
						.select(({ fn }) => fn.countAll<number>().as('count'))
						.executeTakeFirstOrThrow(),
				)
			: { count: 0 };
		return { what: translate(key, count), well: count.count > 0, mend: translate(`${key}.mend`) };
	};

/** The password of invented accounts is published: nobody else may reach them. */
const demoAccounts: Check = async ({ owner, operator }, { origin, host }) => {
	const { rows } = await owner.query(
		"select from information_schema.columns where table_name = 'account' and column_name = 'demo'",
	);
	const count = rows.length > 0 ? await operator(countDemoAccounts) : 0;
	return {
		what: translate('doctor.demo', { count }),
		well: count === 0 || !isPublic(origin, host),
		mend: translate('doctor.demo.mend'),
	};
};

/** Jobs that failed as often as they may: a mail that nobody will get. */
const jobs: Check = async ({ owner }) => {
	const { rows } = await owner
		.query<{ count: number }>(
			'select count(*)::int as count from graphile_worker.jobs where attempts >= max_attempts',
		)
		.catch(() => ({ rows: [{ count: 0 }] }));
	const count = rows[0]?.count ?? 0;
	return {
		what: translate('doctor.jobs', { count }),
		well: count === 0,
		mend: translate('doctor.jobs.mend'),
	};
};

export const installationChecks: readonly Check[] = [
	async ({ owner }) => {
		const { rows } = await owner.query<{ version: string }>(
			"select current_setting('server_version') as version",
		);
		return { what: translate('doctor.database.version', { version: rows[0]?.version ?? '?' }), well: true };
	},
	migrations,
	login,
	secret,
	counted('commune', 'doctor.communes'),
	counted('organisation', 'doctor.directory'),
	demoAccounts,
	jobs,
];
