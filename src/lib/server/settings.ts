import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { translate } from '../texts/translator.ts';
import { databaseAddress } from './database.ts';

const wholeNumber = /^\d{1,5}$/;
const mailAddress = /^[^<>@\s]+@[^<>@\s]+$|^[^<>@]+<[^<>@\s]+@[^<>@\s]+>$/;

/** Every variable that the installation reads, with what it is for. An empty one counts as absent. */
export const Variables = z.object({
	PORT: z
		.string()
		.refine((text) => wholeNumber.test(text) && Number(text) >= 1 && Number(text) <= 65_535)
		.transform(Number)
		.default(3000)
		.describe(translate('settings.about.PORT')),
	HOST: z.string().regex(/^\S+$/).default('127.0.0.1').describe(translate('settings.about.HOST')),
	ORIGIN: z
		.string()
		.refine(isOrigin)
		.transform((text) => new URL(text).origin)
		.optional()
		.describe(translate('settings.about.ORIGIN')),
	PASSERELLES_DATA: z.string().default('./data').describe(translate('settings.about.PASSERELLES_DATA')),
	DATABASE_URL: z.string().refine(isDatabase).optional().describe(translate('settings.about.DATABASE_URL')),
	APP_DATABASE_URL: z
		.string()
		.refine(isDatabase)
		.optional()
		.describe(translate('settings.about.APP_DATABASE_URL')),
	SMTP_URL: z.string().refine(isMailServer).optional().describe(translate('settings.about.SMTP_URL')),
	MAIL_FROM: z.string().regex(mailAddress).optional().describe(translate('settings.about.MAIL_FROM')),
	SMS_URL: z
		.url({ protocol: /^https?$/ })
		.optional()
		.describe(translate('settings.about.SMS_URL')),
	SMS_TOKEN: z.string().optional().describe(translate('settings.about.SMS_TOKEN')),
	PRIVACY_CONTACT: z
		.string()
		.regex(mailAddress)
		.optional()
		.describe(translate('settings.about.PRIVACY_CONTACT')),
	PASSERELLES_SECRET: z.string().min(32).optional().describe(translate('settings.about.PASSERELLES_SECRET')),
	ADDRESS_HEADER: z
		.string()
		.regex(/^[\w-]+$/)
		.optional()
		.describe(translate('settings.about.ADDRESS_HEADER')),
	XFF_DEPTH: z
		.string()
		.regex(/^[1-9]\d?$/)
		.optional()
		.describe(translate('settings.about.XFF_DEPTH')),
});

export interface Settings {
	port: number;
	host: string;
	/** The public address, such as https://inclusion.example.fr, without a path. */
	origin: string | undefined;
	/** Absolute path. */
	dataFolder: string;
	/** The owner's address on a server; undefined: the embedded engine. */
	databaseUrl: string | undefined;
	/** The application role's own address on that server. */
	appDatabaseUrl: string | undefined;
	smtpUrl: string | undefined;
	mailFrom: string | undefined;
	/** Who watches over personal data, told of every emergency; undefined: the administrators. */
	privacyContact: string | undefined;
	/** What the keys of this installation are drawn from; undefined: the one kept in the data folder. */
	secret: string | undefined;
	/** The header in which the proxy in front writes the visitor's address; undefined: no proxy. */
	addressHeader: string | undefined;
}

/**
 * Reads the settings. A relative data folder starts from `root`, so that the server and a command started elsewhere
 * mean the same one.
 * @throws Refusal (422) naming the variable, its value (without its password) and what is expected.
 */
export function readSettings(
	env: Readonly<Record<string, string | undefined>>,
	root = repository(),
): Settings {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
	const read = Variables.safeParse(given);
	if (!read.success) throw refusalOf(read.error, given);
	const { PORT, HOST, ORIGIN, PASSERELLES_DATA, DATABASE_URL, APP_DATABASE_URL, SMTP_URL, MAIL_FROM } =
		read.data;
	const { PRIVACY_CONTACT, PASSERELLES_SECRET, ADDRESS_HEADER } = read.data;
	return {
		port: PORT,
		host: HOST,
		origin: ORIGIN,
		dataFolder: resolve(root, PASSERELLES_DATA),
		databaseUrl: DATABASE_URL,
		appDatabaseUrl: APP_DATABASE_URL,
		smtpUrl: SMTP_URL,
		mailFrom: MAIL_FROM,
		privacyContact: PRIVACY_CONTACT,
		secret: PASSERELLES_SECRET,
		addressHeader: ADDRESS_HEADER,
	};
}

/** The same text with the password of an address hidden. */
export const withoutPassword = (text: string): string => text.replace(/(:\/\/[^/@:]*:)[^/]*@/, '$1…@');

const expectations = {
	PORT: 'settings.expects.PORT',
	HOST: 'settings.expects.HOST',
	ORIGIN: 'settings.expects.ORIGIN',
	PASSERELLES_DATA: 'settings.expects.PASSERELLES_DATA',
	DATABASE_URL: 'settings.expects.DATABASE_URL',
	APP_DATABASE_URL: 'settings.expects.DATABASE_URL',
	SMTP_URL: 'settings.expects.SMTP_URL',
	MAIL_FROM: 'settings.expects.MAIL_FROM',
	SMS_URL: 'settings.expects.SMS_URL',
	SMS_TOKEN: 'settings.expects.SMS_TOKEN',
	PRIVACY_CONTACT: 'settings.expects.PRIVACY_CONTACT',
	PASSERELLES_SECRET: 'settings.expects.PASSERELLES_SECRET',
	ADDRESS_HEADER: 'settings.expects.ADDRESS_HEADER',
	XFF_DEPTH: 'settings.expects.XFF_DEPTH',
} as const satisfies Record<keyof z.infer<typeof Variables>, string>;

function refusalOf(error: z.ZodError, given: Record<string, string | undefined>): Refusal {
	const name = Variables.keyof().parse(error.issues[0]?.path[0]);
	const expected = translate(expectations[name]);
	const value = name === 'PASSERELLES_SECRET' ? '…' : withoutPassword(given[name] ?? '');
	return new Refusal(422, 'settings.wrong', { name, value, expected });
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && ['http:', 'https:'].includes(url.protocol) && `${url.origin}/` === url.href;
}

function isDatabase(text: string): boolean {
	if (!/^postgres(ql)?:\/\//.test(text)) return false;
	try {
		return databaseAddress(text).pathname.length > 1;
	} catch {
		return false;
	}
}

function isMailServer(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

/** The nearest folder above this file that holds package.json: the build keeps this file elsewhere. */
function repository(folder = dirname(fileURLToPath(import.meta.url))): string {
	return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
		? folder
		: repository(dirname(folder));
}
