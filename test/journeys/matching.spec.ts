import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

/** @returns the address of the page that finds services for her */
async function openMatching(page: Page, name: string): Promise<string> {
	const path = await openPathway(page, name);
	await page.goto(`${path}/orientations`);
	await page.getByRole('link', { name: 'Trouver un service' }).click();
	await page.waitForURL(`**${path}/trouver`);
	return `${path}/trouver`;
}

async function searchFor(page: Page, need: string): Promise<void> {
	await page.getByLabel('Pour quel besoin ?').selectOption({ label: need });
	await page.getByLabel('Autour de quelle commune ?').fill('Lens');
	await page.getByLabel('Jusqu’où peut-elle aller ?').selectOption({ label: '50 km' });
	await page.getByRole('button', { name: 'Chercher', exact: true }).click();
}

for (const { javaScriptEnabled, name } of [
	{ javaScriptEnabled: true, name: 'Capucine' },
	{ javaScriptEnabled: false, name: 'Théophile' },
]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('services for a need, each with its reason; one is chosen, or none fits', async ({ page }) => {
			await signIn(page, 'awa');
			const path = await openMatching(page, name);
			await page.getByRole('button', { name: 'Chercher', exact: true }).click();
			await expect(page.getByText('Choisissez un besoin dans la liste.').first()).toBeVisible();

			await searchFor(page, 'Logement : tout');
			await expect(page.getByRole('heading', { name: /services? trouvés?/ })).toBeVisible();
			await expect(page.getByText('Pourquoi à ce rang').first()).toBeVisible();
			// Nothing of what was asked stays in the address.
			expect(page.url()).not.toMatch(/Lens|housing|logement/i);

			await page.getByRole('button', { name: 'Noter qu’aucun ne convient' }).click();
			await expect(page.getByText('Choisissez une raison.').first()).toBeVisible();
			await expect(page.getByText('Pourquoi à ce rang').first()).toBeVisible();
			await page.getByLabel('Il n’y a pas de place').check();
			await page.getByRole('button', { name: 'Noter qu’aucun ne convient' }).click();
			await expect(page.getByText('C’est noté : aucun service ne convient')).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Besoins sans réponse' })).toBeVisible();

			await page.goto(path);
			await searchFor(page, 'Logement : tout');
			await page
				.getByRole('link', { name: /^Orienter vers/ })
				.first()
				.click();
			await page.waitForURL(/\/orienter\?service=[0-9a-f-]{36}$/);
		});
	});
}

test('matching: no axe violation, nothing scrolls sideways at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'awa');
	await openMatching(page, 'Balthazar');
	for (const need of ['Travail : tout', 'Se nourrir, s’équiper : tout', 'Logement : tout']) {
		await searchFor(page, need);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${need} ${id} ${nodes[0]?.html}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	}
});
