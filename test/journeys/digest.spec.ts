import { expect, test } from '@playwright/test';
import { signIn } from './with.ts';

test('a worker asks for her day by mail, at her hour, and stops it', async ({ page }) => {
	await signIn(page, 'awa');
	await page.getByRole('link', { name: 'Recevoir ma journée par courriel' }).click();
	await expect(page.getByRole('heading', { name: 'Le courriel du jour', level: 1 })).toBeVisible();
	const daily = page.getByLabel('Recevoir le courriel du jour');
	const hour = page.getByLabel('À quelle heure ?');
	await expect(daily).not.toBeChecked();
	await expect(hour).toHaveValue('8');

	await daily.check();
	await hour.selectOption('17');
	await page.getByLabel('Recevoir tout de suite les ruptures urgentes').check();
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('C’est enregistré.')).toBeVisible();
	await page.reload();
	await expect(daily).toBeChecked();
	await expect(hour).toHaveValue('17');

	await daily.uncheck();
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('C’est enregistré.')).toBeVisible();
	await expect(daily).not.toBeChecked();
	await expect(page.getByLabel('Recevoir tout de suite les ruptures urgentes')).toBeChecked();
});

test('a button that serves no more says so, to anybody, and offers the day', async ({ page }) => {
	await page.goto(`/courriel-du-jour/${'x'.repeat(43)}`);
	await expect(page.getByRole('heading', { name: 'Ce bouton ne sert plus' })).toBeVisible();
	await expect(page.getByText('Rien n’a été modifié.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Remettre à demain' })).toHaveCount(0);
	await page.getByRole('link', { name: 'Ouvrir ma journée' }).click();
	await page.waitForURL(/connexion/);
});
