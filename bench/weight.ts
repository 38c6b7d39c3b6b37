// Bytes and requests of a first visit to the pages that people open first, as they travel (compressed, headers apart).
import type { Browser } from '@playwright/test';
import { firstPages, openBrowser, openFreshPage } from './with/browser.ts';
import { startPasserelles } from './with/server.ts';

interface Weight {
	kB: number;
	requests: number;
	/** kB by type of resource. */
	byType: Record<string, number>;
}

async function weigh(browser: Browser, address: string): Promise<Weight> {
	const { page, cdp } = await openFreshPage(browser);
	const types = new Map<string, string>();
	const bytes: Record<string, number> = {};
	await cdp.send('Network.enable');
	cdp.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type.toLowerCase()));
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const type = types.get(requestId) ?? 'other';
		bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.context().close();
	return {
		kB: kilobytes(Object.values(bytes).reduce((sum, value) => sum + value, 0)),
		requests: types.size,
		byType: Object.fromEntries(Object.entries(bytes).map(([type, value]) => [type, kilobytes(value)])),
	};
}

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

const served = await startPasserelles(4184, false);
const browser = await openBrowser();
try {
	const pages: Record<string, Weight> = {};
	for (const [name, path] of Object.entries(await firstPages(browser, served.address)))
		pages[name] = await weigh(browser, served.address + path);
	const heaviest = Math.max(...Object.values(pages).map(({ kB }) => kB));
	console.log(JSON.stringify({ bench: 'weight', pages, heaviestKb: heaviest, targetKb: 150 }));
	if (heaviest > 150) process.exitCode = 1;
} finally {
	await browser.close();
	await served.stop();
}
