// Bytes (headers included), requests and seconds of a first view of each page of a person's space and of the public search
// for people in need, on a network of 50 kbit/s and 400 ms, against an empty SvelteKit page in the same run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Browser, Cookie } from '@playwright/test';
import { enterOwnSpace } from '../test/journeys/with.ts';
import { openBrowser, openFreshPage } from './with/browser.ts';
import { startPasserelles, startServer } from './with/server.ts';

const limit = { kB: 30, requests: 10, seconds: 5 };
const slow = {
	offline: false,
	latency: 400,
	downloadThroughput: 50_000 / 8,
	uploadThroughput: 50_000 / 8,
};

const outside = {
	enter: '/mon-chemin/entrer',
	sms: '/mon-chemin/entrer/sms',
	language: '/langue',
	left: '/jour',
	need: '/besoin',
	places: '/besoin/lieux?lieu=Lens&besoin=se-nourrir',
	offline: '/hors-ligne?departement=62',
};

const inside = {
	home: '/mon-chemin',
	before: '/mon-chemin/avant',
	appointments: '/mon-chemin/rendez-vous',
	help: '/mon-chemin/aides',
	readers: '/mon-chemin/qui-voit-quoi',
	readings: '/mon-chemin/qui-voit-quoi/lectures',
	talk: '/mon-chemin/parler',
	propose: '/mon-chemin/proposer',
	card: '/mon-chemin/ma-carte',
	paper: '/mon-chemin/papier',
	mine: '/mon-chemin/mes-informations',
	everything: '/mon-chemin/mes-informations/tout',
};

interface FirstView {
	kB: number;
	requests: number;
	/** Until the last byte of the last file. */
	seconds: number;
}

async function view(browser: Browser, address: string, cookies: Cookie[] = []): Promise<FirstView> {
	const { page, cdp } = await openFreshPage(browser);
	await page.context().addCookies(cookies);
	const seen = { bytes: 0, requests: 0, begun: Number.POSITIVE_INFINITY, ended: 0 };
	await cdp.send('Network.enable');
	await cdp.send('Network.emulateNetworkConditions', slow);
	cdp.on('Network.requestWillBeSent', ({ timestamp }) => {
		seen.requests++;
		seen.begun = Math.min(seen.begun, timestamp);
	});
	cdp.on('Network.loadingFinished', ({ encodedDataLength, timestamp }) => {
		seen.bytes += encodedDataLength;
		seen.ended = timestamp;
	});
	const response = await page.goto(address, { waitUntil: 'networkidle' });
	if (response?.status() !== 200 || response.url() !== address)
		throw new Error(`${address}: ${response?.status()} ${response?.url()}`);
	await page.context().close();
	return {
		kB: tenth(seen.bytes / 1000),
		requests: seen.requests,
		seconds: tenth(seen.ended - seen.begun),
	};
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

if (!existsSync('bench/empty-page/build'))
	spawnSync('vite', ['build', '--logLevel', 'error'], { cwd: 'bench/empty-page', stdio: 'inherit' });
const empty = await startServer(['node', 'bench/empty-page/serve.js'], { port: 4186, pinned: false });
const ours = await startPasserelles(4187, false);
const browser = await openBrowser();
try {
	const context = await browser.newContext({ baseURL: ours.address, locale: 'fr-FR' });
	const her = await context.newPage();
	await enterOwnSpace(her);
	const step = await her.locator('a[href*="etape?"]').first().getAttribute('href');
	const cookies = await context.cookies();

	const baseline = await view(browser, `${empty.address}/`);
	const pages: Record<string, FirstView> = {};
	for (const [name, path] of Object.entries(outside)) pages[name] = await view(browser, ours.address + path);
	for (const [name, path] of Object.entries({ ...inside, step: step ?? '' }))
		pages[name] = await view(browser, ours.address + path, cookies);
	for (const [name, { kB, requests, seconds }] of Object.entries(pages))
		console.error(`${name.padEnd(14)} ${kB} kB  ${requests} requests  ${seconds} s`);

	const most = (key: keyof FirstView) => Math.max(...Object.values(pages).map((each) => each[key]));
	const heaviest = { kB: most('kB'), requests: most('requests'), seconds: most('seconds') };
	console.log(
		JSON.stringify({
			bench: 'space',
			network: '50 kbit/s, 400 ms',
			pages,
			heaviest,
			limit,
			baseline: 'empty SvelteKit page, first view, same network, same run',
			baselinePage: baseline,
			ratio: tenth(heaviest.kB / baseline.kB),
			ratioSeconds: tenth(heaviest.seconds / baseline.seconds),
		}),
	);
	for (const key of ['kB', 'requests', 'seconds'] as const)
		if (heaviest[key] > limit[key]) process.exitCode = 1;
} finally {
	await browser.close();
	await Promise.all([empty.stop(), ours.stop()]);
}
