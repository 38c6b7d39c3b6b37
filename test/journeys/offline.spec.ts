import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { enterOwnSpace } from './with.ts';

const page62 = '/hors-ligne?departement=62';

/** Everything that this site has left on the phone, but for cookies. */
const leftOnPhone = (page: Page) =>
	page.evaluate(async () => {
		const kept = await Promise.all(
			(await caches.keys()).map(async (name) => {
				const cache = await caches.open(name);
				return Promise.all(
					(await cache.keys()).map(async ({ url }) => {
						const body = await (await cache.match(url))?.text();
						return { path: new URL(url).pathname, body: body ?? '' };
					}),
				);
			}),
		);
		const workers = await navigator.serviceWorker.getRegistrations();
		return {
			kept: kept.flat(),
			scopes: workers.map(({ scope }) => new URL(scope).pathname),
			stored: localStorage.length + sessionStorage.length + (await indexedDB.databases()).length,
		};
	});

async function keep(page: Page): Promise<void> {
	await page.goto(page62);
	await page.getByRole('button', { name: 'Garder sur ce téléphone' }).click();
	await expect(page.getByRole('status')).toContainText(
		/La liste est gardée sur ce téléphone\. Elle date du \d+ \p{L}+ \d{4} à \d\d:\d\d\./u,
	);
	await page.evaluate(() => navigator.serviceWorker.ready);
}

test('kept at her press, read without a network, erased without a network', async ({ page, context }) => {
	await enterOwnSpace(page);
	await page.goto('/besoin');
	await page.getByRole('link', { name: 'Garder ces lieux sans Internet' }).click();
	expect(await leftOnPhone(page)).toEqual({ kept: [], scopes: [], stored: 0 });

	await keep(page);
	await page.goto('/mon-chemin');
	await page.goto('/besoin/lieux?lieu=Lens');
	const { kept, ...rest } = await leftOnPhone(page);
	expect(rest).toEqual({ scopes: ['/hors-ligne'], stored: 0 });
	expect(kept.map(({ path }) => path)).toEqual(['/hors-ligne/62']);
	expect(kept[0]?.body).not.toMatch(/Ewen|mon-chemin/);
	expect(new TextEncoder().encode(kept[0]?.body).length).toBeLessThanOrEqual(2_000_000);

	await context.setOffline(true);
	await page.goto('/hors-ligne');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Lieux d’aide\s: Pas-de-Calais/);
	await expect(page.getByText(/Liste du \d+ \p{L}+ \d{4} à \d\d:\d\d\./u)).toBeVisible();
	await expect(page.getByText('Vous lisez la liste gardée sur ce téléphone.')).toBeVisible();
	await page.getByText(/^Manger, s’habiller \(\d+\)$/).click();
	await page
		.getByText(/^Lens \(\d+\)$/)
		.locator('visible=true')
		.first()
		.click();
	await expect(page.locator('details[open] details[open] a.call').first()).toHaveAttribute(
		'href',
		/^tel:\+?\d{5,}$/,
	);

	await page.getByRole('button', { name: 'Effacer de ce téléphone' }).click();
	await expect(page.getByRole('heading', { name: 'La liste est effacée de ce téléphone.' })).toBeVisible();
	expect(await page.goto('/hors-ligne').catch(() => 'nothing')).toBe('nothing');
	await context.setOffline(false);
	await page.goto('/hors-ligne');
	expect(await leftOnPhone(page)).toEqual({ kept: [], scopes: [], stored: 0 });
});

test('the server out of reach or broken, the list stands; asked again, it is renewed or erased', async ({
	page,
}) => {
	await keep(page);
	await page.goto(page62);
	await page.getByRole('button', { name: 'Mettre à jour' }).click();
	await expect(page.getByRole('status')).toContainText('La liste est gardée sur ce téléphone.');
	await page.route('**/hors-ligne/62', (route) => route.fulfill({ status: 503, body: '' }));
	await page.getByRole('button', { name: 'Mettre à jour' }).click();
	await expect(page.getByRole('status')).toContainText('La liste n’est pas arrivée.');
	expect((await leftOnPhone(page)).kept).toHaveLength(1);
	await page.getByRole('button', { name: 'Effacer de ce téléphone' }).click();
	await expect(page.getByRole('status')).toContainText('La liste est effacée de ce téléphone.');
	expect(await leftOnPhone(page)).toEqual({ kept: [], scopes: [], stored: 0 });
});

test('« Quitter » leaves nothing of the list on the phone', async ({ page }) => {
	await enterOwnSpace(page);
	await keep(page);
	await page.getByRole('button', { name: 'Quitter' }).click();
	await expect(page).toHaveURL(/\/jour$/);
	expect(await leftOnPhone(page)).toEqual({ kept: [], scopes: [], stored: 0 });
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says what it is, and the list is read or taken away as one page', async ({ page }) => {
		await page.goto(page62);
		await expect(page.getByText('Le fichier s’ouvre sans Internet.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Garder sur ce téléphone' })).toBeHidden();
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Télécharger la liste' }).click();
		expect((await download).suggestedFilename()).toBe('lieux-62.html');
		await page.getByRole('link', { name: 'Voir la liste' }).click();
		await page.getByText(/^Se soigner \(\d+\)$/).click();
		await expect(page.locator('details[open] > details').first()).toBeVisible();
		await expect(page.getByRole('button', { name: 'Effacer de ce téléphone' })).toBeHidden();
	});

	test('a département without a list says so', async ({ page }) => {
		await page.goto('/hors-ligne?departement=974');
		await expect(page.getByRole('alert')).toContainText('Nous n’avons pas de liste');
		expect((await page.goto('/hors-ligne/974'))?.status()).toBe(404);
	});
});

test('axe, 44 px targets, no sideways scroll at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of [page62, '/hors-ligne/62']) {
		await page.goto(path);
		if (path.endsWith('/62')) for (const fold of [0, 1]) await page.locator('summary').nth(fold).click();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		const small = await page.evaluate(() =>
			[...document.querySelectorAll('a, button, summary, select')]
				.filter((element) => element.checkVisibility() && !element.matches('.skip'))
				.filter((element) => element.getBoundingClientRect().height < 43.5)
				.map((element) => element.outerHTML.slice(0, 120)),
		);
		expect(small, path).toEqual([]);
	}
});
