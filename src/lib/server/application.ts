import { join, resolve } from 'node:path';
import type { Database } from './database.ts';
import { databaseOver, openPool } from './database.ts';
import { installationSecret } from './installation-secret.ts';
import { folderPost, type Post, smtpPost } from './mail.ts';
import { type Safe, safeOf } from './safe.ts';
import { folderSms, httpSms, type SendSms } from './sms.ts';
import { onStop } from './stopping.ts';

/** What one process of the application holds: its login to the database, its way to post mail, its address. */
export interface Application {
	readonly db: Database;
	/** The application's own address of the database, to listen to its news. */
	readonly databaseUrl: string;
	readonly post: Post;
	/** How text messages leave; null where mail leaves and no provider of text messages is known. */
	readonly sms: SendSms | null;
	/** Where mail lands without SMTP; null when it is really sent. */
	readonly mailFolder: string | null;
	/** True when mail is not sent and the address is this machine only: development pages are shown. */
	readonly development: boolean;
	/** True when others than this machine reach it: invented accounts are then refused. */
	readonly isPublic: boolean;
	/** Where the installation keeps its files. */
	readonly dataFolder: string;
	/** The folder of the sources, to start a thread from; null under a development server. */
	readonly root: string | null;
	/** Where what must be read again is sealed. */
	readonly safe: Safe;
	close(): Promise<void>;
}

let opened: Application | undefined;

/** The application of this process, opened once from the environment that `server.ts` prepared. */
export function application(): Application {
	if (!opened) {
		opened = open(process.env);
		onStop(opened.close);
	}
	return opened;
}

function open(env: NodeJS.ProcessEnv): Application {
	if (!env.APP_DATABASE_URL) throw new Error('APP_DATABASE_URL is not set: start with npm start');
	const pool = openPool(env.APP_DATABASE_URL);
	let closing: Promise<void> | undefined;
	const dataFolder = resolve(env.PASSERELLES_DATA ?? 'data');
	const mailFolder = env.SMTP_URL ? null : join(dataFolder, 'courriels');
	return {
		db: databaseOver(pool),
		databaseUrl: env.APP_DATABASE_URL,
		post: env.SMTP_URL
			? smtpPost(env.SMTP_URL, env.MAIL_FROM ?? 'ne-pas-repondre@localhost')
			: folderPost(mailFolder!),
		sms: smsOf(env, mailFolder),
		mailFolder,
		dataFolder,
		root: env.PASSERELLES_ROOT ?? null,
		development: mailFolder !== null && isLocal(env.ORIGIN, env.HOST),
		isPublic: isPublic(env.ORIGIN, env.HOST),
		safe: safeOf(installationSecret({ secret: env.PASSERELLES_SECRET, dataFolder })),
		close: () => (closing ??= pool.end()),
	};
}

/** The provider that is set; without one, the folder where mail lands too; null where mail really leaves. */
function smsOf({ SMS_URL, SMS_TOKEN }: NodeJS.ProcessEnv, mailFolder: string | null): SendSms | null {
	if (SMS_URL) return httpSms(SMS_URL, SMS_TOKEN);
	return mailFolder === null ? null : folderSms(mailFolder);
}

const localNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** A development page shows sign-in links: never where another machine could read it. */
export const isLocal = (origin: string | undefined, host: string | undefined): boolean =>
	localNames.has(host ?? '127.0.0.1') && (origin === undefined || localNames.has(new URL(origin).hostname));

/** Whether other machines reach it: its address says so, else the network on which it listens. */
export const isPublic = (origin: string | undefined, host: string | undefined): boolean =>
	!localNames.has(origin === undefined ? (host ?? '127.0.0.1') : new URL(origin).hostname);
