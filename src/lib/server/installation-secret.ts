import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { Settings } from './settings.ts';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * The secret from which this installation's keys are drawn: the one given, else the one of the data folder, made at
 * first. Without it, what is sealed in the database cannot be read: it is saved with the data, apart from the database.
 * @throws Refusal (503) when the file cannot be read or written.
 */
export function installationSecret({ secret, dataFolder }: Pick<Settings, 'secret' | 'dataFolder'>): string {
	if (secret) return secret;
	const file = join(dataFolder, 'secret');
	try {
		return read(file) ?? make(dataFolder, file);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(503, 'engine.secretUnreachable', { file, problem: codeOf(error) ?? String(error) });
	}
}

function read(file: string): string | undefined {
	try {
		const text = readFileSync(file, 'utf8').trim();
		if (text.length < 32) throw new Refusal(503, 'engine.secretDamaged', { file });
		return text;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/** Written whole beside its place, then linked: of two processes at once, both read the first one's. */
function make(dataFolder: string, file: string): string {
	mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
	const beside = `${file}.${process.pid}-${randomBytes(6).toString('hex')}`;
	writeFileSync(beside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
	try {
		linkSync(beside, file);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
	} finally {
		rmSync(beside);
	}
	return readFileSync(file, 'utf8').trim();
}
