import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import settings from '../../playwright.config.ts';

/** The browser of the journeys. */
export const openBrowser = (): Promise<Browser> => chromium.launch(settings.use?.launchOptions ?? {});

/** Opens a page of 375 pixels with an empty cache, as somebody who never came. */
export async function openFreshPage(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
	const context = await browser.newContext({
		viewport: { width: 375, height: 700 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
		locale: 'fr-FR',
	});
	const page = await context.newPage();
	return { page, cdp: await context.newCDPSession(page) };
}

/** The pages that people open first; the sheets are those of the first service found near a town. */
export async function firstPages(browser: Browser, address: string): Promise<Record<string, string>> {
	const { page } = await openFreshPage(browser);
	const results = '/trouver?lieu=Lens';
	await page.goto(address + results);
	const service = await page.locator('a[href^="/services/"]').first().getAttribute('href');
	await page.goto(`${address}${service}`);
	const structure = await page.locator('a[href^="/structures/"]').first().getAttribute('href');
	await page.context().close();
	return { home: '/', results, service: service ?? '', structure: structure ?? '', signIn: '/connexion' };
}
