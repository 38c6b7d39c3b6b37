// npm test: the quality gate, then unit and database tests, then browser journeys; ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runGates } from './check.ts';

rmSync('.test', { recursive: true, force: true });

interface Count {
	passed: number;
	failed: number;
}
const none: Count = { passed: 0, failed: 0 };

const run = (command: string, args: string[], env: Record<string, string> = {}): boolean =>
	spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const read = <Report>(file: string): Report | undefined =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;

/** A runner that dies without a report counts as one failure: silence is never success. */
const counted = (report: Count | undefined, succeeded: boolean): Count => {
	const count = report ?? none;
	return !succeeded && count.failed === 0 ? { ...count, failed: 1 } : count;
};

async function quality(): Promise<Count> {
	// The second run, on another server, proves the database, not the style.
	if (process.env.PASSERELLES_TEST_ONLY) return none;
	const results = await runGates();
	return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}

function units(): Count {
	const file = '.test/unit.json';
	const succeeded = run('vitest', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`,
	]);
	const report = read<{ numPassedTests: number; numFailedTests: number }>(file);
	return counted(report && { passed: report.numPassedTests, failed: report.numFailedTests }, succeeded);
}

function journeys(): Count {
	const file = '.test/journeys.json';
	const succeeded = run('playwright', ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
	const stats = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(file)?.stats;
	return counted(stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky }, succeeded);
}

const counts = [await quality(), units(), journeys()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
