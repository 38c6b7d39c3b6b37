import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('Thomas makes a territory of the communes he wants, after a slip', async ({ page }) => {
			await page.goto('/connexion?retour=%2Fterritoires%2Fnouveau');
			await page.getByLabel('Adresse électronique').first().fill('thomas@demo.example.org');
			await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
			await page.getByRole('button', { name: 'Se connecter' }).click();

			const name = `Bassin d’essai ${javaScriptEnabled ? 'un' : 'deux'}`;
			await page.getByLabel('Le nom de ce territoire').fill(name);
			await page.getByLabel('Ses communes').fill('Lens, Nulle Part');
			await page.getByRole('button', { name: 'Créer ce territoire' }).click();
			await expect(
				page.getByText('Nous ne connaissons pas : Nulle Part', { exact: false }).first(),
			).toBeVisible();
			await expect(page.getByLabel('Ses communes')).toHaveValue('Lens, Nulle Part');

			await page.getByLabel('Ses communes').fill('Lens\n62065, Saint-Denis (93)');
			await page.getByRole('button', { name: 'Créer ce territoire' }).click();
			await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
			await expect(page.getByRole('row')).toHaveCount(4);
			if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			await page.getByRole('link', { name: 'Lens', exact: true }).click();
			await expect(page.getByRole('link', { name })).toBeVisible();
		});
	});
}
