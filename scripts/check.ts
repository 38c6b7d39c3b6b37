// npm run check: the quality gate, fastest first. Each step also proves that it can fail (see `canary`).
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

export interface Gate {
	name: string;
	run(): boolean | Promise<boolean>;
}

const succeeds = (command: string, ...args: string[]): boolean =>
	spawnSync(command, args, { stdio: 'inherit' }).status === 0;

/** The same, while the other gates run. */
const succeedsMeanwhile = (command: string, ...args: string[]): Promise<boolean> =>
	new Promise((resolve) => {
		spawn(command, args, { stdio: 'inherit' }).once('close', (status) => resolve(status === 0));
	});

/** svelte-check once answered "0 errors" on a project it did not read: a planted error must be seen. */
function typesAreChecked(): boolean {
	mkdirSync('src/lib/testing', { recursive: true });
	if (!succeeds('svelte-kit', 'sync') || !succeeds('tsc', '-p', 'src/service-worker')) return false;
	const planted = 'src/lib/testing/planted-error.ts';
	writeFileSync(planted, "export const wrong: number = 'planted';\n");
	try {
		const { status, stdout } = spawnSync(
			'svelte-check',
			['--tsconfig', './tsconfig.json', '--output', 'machine'],
			{
				encoding: 'utf8',
			},
		);
		const lines = stdout.split('\n').filter((line) => / ERROR | WARNING /.test(line));
		const others = lines.filter((line) => !line.includes('planted-error.ts'));
		for (const line of others) console.log(line);
		if (lines.length === others.length) console.log('svelte-check did not see the planted error');
		return status !== 0 && others.length === 0 && lines.length > others.length;
	} finally {
		rmSync(planted, { force: true });
	}
}

const gates: readonly Gate[] = [
	{ name: 'format and lint (biome)', run: () => succeeds('biome', 'ci', '--log-level=error') },
	{
		name: 'floors (dependency-cruiser)',
		run: () =>
			succeeds(
				'depcruise',
				'--config',
				'.dependency-cruiser.mjs',
				'--output-type',
				'err',
				'src',
				'server.ts',
			),
	},
	{ name: 'nothing unused (knip)', run: () => succeeds('knip') },
	{ name: 'types, with a planted error (svelte-check)', run: typesAreChecked },
];

/** By far the slowest: it starts first, and the others run meanwhile. */
const slowest: Gate = {
	name: 'no forgotten await (eslint)',
	run: () => succeedsMeanwhile('eslint', '--max-warnings=0', 'src', 'server.ts', 'scripts', 'examples'),
};

interface GateResult {
	name: string;
	good: boolean;
}

/** Runs them all. @returns how each went */
export async function runGates(): Promise<GateResult[]> {
	const last = runGate(slowest);
	const results: GateResult[] = [];
	for (const gate of gates) results.push(await runGate(gate));
	return [...results, await last];
}

/** Runs one step and says how it went. */
async function runGate({ name, run }: Gate): Promise<GateResult> {
	const start = performance.now();
	const good = await run();
	console.log(`${good ? '✓' : '✗'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
	return { name, good };
}

if (import.meta.main) process.exit((await runGates()).every(({ good }) => good) ? 0 : 1);
