import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { translate } from '../texts/translator.ts';
import { readSettings, Variables } from './settings.ts';

const sentenceFor = (env: Record<string, string>): string => {
	try {
		readSettings(env, '/srv/passerelles');
	} catch (error) {
		if (error instanceof Refusal) return translate(error.reason, error.values);
		throw error;
	}
	return '';
};

test('an empty environment serves this machine only, on port 3000, from ./data of the repository', () => {
	const settings = readSettings({ PORT: '', ORIGIN: ' ' }, '/srv/passerelles');
	expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', dataFolder: '/srv/passerelles/data' });
	expect([settings.origin, settings.databaseUrl, settings.smtpUrl]).toEqual([
		undefined,
		undefined,
		undefined,
	]);
});

test('without a root, the data folder is beside package.json', () => {
	expect(readSettings({}).dataFolder).toBe(`${process.cwd()}/data`);
});

test.each([
	['PORT', '1', 'port', 1],
	['PORT', '65535', 'port', 65_535],
	['ORIGIN', 'https://inclusion.example.fr/', 'origin', 'https://inclusion.example.fr'],
	['ORIGIN', 'http://localhost:8080', 'origin', 'http://localhost:8080'],
	['PASSERELLES_DATA', '/var/passerelles', 'dataFolder', '/var/passerelles'],
	['PASSERELLES_DATA', 'autre', 'dataFolder', '/srv/passerelles/autre'],
	['DATABASE_URL', 'postgres://u:p@db.example.fr/p', 'databaseUrl', 'postgres://u:p@db.example.fr/p'],
	['DATABASE_URL', 'postgresql://u:p@/p?host=/run/pg', 'databaseUrl', 'postgresql://u:p@/p?host=/run/pg'],
	['DATABASE_URL', 'postgresql:///p?host=/run/pg', 'databaseUrl', 'postgresql:///p?host=/run/pg'],
	['SMTP_URL', 'smtps://mail.example.fr', 'smtpUrl', 'smtps://mail.example.fr'],
	['PRIVACY_CONTACT', 'dpo@example.fr', 'privacyContact', 'dpo@example.fr'],
	['MAIL_FROM', 'Passerelles <lien@example.fr>', 'mailFrom', 'Passerelles <lien@example.fr>'],
])('%s accepts %s', (name, value, key, expected) => {
	expect(readSettings({ [name]: value }, '/srv/passerelles')).toMatchObject({ [key]: expected });
});

test.each([
	['PORT', '65536'],
	['PORT', '0'],
	['PORT', '-1'],
	['PORT', '0x10'],
	['PORT', 'trois mille'],
	['HOST', 'deux mots'],
	['ORIGIN', 'inclusion.example.fr'],
	['ORIGIN', 'https://inclusion.example.fr/annuaire'],
	['ORIGIN', 'ftp://inclusion.example.fr'],
	['DATABASE_URL', 'mysql://localhost/p'],
	['DATABASE_URL', 'postgres://localhost'],
	['APP_DATABASE_URL', 'postgres:'],
	['SMTP_URL', 'mail.example.fr:25'],
	['MAIL_FROM', 'pas une adresse'],
	['SMS_URL', 'sms.example.fr'],
	['PRIVACY_CONTACT', 'déléguée'],
])('%s refuses %s in one sentence that names both', (name, value) => {
	const sentence = sentenceFor({ [name]: value });
	expect(sentence).toContain(name);
	expect(sentence).toContain(`« ${value} »`);
	expect(sentence).toMatch(/^[^\n]{30,250}\.$/);
});

test('a wrong address is shown without its password', () => {
	const sentence = sentenceFor({ DATABASE_URL: 'mysql://marie:s3cr/t@localhost/p' });
	expect(sentenceFor({ DATABASE_URL: 'mysql://marie:s3cret@localhost/p' })).toContain(
		'mysql://marie:…@localhost',
	);
	expect(`${sentence}${sentenceFor({ SMTP_URL: 'http://u:s3cret@h' })}`).not.toContain('s3cret');
});

test('whatever the value, it is read or refused, never a bug', () => {
	const names = fc.constantFrom(...Object.keys(Variables.shape));
	const value = fc.oneof(fc.string(), fc.webUrl(), fc.integer().map(String));
	fc.assert(
		fc.property(names, value, (name, text) => {
			sentenceFor({ [name]: text });
		}),
	);
});

test('every variable says what it is for', () => {
	for (const variable of Object.values(Variables.shape)) expect(variable.description).toMatch(/\.$/);
});
