// npm test: the quality gate, then unit and database tests, then browser journeys; ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { runGates } from './check.ts';

rmSync('.test', { recursive: true, force: true });

interface Count {
	passed: number;
	failed: number;
	/** What failed, by name, told again at the very end: the log of a long run is read from there. */
	names: string[];
}
const none: Count = { passed: 0, failed: 0, names: [] };

const run = (command: string, args: string[], env: Record<string, string> = {}): boolean =>
	spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const read = <Report>(file: string): Report | undefined =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;

/** A runner that dies without a report counts as one failure: silence is never success. */
const counted = (report: Count | undefined, succeeded: boolean, runner: string): Count => {
	const count = report ?? none;
	return !succeeded && count.failed === 0
		? { ...count, failed: 1, names: [`${runner} stopped with an error outside its tests`] }
		: count;
};

const firstLine = (message = ''): string =>
	stripVTControlCharacters(message).split('\n')[0]?.slice(0, 300) ?? '';

async function quality(): Promise<Count> {
	// The second run, on another server, proves the database, not the style.
	if (process.env.PASSERELLES_TEST_ONLY) return none;
	const gates = await runGates();
	const names = gates.filter(({ good }) => !good).map(({ name }) => name);
	return { passed: gates.length - names.length, failed: names.length, names };
}

interface UnitReport {
	numPassedTests: number;
	numFailedTests: number;
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
	}[];
}

function units(): Count {
	const file = '.test/unit.json';
	const succeeded = run('vitest', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`,
	]);
	const report = read<UnitReport>(file);
	if (!report) return counted(undefined, succeeded, 'vitest');
	const names = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
		const failed = assertionResults.filter((test) => test.status === 'failed');
		if (status === 'failed' && failed.length === 0) return [`${name}: ${firstLine(message)}`];
		return failed.map((test) => `${name} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
	});
	// A file that cannot be read has no test to count: it is one failure all the same.
	const failed = Math.max(report.numFailedTests, names.length);
	return counted({ passed: report.numPassedTests, failed, names }, succeeded, 'vitest');
}

interface Suite {
	specs?: {
		ok: boolean;
		title: string;
		file: string;
		line: number;
		tests: { results: { error?: { message?: string } }[] }[];
	}[];
	suites?: Suite[];
}

const failedSpecs = ({ specs = [], suites = [] }: Suite): string[] => [
	...specs
		.filter(({ ok }) => !ok)
		.map(({ file, line, title, tests }) => {
			const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
			return `${file}:${line} › ${title}: ${firstLine(error?.message)}`;
		}),
	...suites.flatMap(failedSpecs),
];

function journeys(): Count {
	const file = '.test/journeys.json';
	const succeeded = run('playwright', ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
	const report = read<Suite & { stats: { expected: number; unexpected: number; flaky: number } }>(file);
	if (!report) return counted(undefined, succeeded, 'playwright');
	const { expected, unexpected, flaky } = report.stats;
	const count = { passed: expected, failed: unexpected + flaky, names: failedSpecs(report) };
	return counted(count, succeeded, 'playwright');
}

const counts = [await quality(), units(), journeys()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const name of counts.flatMap(({ names }) => names)) console.log(`Failed: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
