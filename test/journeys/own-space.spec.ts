import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demoCard } from '../../src/lib/pathway/demo/demo-card.ts';
import { enterOwnSpace, openPathway, signIn } from './with.ts';

test.use({ javaScriptEnabled: false });

/** A pathway opened by Awa, its card handed over, its PIN chosen as she would on her own phone. */
async function withCard(page: Page, name: string): Promise<{ path: string; code: string; pin: string }> {
	await signIn(page, 'awa');
	const path = await openPathway(page, name);
	const pin = '908172';
	const code = await handOver(page, path, pin);
	return { path, code, pin };
}

async function handOver(page: Page, path: string, pin: string): Promise<string> {
	await page.goto(`${path}/carte`);
	const again = page.getByLabel('Je reconnais la personne');
	if (await again.isVisible()) await again.check();
	await page.getByRole('button', { name: /Faire une (nouvelle )?carte/ }).click();
	const code = (await page.locator('.person-card .code').textContent())?.replace(/\s/g, '') ?? '';
	const link = await page.getByRole('link', { name: 'Choisir le code ici' }).getAttribute('href');
	await page.goto(link ?? '');
	await expect(page.getByText(/Awa .* vous donne cette carte/)).toBeVisible();
	await page.getByLabel('Code secret de 6 chiffres').fill(pin);
	await page.getByLabel('Le même code, encore une fois').fill(pin);
	await page.getByRole('button', { name: 'Garder ce code secret' }).click();
	await expect(page.getByText('Votre carte est activée.')).toBeVisible();
	return code;
}

const pages = [
	'/mon-chemin',
	'/mon-chemin/rendez-vous',
	'/mon-chemin/aides',
	'/mon-chemin/qui-voit-quoi',
	'/mon-chemin/qui-voit-quoi/lectures',
	'/mon-chemin/parler',
	'/mon-chemin/proposer',
	'/mon-chemin/ma-carte',
] as const;

test('P1 · card and PIN, without e-mail nor script, on a slow network', async ({ page, context }) => {
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 400,
		downloadThroughput: 50_000 / 8,
		uploadThroughput: 50_000 / 8,
	});
	const loaded: number[] = [];
	session.on('Network.loadingFinished', ({ encodedDataLength }) => loaded.push(encodedDataLength));
	await page.goto('/mon-chemin/entrer');
	expect(loaded.length).toBeLessThanOrEqual(10);
	expect(loaded.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(30_000);
	const timing = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON());
	test
		.info()
		.annotations.push({ type: 'first view (ms)', description: String(Math.round(timing.loadEventEnd)) });
	await session.send('Network.emulateNetworkConditions', {
		...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
	});
	await enterOwnSpace(page);
	for (const path of pages) {
		await page.goto(path);
		await expect(page).toHaveTitle('Page');
		await expect(page.locator('script')).toHaveCount(0);
	}
});

test('P2 · the first screen: next appointment, who helps me, what I can do now', async ({ page }) => {
	await enterOwnSpace(page);
	await expect(page.getByRole('heading', { name: 'Bonjour Ewen.' })).toBeVisible();
	for (const name of ['Mon prochain rendez-vous', 'Qui m’aide', 'Ce que je peux faire maintenant'])
		await expect(page.getByRole('heading', { name })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Je ne peux pas venir' })).toBeVisible();
});

test('P3 · what she stops sharing is refused to the next request', async ({ page, browser }) => {
	const { path, ...card } = await withCard(page, 'Philomène');
	await page.goto(`${path}/accords/nouveau`);
	await page.goto('/mon-chemin/entrer');
	await enterOwnSpace(page, card);
	await page.goto('/mon-chemin/qui-voit-quoi');
	await expect(page.getByText('Aucun autre lieu ne voit votre chemin.')).toBeVisible();

	const ewen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await enterOwnSpace(ewen);
	await ewen.goto('/mon-chemin/qui-voit-quoi');
	const stop = ewen.getByRole('button', { name: /Arrêter de partager avec/ }).first();
	const count = await ewen.getByRole('button', { name: /Arrêter de partager avec/ }).count();
	expect(count).toBeGreaterThan(0);
	await stop.click();
	await expect(ewen.getByRole('status')).toContainText('C’est arrêté.');
	await ewen.goto('/mon-chemin/qui-voit-quoi');
	await expect(ewen.getByRole('button', { name: /Arrêter de partager avec/ })).toHaveCount(count - 1);
	await ewen.context().close();
});

test('P4 · everyone who opened my pathway, with date and organisation', async ({ page }) => {
	const { path, ...card } = await withCard(page, 'Barnabé');
	await page.goto(path);
	await enterOwnSpace(page, card);
	await page.goto('/mon-chemin/qui-voit-quoi/lectures');
	await expect(page.getByText(/^Awa .*a vu/).first()).toBeVisible();
});

test('P5 · in two taps, words reach somebody named, who answers', async ({ page, browser }) => {
	const { path, ...card } = await withCard(page, 'Théodora');
	const her = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await enterOwnSpace(her, card);
	await her.getByRole('link', { name: 'Parler à quelqu’un' }).first().click();
	await her.getByRole('button', { name: /^Envoyer à Awa/ }).click();
	await expect(her.getByRole('status')).toContainText(/C’est envoyé à Awa .*\. Réponse au plus tard le/);

	await page.goto('/aujourdhui');
	await page
		.getByRole('link', { name: /Théodora/ })
		.first()
		.click();
	await page.getByLabel('Votre réponse').fill('Je vous appelle ce soir.');
	await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await expect(page.getByText('Votre réponse est envoyée')).toBeVisible();
	await her.goto('/mon-chemin');
	await expect(her.getByText(/Awa .* vous répond\s: Je vous appelle ce soir\./)).toBeVisible();
	await page.goto(path);
	await expect(page.getByLabel('Votre réponse')).toHaveCount(0);
	await her.context().close();
});

test('P7 · « Quitter » on every page ends the visit, and « back » shows nothing', async ({ page }) => {
	await enterOwnSpace(page);
	for (const path of pages) {
		await page.goto(path);
		await expect(page.getByRole('button', { name: 'Quitter' })).toBeVisible();
	}
	await page.getByRole('button', { name: 'Quitter' }).click();
	await expect(page).toHaveURL(/\/jour$/);
	await expect(page.locator('body')).not.toContainText('Ewen');
	await page.goBack();
	await expect(page.locator('body')).not.toContainText('Ewen');
	const response = await page.goto('/mon-chemin');
	expect(response?.url()).toContain('/mon-chemin/entrer');
	const left = await page.request.post('/mon-chemin/quitter', {
		headers: { origin: new URL(page.url()).origin },
		maxRedirects: 0,
	});
	expect(left.headers()).toMatchObject({
		'cache-control': 'no-store',
		'clear-site-data': '"cache", "storage"',
	});
});

test('P8 · a card lost is made again, and the old one is dead', async ({ page, browser }) => {
	const { path, ...old } = await withCard(page, 'Célestine');
	const her = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await enterOwnSpace(her, old);
	const code = await handOver(page, path, '775533');
	await her.goto('/mon-chemin');
	await expect(her).toHaveURL(/entrer$/);
	await her.getByLabel('Les 8 lettres de votre carte').fill(old.code);
	await her.getByLabel('Votre code secret de 6 chiffres').fill(old.pin);
	await her.getByRole('button', { name: 'Entrer' }).click();
	await expect(her.getByRole('alert')).toContainText('La carte ou le code ne va pas.');
	await enterOwnSpace(her, { code, pin: '775533' });
	await her.goto('/mon-chemin/ma-carte');
	await expect(her.getByText(/a fait une carte/)).toHaveCount(2);
	await her.context().close();
});

test('P9 · a pseudonym is enough, and she changes it herself', async ({ page }) => {
	const { path, ...card } = await withCard(page, 'Le Renard');
	await enterOwnSpace(page, card);
	await page.goto('/mon-chemin/ma-carte');
	await page.getByLabel('Nom', { exact: true }).fill('');
	await page.getByRole('button', { name: 'Garder ce nom' }).click();
	await expect(page.getByRole('alert')).toContainText('Écrivez un prénom ou un nom inventé.');
	await page.getByLabel('Nom', { exact: true }).fill('La Louve');
	await page.getByRole('button', { name: 'Garder ce nom' }).click();
	await expect(page.getByRole('status')).toContainText('C’est noté.');
	await page.goto(path);
	await expect(page.getByText('La Louve').first()).toBeVisible();
});

test('what the card alone shows: a day and a phone, no name', async ({ page }) => {
	await page.goto('/mon-chemin/entrer');
	await page.getByLabel('Les 8 lettres de votre carte').fill(demoCard.code);
	await page.getByRole('button', { name: 'Entrer' }).click();
	await expect(page.getByRole('heading', { name: 'Votre prochain rendez-vous' })).toBeVisible();
	await expect(page.locator('body')).not.toContainText('Ewen');
	await page.goto('/mon-chemin/qui-voit-quoi');
	await expect(page).toHaveURL(/entrer$/);
});

test.describe('seen closely', () => {
	// axe runs as a script of the page; the pages bring none.
	test.use({ javaScriptEnabled: true });

	test('axe, 44 px targets and no sideways scroll at 320 px, on every page', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto('/mon-chemin/entrer');
		const outside = ['/mon-chemin/entrer', '/jour', '/langue', `/remise/${'a'.repeat(43)}`];
		for (const path of outside) await look(page, path);
		await enterOwnSpace(page);
		for (const path of [...pages, '/mon-chemin/avant']) await look(page, path);
	});
});

async function look(page: Page, path: string): Promise<void> {
	await page.goto(path);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide, path).toBeLessThanOrEqual(320);
	const small = await page.evaluate(() =>
		[...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
			.map((element) =>
				element.matches('[type=checkbox]') ? (element.closest('label') ?? element) : element,
			)
			.filter((element) => !element.matches('.skip'))
			.filter((element) => element.getBoundingClientRect().height < 43.5)
			.map((element) => element.outerHTML.slice(0, 120)),
	);
	expect(small, path).toEqual([]);
}
