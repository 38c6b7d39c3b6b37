// Requests a second of the home and results pages on one core, against an empty SvelteKit page in the same run: searches
// that come again, and searches asked for the first time.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import autocannon from 'autocannon';
import { differentSearches, someSearches } from './with/searches.ts';
import { startPasserelles, startServer } from './with/server.ts';

const passes = 5;
const secondsEach = 4;
const connections = 20;

/** Requests a second; each connection asks its own share of the addresses, in turn. */
async function perSecond(url: string, paths: readonly string[]): Promise<{ rate: number; p99: number }> {
	let opened = 0;
	const result = await autocannon({
		url,
		connections,
		duration: secondsEach,
		setupClient: (client) => {
			const rank = opened++;
			const own = paths.filter((_, i) => paths.length < connections || i % connections === rank);
			client.setRequests(own.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } })));
		},
	});
	if (result.non2xx > 0 || result.errors > 0)
		throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} lost`);
	return { rate: result.requests.average, p99: result.latency.p99 };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Median milliseconds of searches asked one at a time: what a reader waits for. */
async function medianWait(url: string, paths: readonly string[]): Promise<number> {
	const times: number[] = [];
	for (const path of paths) {
		const begun = performance.now();
		await (await fetch(url + path)).text();
		times.push(performance.now() - begun);
	}
	return median(times);
}

if (!existsSync('bench/empty-page/build'))
	spawnSync('vite', ['build', '--logLevel', 'error'], { cwd: 'bench/empty-page', stdio: 'inherit' });
const empty = await startServer(['node', 'bench/empty-page/serve.js'], { port: 4181 });
const ours = await startPasserelles(4182);
const fresh = differentSearches();
const share = Math.floor(fresh.length / (passes + 1));
const freshOf = (pass: number) => fresh.slice(pass * share, (pass + 1) * share);
const pages = {
	home: { paths: () => ['/'], target: {} },
	'results-again': { paths: () => someSearches, target: { requestsPerSecond: 2000, ratio: 0.25 } },
	'results-first': { paths: freshOf, target: { requestsPerSecond: 500 } },
} satisfies Record<string, { paths: (pass: number) => readonly string[]; target: object }>;

try {
	const baseline: number[] = [];
	const measures = Object.entries(pages).map(([name, page]) => ({
		name,
		...page,
		rates: [] as number[],
		p99Ms: [] as number[],
	}));
	await medianWait(ours.address, someSearches);
	for (let pass = 0; pass < passes; pass++) {
		baseline.push((await perSecond(empty.address, ['/'])).rate);
		for (const { paths, rates, p99Ms } of measures) {
			const { rate, p99 } = await perSecond(ours.address, paths(pass));
			rates.push(rate);
			p99Ms.push(p99);
		}
	}
	const waits = await medianWait(ours.address, freshOf(passes).slice(0, 300));
	for (const { name, target, rates, p99Ms } of measures)
		console.log(
			JSON.stringify({
				bench: `page-${name}`,
				requestsPerSecond: Math.round(median(rates)),
				p99Ms: median(p99Ms),
				...(name === 'results-first' && { searches: share * passes, medianMs: rounded(waits, 2) }),
				...(name === 'results-again' && { searches: someSearches.length }),
				baseline: 'empty SvelteKit page, same core, same run',
				baselineRequestsPerSecond: Math.round(median(baseline)),
				ratio: rounded(median(rates) / median(baseline), 3),
				target,
			}),
		);
} finally {
	await Promise.all([empty.stop(), ours.stop()]);
}
