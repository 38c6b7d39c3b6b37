import { expect, test } from '@playwright/test';

/** Pages are documents: these are the behaviours that src/enhance.ts adds to them. */
test.describe('with the device’s position', () => {
	test.use({ geolocation: { latitude: 50.4321, longitude: 2.8333 }, permissions: ['geolocation'] });

	test('a person searches around herself, roughly, whatever town was typed', async ({ page }) => {
		await page.goto('/');
		await page.getByLabel('Où ?').fill('Brest');
		await page.getByRole('button', { name: 'Près de moi' }).click();
		await expect(page).toHaveURL(/lat=50\.432&lon=2\.833/);
		await expect(page).not.toHaveURL(/Brest/);
		await expect(page.getByRole('article').filter({ hasText: ' km' }).first()).toBeVisible();
		await page.goBack();
		expect(await page.locator('input[name=lat]').count()).toBe(0);
	});
});

test('a refused position is said, and the form stays', async ({ page }) => {
	await page.goto('/');
	await page.getByLabel('Où ?').fill('Lens');
	await page.getByRole('button', { name: 'Près de moi' }).click();
	await expect(page.locator('near-me [role=status]')).not.toBeEmpty();
	await expect(page.getByLabel('Où ?')).toHaveValue('Lens');
});

test('the button that prints, prints', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => void document.body.setAttribute('data-printed', 'yes');
	});
	await page.goto('/trouver?lieu=Lens');
	await page.getByRole('button', { name: 'Imprimer' }).click();
	await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
});

test('public pages run one small script, and no framework', async ({ page }) => {
	for (const path of ['/', '/trouver?lieu=Lens', '/comprendre', '/territoires/62498', '/connexion']) {
		const scripts: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
		});
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(scripts.length, scripts.join(' ')).toBeLessThanOrEqual(2);
		page.removeAllListeners('request');
	}
});

test('a page that the framework takes over keeps its words', async ({ page, browser }) => {
	const plain = await browser.newPage({ javaScriptEnabled: false });
	for (const path of ['/style', '/style?nulle-part']) {
		await plain.goto(path);
		await page.goto(path, { waitUntil: 'networkidle' });
		await expect(page.locator('main')).toHaveText((await plain.locator('main').textContent()) ?? '');
	}
	await plain.close();
});

test('errors of a form are read first', async ({ page }) => {
	await page.goto('/connexion/lien');
	await page.locator('main form button[type=submit]').click();
	await expect(page.getByRole('alert')).toBeFocused();
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('no button is shown that would do nothing', async ({ page }) => {
		await page.goto('/');
		await expect(page.getByRole('button', { name: 'Près de moi' })).toHaveCount(0);
		await page.goto('/trouver?lieu=Lens');
		await expect(page.getByRole('button', { name: 'Imprimer' })).toHaveCount(0);
	});
});
