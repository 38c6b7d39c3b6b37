import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/connexion?retour=%2Fannuaire');
	await page.getByLabel('Adresse électronique').first().fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a person finds an immersion near Lens, by a word without its accent', async ({ page }) => {
			await page.goto('/employeurs');
			await page.getByLabel('Métier, employeur ou code ROME').fill('jardiniere');
			await page.getByLabel('Commune ou code postal').fill('Lens');
			await page.getByRole('button', { name: 'Chercher' }).first().click();
			await expect(page.getByRole('heading', { level: 2, name: /\d+ employeur/ })).toBeVisible();
			const first = page.locator('article').first();
			await expect(first).toContainText('Jardinier, jardinière d’espaces verts');
			await expect(first).toContainText('Emploi vert');
			await first.getByRole('link').first().click();
			await expect(page.getByRole('heading', { name: 'Immersions, formations, emplois' })).toBeVisible();
		});

		test('a coordinator makes a model of a service, and a second place follows it', async ({ page }) => {
			await signIn(page, 'thomas@demo.example.org');
			await expect(page.getByRole('heading', { level: 1, name: 'Tenir l’annuaire' })).toBeVisible();
			const [one, two] = await twoServices(page, javaScriptEnabled ? 'numérique' : 'budget');
			await page.goto(`${one}/modele`);
			await page.getByRole('button', { name: 'Faire un modèle de ce service' }).click();
			await expect(page.getByText('Dit la même chose que le modèle.')).toBeVisible();
			const name = await page.getByRole('heading', { level: 1 }).textContent();
			await page.goto(`${two}/modele`);
			const options = page.getByLabel('Modèle à suivre').locator('option');
			const wanted = await options
				.filter({ hasText: name ?? '' })
				.first()
				.getAttribute('value');
			await page.getByLabel('Modèle à suivre').selectOption(wanted);
			await page.getByRole('button', { name: 'Suivre un modèle' }).click();
			const before = await page.getByRole('button', { name: /^Reprendre le modèle/ }).count();
			expect(before).toBeGreaterThan(0);
			await page
				.getByRole('button', { name: /^Reprendre le modèle/ })
				.first()
				.click();
			await expect(page.getByText('Ce lieu dit de nouveau la même chose que le modèle.')).toBeVisible();
			await expect(page.getByRole('button', { name: /^Reprendre le modèle/ })).toHaveCount(before - 1);
		});
	});
}

/** The addresses of two services that a search finds. */
async function twoServices(page: Page, words: string): Promise<[string, string]> {
	await page.goto(`/trouver?q=${words}&lieu=Lens`);
	const links = await page
		.locator('h3 a[href^="/services/"]')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	return [links[0] ?? '', links[1] ?? ''];
}

for (const colorScheme of ['light', 'dark'] as const)
	test(`employers and the desk: no axe violation, nothing scrolls sideways at 320 px (${colorScheme})`, async ({
		page,
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 320, height: 640 });
		await signIn(page, 'nadege@demo.example.org');
		for (const path of [
			'/employeurs?lieu=Lens',
			'/moyens',
			'/annuaire',
			'/annuaire/metiers',
			'/annuaire/modeles',
		]) {
			await page.goto(path);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect([path, violations.map(({ id }) => id)]).toEqual([path, []]);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect([path, width <= 320]).toEqual([path, true]);
		}
	});
