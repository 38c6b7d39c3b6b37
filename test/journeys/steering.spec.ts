import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from './with.ts';

test('a coordinator reads the ruptures of the territory, and nobody in them', async ({ page }) => {
	await signIn(page, 'thomas', '/pilotage/ruptures');
	const now = page.getByRole('region', { name: 'En ce moment' }).last();
	await expect(now).toContainText('Plus d’échange avec la personne');
	await expect(now.getByText('masqué').first()).toBeVisible();
	await page.getByText('Pourquoi « masqué » ?').click();
	await expect(page.getByText('moins de onze personnes')).toBeVisible();
	const figures = await page.locator('td').allTextContents();
	expect(figures.map(Number).filter((count) => count > 0 && count < 11)).toEqual([]);
	await expect(page.locator('main')).not.toContainText(/Soizic|Kylian|Yasmina|Awa/);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Enregistrer ces tableaux (CSV)' }).click();
	const saved = await readFile(await (await download).path(), 'utf8');
	expect(saved).toContain('En ce moment;');
	expect(
		saved
			.split(/[;\r\n]+/)
			.map(Number)
			.filter((count) => count > 0 && count < 11),
	).toEqual([]);

	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	}
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a territory where nobody is followed says so; a worker finds no such page', async ({ browser }) => {
	const nadege = await (await browser.newContext()).newPage();
	await signIn(nadege, 'nadege', '/compte');
	await nadege.getByRole('button', { name: 'Prendre cette casquette' }).first().click();
	await nadege.goto('/pilotage/ruptures');
	await expect(nadege.getByText('Aucune alerte sur ce territoire')).toBeVisible();
	const awa = await (await browser.newContext()).newPage();
	await signIn(awa, 'awa', '/aujourdhui');
	for (const path of ['/pilotage/ruptures', '/pilotage/ruptures/tableaux.csv'])
		expect([403, 404]).toContain((await awa.goto(path))?.status());
});
