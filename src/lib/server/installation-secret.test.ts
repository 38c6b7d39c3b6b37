import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installationSecret } from './installation-secret.ts';

let dataFolder: string;
beforeEach(() => {
	dataFolder = mkdtempSync(join(tmpdir(), 'passerelles-secret-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));
const secretOf = (folder = dataFolder) => installationSecret({ secret: undefined, dataFolder: folder });

test('made once, for its owner only, and read again ever after', () => {
	const secret = secretOf(join(dataFolder, 'new'));
	expect(secret).toMatch(/^[\w-]{43}$/);
	expect(secretOf(join(dataFolder, 'new'))).toBe(secret);
	expect(statSync(join(dataFolder, 'new', 'secret')).mode & 0o777).toBe(0o600);
	expect(readdirSync(join(dataFolder, 'new'))).toEqual(['secret']);
});

test('one given is the one that serves, and nothing is written', () => {
	expect(installationSecret({ secret: 'given by the operator', dataFolder })).toBe('given by the operator');
	expect(readdirSync(dataFolder)).toEqual([]);
});

test('a file that was cut is refused, never replaced: what it sealed would be lost', () => {
	writeFileSync(join(dataFolder, 'secret'), 'too short\n');
	expect(() => secretOf()).toThrow('engine.secretDamaged');
});

test('a folder that cannot be written is said in one sentence', () => {
	writeFileSync(join(dataFolder, 'file'), '');
	expect(() => secretOf(join(dataFolder, 'file'))).toThrow('engine.secretUnreachable');
});
