import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { demoCard } from '../../src/lib/pathway/demo/demo-card.ts';

test('in Arabic from the first page to the last: right to left, numbers left to right, nothing sideways', async ({
	page,
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/mon-chemin/entrer');
	await page.getByRole('link', { name: 'Langue' }).click();
	await page.getByRole('button', { name: 'العربية' }).click();
	await expect(page).toHaveURL(/\/mon-chemin\/entrer$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');

	await page.getByLabel('الأحرف الثمانية على بطاقتك').fill('ABCDEFGH');
	await page.getByRole('button', { name: 'دخول' }).click();
	await expect(page.getByRole('alert')).toContainText('البطاقة أو الرمز غير صحيح');
	await page.getByLabel('الأحرف الثمانية على بطاقتك').fill(demoCard.code);
	await page.getByLabel('رمزك السري من 6 أرقام').fill(demoCard.pin);
	await page.getByRole('button', { name: 'دخول' }).click();
	const before = page.getByRole('button', { name: 'فهمت، أتابع' });
	await expect(before.or(page.getByRole('heading', { name: 'موعدي القادم' }))).toBeVisible();
	if (await before.isVisible()) await before.click();
	await expect(page.getByRole('heading', { name: 'موعدي القادم' })).toBeVisible();
	// The figures of French letters and clocks, whatever the alphabet.
	await expect(page.getByText(/\d{2}:\d{2}/).first()).toBeVisible();

	for (const path of [
		'/mon-chemin',
		'/mon-chemin/qui-voit-quoi',
		'/mon-chemin/parler',
		'/besoin',
		'/besoin/lieux?lieu=Lens',
	]) {
		await page.goto(path);
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
	}
	const call = page.getByRole('link', { name: /اتصل بالرقم/ }).first();
	await expect(call).toContainText(/\u2066[\d\s+]+\u2069/);
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});
