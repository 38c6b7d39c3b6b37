import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Problem } from '#lib/directory/formats/row.ts';
import type { Mapping } from '#lib/directory/mapping/mapping.ts';
import { readMappingValue } from '#lib/directory/mapping/read-mapping.ts';
import { assignFiles } from '#lib/directory/mapping/server/assign-files.ts';
import { guessFile } from '#lib/directory/mapping/server/guess-file.ts';
import { readMapped } from '#lib/directory/mapping/server/read-mapped.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import type { Service } from '#lib/directory/service.ts';
import { noon } from './world.ts';

/** What a file gives by a mapping: entries, and every sentence that is said of it. */
export interface Trial {
	readonly organisations: readonly Organisation[];
	readonly services: readonly Service[];
	readonly rows: number;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
	readonly notices: readonly Problem[];
}

/** Writes a file in a folder of its own, that goes with the test. */
export async function placed(name: string, content: string | Uint8Array): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-test-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

/** Guesses a mapping for a file never seen and reads it whole with that mapping, as it is proposed. */
export async function guessed(
	name: string,
	content: string | Uint8Array,
): Promise<Trial & { file: object; unused: readonly string[] }> {
	const path = await placed(name, content);
	const { file, unused } = await guessFile(path);
	return { file, unused, ...(await tried(mappingFrom(file), path)) };
}

export function mappingFrom(told: unknown): Mapping {
	const { mapping, faults } = readMappingValue(told);
	if (mapping) return mapping;
	throw new Error(faults.map(({ where, problem }) => `${where} ${problem}`).join('\n'));
}

export async function tried(mapping: Mapping, ...paths: readonly string[]): Promise<Trial> {
	const notices: Problem[] = [];
	const reading = {
		now: noon,
		today: '2026-11-23',
		onNotice: (notice: Problem) => void notices.push(notice),
	};
	const lines = await Array.fromAsync(readMapped(mapping, await assignFiles(mapping, paths), reading));
	const parsed = lines.flatMap((line) => line.parsed);
	return {
		organisations: parsed.flatMap(({ organisation }) => organisation ?? []),
		services: parsed.flatMap(({ service }) => service ?? []),
		rows: lines.length,
		problems: parsed.flatMap(({ problems }) => problems),
		warnings: parsed.flatMap(({ warnings }) => warnings),
		notices,
	};
}
