import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { folderPost, keptMail, smtpPost } from './mail.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelles-mail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mail = { to: 'awa@exemple.test', subject: 'Votre lien', text: 'Bonjour,\n\nhttps://exemple.test/é\n' };

test('a mail travels by SMTP as it was written, from the address of the installation', async () => {
	const received: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, _, done) {
			stream.on('data', (chunk: Buffer) => received.push(chunk.toString('utf8')));
			stream.on('end', done);
		},
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.server.address() as AddressInfo;
	await smtpPost(`smtp://127.0.0.1:${port}`, 'Passerelles <contact@exemple.test>')(mail);
	await new Promise<void>((closed) => server.close(closed));

	const parsed = await simpleParser(received.join(''));
	expect(parsed.from?.text).toContain('contact@exemple.test');
	expect(parsed.subject).toBe('Votre lien');
	expect(parsed.text?.trim()).toBe(mail.text.trim());
	expect(parsed.html).toBe(false);
});

test('without SMTP it is kept in a folder that only its owner reads, newest first', async () => {
	let minute = 0;
	const post = folderPost(join(folder, 'kept'), () => new Date(Date.UTC(2026, 10, 23, 10, minute++)));
	await post(mail);
	await post({ ...mail, subject: 'Le second' });
	expect((await keptMail(join(folder, 'kept'))).map(({ subject }) => subject)).toEqual([
		'Le second',
		'Votre lien',
	]);
	expect(statSync(join(folder, 'kept')).mode & 0o077).toBe(0);
	expect(await keptMail(join(folder, 'nothing'))).toEqual([]);
});
