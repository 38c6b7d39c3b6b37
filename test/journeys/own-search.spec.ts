import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('a stranger finds a meal near Lens, by a drawing and a word', async ({ page }) => {
		await page.goto('/besoin');
		await page.getByLabel('Dans quelle ville ?').fill('Lens');
		await page.getByRole('button', { name: 'Manger, s’habiller' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(/lieux? trouvés?.*Lens/);
		await expect(page.getByRole('link', { name: /^Appeler le/ }).first()).toHaveAttribute(
			'href',
			/^tel:\+?\d+$/,
		);
		const first = await page.getByRole('heading', { level: 2 }).first().textContent();
		await page.getByRole('link', { name: 'Voir la suite' }).click();
		await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(first ?? '');
		await page.getByRole('link', { name: 'Revenir avant' }).click();
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(first ?? '');
	});

	test('what is ticked holds, and may be changed; a town that nobody knows says what to do', async ({
		page,
	}) => {
		await page.goto('/besoin/lieux?lieu=Lens&besoin=se-nourrir&frais=gratuit&accueil=sans-condition');
		const all = await page.getByRole('heading', { level: 2 }).count();
		expect(all).toBeGreaterThan(0);
		await page.getByRole('link', { name: 'Changer ma recherche' }).click();
		await expect(page.getByLabel('Gratuit')).toBeChecked();
		await expect(page.getByLabel('Dans quelle ville ?')).toHaveValue('Lens');
		await page.getByLabel('Dans quelle ville ?').fill('Zzqkvvw');
		await page.getByRole('button', { name: 'Se soigner' }).click();
		await expect(page.getByRole('alert')).toContainText('Écrivez-la autrement');
	});
});

test('light, at 320 px, without a fault of axe', async ({ page, context }) => {
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	const loaded: number[] = [];
	session.on('Network.loadingFinished', ({ encodedDataLength }) => loaded.push(encodedDataLength));
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of ['/besoin', '/besoin/lieux?lieu=Lens&besoin=se-nourrir']) {
		loaded.length = 0;
		await page.goto(path);
		expect(loaded.length).toBeLessThanOrEqual(10);
		expect(loaded.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(30_000);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	}
});
