import { expect, type Page, test } from '@playwright/test';
import { enterOwnSpace } from './with.ts';

const slow = {
	offline: false,
	latency: 400,
	downloadThroughput: 50_000 / 8,
	uploadThroughput: 50_000 / 8,
};

/** A first view over 50 kbit/s and 400 ms, its cache empty: its files, and how long until the last byte. */
async function firstView(page: Page, path: string): Promise<{ bytes: number; requests: number; ms: number }> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	await session.send('Network.emulateNetworkConditions', slow);
	const sent: number[] = [];
	const loaded: { bytes: number; at: number }[] = [];
	session.on('Network.requestWillBeSent', ({ timestamp }) => sent.push(timestamp));
	session.on('Network.loadingFinished', ({ encodedDataLength, timestamp }) =>
		loaded.push({ bytes: encodedDataLength, at: timestamp }),
	);
	const response = await page.goto(path, { waitUntil: 'networkidle' });
	expect(response?.status(), path).toBe(200);
	expect(new URL(page.url()).pathname).toBe(path.split('?')[0]);
	await session.detach();
	return {
		bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
		requests: sent.length,
		ms: Math.round((Math.max(...loaded.map(({ at }) => at)) - Math.min(...sent)) * 1000),
	};
}

const pages = [
	'/mon-chemin',
	'/mon-chemin/rendez-vous',
	'/mon-chemin/aides',
	'/mon-chemin/qui-voit-quoi',
	'/mon-chemin/parler',
	'/besoin',
	'/besoin/lieux?lieu=Lens&besoin=se-nourrir',
	'/hors-ligne?departement=62',
];

test('each page of the space stands in 5 s at 50 kbit/s and 400 ms, in 30 kB and 10 requests', async ({
	page,
}) => {
	test.slow();
	await enterOwnSpace(page);
	for (const path of pages) {
		const { bytes, requests, ms } = await firstView(page, path);
		test.info().annotations.push({ type: path, description: `${bytes} B, ${requests} requests, ${ms} ms` });
		// Faster than one byte can come: the slow network would not have been there.
		expect(ms, path).toBeGreaterThan(800);
		expect(ms, path).toBeLessThan(5000);
		expect(bytes, path).toBeLessThanOrEqual(30_000);
		expect(requests, path).toBeLessThanOrEqual(10);
	}
});
