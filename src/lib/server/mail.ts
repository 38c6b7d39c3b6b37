import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';

export interface Mail {
	to: string;
	subject: string;
	text: string;
}
export interface KeptMail extends Mail {
	at: string;
}
export type Post = (mail: Mail) => Promise<void>;

/** Sends by SMTP. Text only: links are whole, nothing is fetched by the reader's mailbox. */
export function smtpPost(url: string, from: string): Post {
	const transport = nodemailer.createTransport(url);
	return async (mail) => {
		await transport.sendMail({ from, ...mail, disableFileAccess: true, disableUrlAccess: true });
	};
}

/** Without SMTP, mail lands in a folder, one file a message, and is shown on the development page. */
export function folderPost(folder: string, now: () => Date = () => new Date()): Post {
	return async (mail) => {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const kept: KeptMail = { ...mail, at: now().toISOString() };
		const name = `${kept.at.replace(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.json`;
		await writeFile(join(folder, name), JSON.stringify(kept, null, '\t'), { mode: 0o600 });
	};
}

/** The messages of the folder, newest first. */
export async function keptMail(folder: string, limit = 50): Promise<KeptMail[]> {
	const names = await readdir(folder).catch(() => []);
	const newest = names
		.filter((name) => name.endsWith('.json'))
		.sort()
		.reverse()
		.slice(0, limit);
	return Promise.all(
		newest.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptMail),
	);
}
