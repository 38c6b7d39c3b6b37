import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/connexion?retour=%2Fannuaire');
	await page.getByLabel('Adresse électronique').first().fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Tenir l’annuaire' })).toBeVisible();
}

for (const [rank, javaScriptEnabled] of [true, false].entries()) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a visitor tells what is wrong, a facilitator accepts one field and refuses the other', async ({
			page,
		}) => {
			await page.goto('/trouver?lieu=Lens&q=budget');
			const service = await page.locator('h3 a[href^="/services/"]').nth(rank).getAttribute('href');
			await page.goto(`${service}/corriger`);
			const name = (await page.getByRole('heading', { level: 1 }).textContent())?.split(' : ')[1] ?? '';
			await page.getByText('Corriger moi-même une information').click();
			const phone = `03 53 01 99 0${rank}`;
			const price = `Deux euros, essai ${rank}`;
			await page.getByLabel('Téléphone').fill(phone);
			await page.getByLabel('Précisions sur le prix').fill(price);
			await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
			await expect(page.getByText('Merci ! Une personne va vérifier votre signalement.')).toBeVisible();

			await page.goto(service ?? '/');
			await expect(page.getByText(phone)).toHaveCount(0);

			await signIn(page, 'nadege@demo.example.org');
			await page.getByRole('link', { name: 'Corrections proposées' }).click();
			const entry = page.locator('article').filter({ hasText: phone });
			await expect(entry).toContainText(name);
			await entry.getByRole('button', { name: /^Accepter : Téléphone/ }).click();
			await expect(page.getByText('Acceptée : la fiche est corrigée')).toBeVisible();
			const rest = page.locator('article').filter({ hasText: price });
			await rest.locator('summary').click();
			await rest.getByLabel('Pourquoi refuser ?').fill('Le prix a été confirmé par téléphone.');
			await rest.getByRole('button', { name: /^Refuser : / }).click();
			await expect(page.getByText('Refusée, avec votre raison.')).toBeVisible();

			await page.goto(service ?? '/');
			await expect(page.getByText(phone).first()).toBeVisible();
			await expect(page.getByText(price)).toHaveCount(0);
		});
	});
}

test('pages of upkeep: no axe violation, nothing scrolls sideways at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'thomas@demo.example.org');
	for (const path of [
		'/annuaire/a-verifier',
		'/annuaire/propositions',
		'/annuaire/propositions/pages',
		'/annuaire/campagnes',
		'/annuaire/campagnes/nouvelle',
		'/annuaire/doublons',
		'/annuaire/synonymes',
	]) {
		await page.goto(path);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect([path, width <= 320]).toEqual([path, true]);
	}
});
