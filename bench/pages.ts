// Requests a second of the home and results pages on one core, against an empty SvelteKit page in the same run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';

const passes = 5;
const secondsEach = 4;
const connections = 20;
const words = [
	'permis',
	'colis alimentaire',
	'impayés de loyer',
	'ordinateur',
	'français',
	'cv',
	'garde d’enfants',
	'',
];
const places = ['Lens', 'Boulogne-sur-Mer', 'Vervins', '62300', 'Liévin', ''];
const filters = ['', '&frais=gratuit', '&public=jeunes', '&rayon=50'];

/** 192 different searches, with and without words, place and filters. */
const searches = words.flatMap((q) =>
	places.flatMap((lieu) => filters.map((filter) => `/trouver?${new URLSearchParams({ q, lieu })}${filter}`)),
);

interface Server {
	url: string;
	stop(): Promise<void>;
}

const twoCores = availableParallelism() > 1 && existsSync('/usr/bin/taskset');

async function start(args: string[], env: Record<string, string>, url: string): Promise<Server> {
	const pinned = twoCores ? ['taskset', '-c', '0', ...args] : args;
	const child = spawn(pinned[0]!, pinned.slice(1), { env: { ...process.env, ...env }, stdio: 'ignore' });
	for (let tries = 0; tries < 300 && !(await answers(url)); tries++)
		await new Promise((next) => setTimeout(next, 200));
	return { url, stop: () => stopped(child) };
}

const answers = (url: string): Promise<boolean> =>
	fetch(url).then(
		(response) => response.ok,
		() => false,
	);

const stopped = (child: ChildProcess): Promise<void> =>
	new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill('SIGTERM');
		setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
	});

async function perSecond(url: string, paths: readonly string[]): Promise<{ rate: number; p99: number }> {
	const result = await autocannon({
		url,
		connections,
		duration: secondsEach,
		requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } })),
	});
	if (result.non2xx > 0 || result.errors > 0)
		throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} lost`);
	return { rate: result.requests.average, p99: result.latency.p99 };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Median time of a search page, one request at a time: what a reader waits for. */
async function serverTime(url: string): Promise<number> {
	const times: number[] = [];
	for (const path of searches) {
		const begun = performance.now();
		await (await fetch(url + path)).text();
		times.push(performance.now() - begun);
	}
	return median(times);
}

const folder = mkdtempSync(join(tmpdir(), 'passerelles-bench-'));
if (!existsSync('bench/empty-page/build'))
	spawnSync('vite', ['build', '--logLevel', 'error'], { cwd: 'bench/empty-page', stdio: 'inherit' });
const empty = await start(['node', 'bench/empty-page/serve.js'], { PORT: '4181' }, 'http://127.0.0.1:4181/');
const ours = await start(
	['node', 'bin/passerelles', 'serve'],
	{ PORT: '4182', PASSERELLES_DATA: folder },
	'http://localhost:4182/readyz',
);
const address = 'http://localhost:4182';
try {
	const rates = { empty: [] as number[], home: [] as number[], results: [] as number[] };
	const slowest = { home: 0, results: 0 };
	await serverTime(address);
	for (let pass = 0; pass < passes; pass++) {
		rates.empty.push((await perSecond('http://127.0.0.1:4181', ['/'])).rate);
		for (const [name, paths] of [['home', ['/']] as const, ['results', searches] as const]) {
			const { rate, p99 } = await perSecond(address, paths);
			rates[name].push(rate);
			slowest[name] = Math.max(slowest[name], p99);
		}
	}
	const baseline = median(rates.empty);
	const resultsMs = await serverTime(address);
	for (const name of ['home', 'results'] as const)
		console.log(
			JSON.stringify({
				bench: `page-${name}`,
				requestsPerSecond: Math.round(median(rates[name])),
				p99Ms: slowest[name],
				...(name === 'results' && { searches: searches.length, medianMs: Math.round(resultsMs * 100) / 100 }),
				baseline: 'empty SvelteKit page, same core, same run',
				baselineRequestsPerSecond: Math.round(baseline),
				ratio: Math.round((median(rates[name]) / baseline) * 1000) / 1000,
				target: name === 'results' ? 0.25 : null,
			}),
		);
} finally {
	await Promise.all([empty.stop(), ours.stop()]);
	rmSync(folder, { recursive: true, force: true });
}
