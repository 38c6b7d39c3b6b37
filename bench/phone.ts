// When a poor phone on a poor network has drawn what matters (largest contentful paint), for a first visit.
import type { Browser, Page } from '@playwright/test';
import { firstPages, openBrowser, openFreshPage } from './with/browser.ts';
import { startPasserelles } from './with/server.ts';

const passes = 5;
/** 1.6 Mbit/s, 150 ms there and back, a processor four times slower than this one. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const slowdown = 4;
const targetMs = 2500;

interface Timing {
	lcpMs: number;
	/** Until nothing loads any more. */
	loadedMs: number;
	/** How much what is drawn moves afterwards (cumulative layout shift). */
	shift: number;
}

async function visit(browser: Browser, address: string): Promise<Timing> {
	const { page, cdp } = await openFreshPage(browser);
	await cdp.send('Network.emulateNetworkConditions', network);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	await page.addInitScript(watch);
	await page.goto(address, { waitUntil: 'networkidle' });
	const timing = await read(page);
	await page.context().close();
	return timing;
}

/** Runs in the page, before anything else. */
function watch(): void {
	const seen = { lcpMs: 0, shift: 0 };
	Object.assign(globalThis, { seen });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.lcpMs = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value);
	}).observe({ type: 'layout-shift', buffered: true });
}

const read = (page: Page): Promise<Timing> =>
	page.evaluate(() => {
		const { seen } = globalThis as unknown as { seen: { lcpMs: number; shift: number } };
		const [navigation] = performance.getEntriesByType('navigation');
		const ends = performance.getEntriesByType('resource').map((entry) => entry.startTime + entry.duration);
		return { ...seen, loadedMs: Math.max(navigation?.duration ?? 0, ...ends) };
	});

const median = (values: number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const served = await startPasserelles(4185, false);
const browser = await openBrowser();
try {
	const pages: Record<string, Timing> = {};
	for (const [name, path] of Object.entries(await firstPages(browser, served.address))) {
		const visits: Timing[] = [];
		for (let pass = 0; pass < passes; pass++) visits.push(await visit(browser, served.address + path));
		pages[name] = {
			lcpMs: Math.round(median(visits.map(({ lcpMs }) => lcpMs))),
			loadedMs: Math.round(median(visits.map(({ loadedMs }) => loadedMs))),
			shift: Math.round(median(visits.map(({ shift }) => shift)) * 1000) / 1000,
		};
	}
	const slowestMs = Math.max(...Object.values(pages).map(({ lcpMs }) => lcpMs));
	console.log(JSON.stringify({ bench: 'phone', pages, slowestMs, targetMs }));
	if (slowestMs > targetMs) process.exitCode = 1;
} finally {
	await browser.close();
	await served.stop();
}
