import { expect, test } from '@playwright/test';

test('the interactive map opens on demand, closes with Escape and gives the focus back', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
			errors.push(message.text());
	});
	await page.goto('/trouver?lieu=Lens&q=permis');
	const button = page.getByRole('button', { name: 'Ouvrir la carte interactive' });
	await button.click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	await expect(dialog.locator('canvas')).toBeVisible();
	const pins = dialog.getByRole('listitem').getByRole('button');
	await pins.first().click();
	await expect(dialog.getByRole('region', { name: 'Lieux choisis sur la carte' })).toContainText(/\p{L}/u);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(button).toBeFocused();
	expect(errors).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the drawn map leads to each place, and no button promises what cannot be', async ({ page }) => {
		await page.goto('/trouver?lieu=Lens&q=permis');
		await expect(page.getByRole('button', { name: 'Ouvrir la carte interactive' })).toHaveCount(0);
		await page.locator('svg a[href^="/services/"]').first().focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/services\//);
	});
});
