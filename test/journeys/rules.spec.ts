import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from './with.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a coordinator decides a threshold for later, by a decision of the collective', async ({ page }) => {
			await signIn(page, 'thomas', '/pilotage/regles');
			await page.getByRole('link', { name: 'Changer : Étape en retard' }).click();
			await page.getByLabel('Rupture (jours)').fill('0');
			await page.getByRole('button', { name: 'Garder ces seuils' }).click();
			await expect(page.getByRole('alert')).toContainText('Écrivez un nombre entier, à partir de 1.');
			await expect(page.getByRole('alert')).toContainText('Indiquez la décision du collectif.');
			await expect(page.getByLabel('Rupture (jours)')).toHaveValue('0');
			await page.getByLabel('Rupture (jours)').fill('10');
			await page.getByLabel('Quelle décision du collectif ?').first().fill('Collège du 20 novembre');
			await page.getByLabel('À partir de quel jour ?').fill(inDays(-3));
			await page.getByRole('button', { name: 'Garder ces seuils' }).click();
			await expect(page.getByRole('alert')).toBeVisible();
			await page.getByLabel('À partir de quel jour ?').fill(inDays(30));
			await page.getByRole('button', { name: 'Garder ces seuils' }).click();
			await expect(page.getByText('Les seuils sont gardés.')).toBeVisible();
			const line = page.getByRole('listitem').filter({ hasText: 'Étape en retard' }).first();
			await expect(line).toContainText('À venir');
			await expect(line).toContainText('Collège du 20 novembre');
		});
	});
}

test('figures per organisation open with a decision, and close with another', async ({ page }) => {
	await signIn(page, 'thomas', '/pilotage/ruptures');
	await expect(page.getByText('quand le collectif l’a décidé')).toBeVisible();
	await page.getByRole('link', { name: 'Voir les règles et leurs seuils' }).click();
	await page.locator('#decision-montrer').fill('Assemblée du 18 novembre');
	await page.getByRole('button', { name: 'Le collectif l’a décidé' }).click();
	await expect(page.getByText('Les chiffres par structure s’affichent.')).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await page.goto('/pilotage/ruptures');
	await expect(page.getByRole('heading', { name: 'Par structure' })).toBeVisible();
	await page.goto('/pilotage/regles');
	await page.getByRole('button', { name: 'Le collectif revient sur sa décision' }).click();
	await page.goto('/pilotage/ruptures');
	await expect(page.getByRole('heading', { name: 'Par structure' })).toHaveCount(0);
	await page.goto('/pilotage/regles?regle=R8.');
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
