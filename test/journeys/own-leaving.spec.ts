import { expect, test } from '@playwright/test';
import { enterOwnSpace } from './with.ts';

test('P6 · my pathway on one sheet of paper, without a sensitive word', async ({ page }) => {
	await enterOwnSpace(page);
	await page.getByRole('link', { name: 'Mon chemin sur papier' }).click();
	await expect(page.getByRole('heading', { name: 'Ce qui vient' })).toBeVisible();
	const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g);
	expect(sheets).toHaveLength(1);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Quitter' })).toBeHidden();
});

test('P10 · I take everything away, and ask that it be erased', async ({ page }) => {
	await enterOwnSpace(page);
	await page.getByRole('link', { name: 'Mes informations' }).click();
	await expect(page.getByText(/^Ce qui reste/)).toBeVisible();
	const file = await page.request.get('/mon-chemin/mes-informations/tout.json');
	expect(file.headers()).toMatchObject({
		'cache-control': 'no-store',
		'content-disposition': 'attachment; filename="mes-informations.json"',
	});
	const { person, steps } = (await file.json()) as { person: { name: string }[]; steps: unknown[] };
	expect(person.map(({ name }) => name)).toEqual(['Ewen']);
	expect(steps.length).toBeGreaterThan(0);
	await page.getByRole('link', { name: 'Lire tout' }).click();
	await expect(page.getByRole('heading', { name: 'Qui a ouvert mon chemin' })).toBeVisible();

	await page.goto('/mon-chemin/mes-informations');
	await page.getByRole('link', { name: 'Demander à effacer mes informations' }).click();
	await page.getByRole('button', { name: /^Envoyer à Julien/ }).click();
	await expect(page.getByRole('status')).toContainText(/C’est envoyé à Julien .*\. Réponse au plus tard le/);
	await page.getByRole('button', { name: 'Quitter' }).click();
	const stranger = await page.request.get('/mon-chemin/mes-informations/tout.json', { maxRedirects: 0 });
	expect(stranger.status()).toBe(303);
});
