import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a person looks for food near Lens and reads where to go', async ({ page }) => {
			await page.goto('/');
			await page.getByLabel('Que cherchez-vous ?').fill('colis alimantaire');
			await page.getByLabel('Où ?').fill('Lens');
			await page.getByRole('button', { name: 'Chercher' }).click();

			await expect(
				page.getByRole('heading', { level: 2, name: /résultats? à moins de 20 km de Lens/ }),
			).toBeVisible();
			await expect(page.getByText('Résultats pour « alimentaire »', { exact: false })).toBeVisible();
			const first = page.getByRole('article').first();
			await expect(first).toContainText(/km|Dans votre commune/);

			await first.getByRole('link').first().click();
			await expect(page.getByRole('heading', { name: 'Horaires' })).toBeVisible();
			await expect(page.getByText('Service inventé pour la démonstration', { exact: false })).toBeVisible();
			await page.locator('a[href^="/structures/"]').first().click();
			await expect(page).toHaveURL(/\/structures\//);
		});

		test('filters restrict, stand in the address, and are taken off one by one', async ({ page }) => {
			await page.goto('/trouver?lieu=Lens');
			await page.getByText('Filtrer', { exact: true }).click();
			await page.getByLabel('Prix', { exact: true }).selectOption({ value: 'gratuit' });
			await page.getByRole('checkbox', { name: /^Jeunes/ }).check();
			await page.getByRole('button', { name: 'Voir les résultats' }).click();
			await expect(page).toHaveURL(/frais=gratuit/);
			await expect(page).toHaveURL(/public=jeunes/);
			await page
				.getByRole('navigation', { name: 'Filtres choisis' })
				.getByRole('link', { name: /Jeunes/ })
				.click();
			await expect(page).not.toHaveURL(/public=jeunes/);
			await expect(page).toHaveURL(/frais=gratuit/);
		});

		test('homonyms are offered, an unknown place is said', async ({ page }) => {
			await page.goto('/trouver?lieu=Saint-Aubin');
			await page
				.getByRole('link', { name: /Saint-Aubin \(/ })
				.first()
				.click();
			await expect(page).toHaveURL(/commune=/);
			await page.goto('/trouver?lieu=Zzzxqwy');
			await expect(page.getByText('Nous ne trouvons pas « Zzzxqwy »', { exact: false })).toBeVisible();
			await expect(page.getByLabel('Où ?')).toHaveValue('Zzzxqwy');
		});

		test('nothing near: widening is one press away', async ({ page }) => {
			await page.goto('/trouver?q=permis&lat=48.5&lon=-4.4&rayon=10');
			await expect(page.getByRole('heading', { name: /Rien/ })).toBeVisible();
			await expect(page.getByRole('link', { name: /Élargir|Chercher partout/ }).first()).toBeVisible();
		});
	});
}

const publicPages = [
	'/',
	'/trouver?lieu=Lens&q=permis',
	'/trouver?q=zzzz',
	'/comprendre',
	'/territoires/62498',
	'/style',
	'/connexion',
	'/connexion/lien',
	'/connexion/oubli',
];

for (const colorScheme of ['light', 'dark'] as const) {
	test(`no axe violation, no console error (${colorScheme})`, async ({ page }) => {
		const errors: string[] = [];
		page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		page.on('pageerror', (error) => errors.push(error.message));
		await page.emulateMedia({ colorScheme });
		for (const path of [...publicPages, await aService(page), await anOrganisation(page)]) {
			await page.goto(path);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		}
		expect(errors).toEqual([]);
	});
}

test('320 px wide, 400 % zoom: nothing scrolls sideways', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 256 });
	for (const path of [...publicPages, await aService(page), await anOrganisation(page)]) {
		await page.goto(path);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(`${path} ${overflow}`).toBe(`${path} 0`);
	}
});

test('by keyboard only: skip, search, open a result', async ({ page }) => {
	await page.goto('/trouver');
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveText(/contenu/);
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Que cherchez-vous ?')).toBeFocused();
	await page.keyboard.type('permis');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Lens');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/q=permis&lieu=Lens/);
	const link = page.getByRole('article').first().getByRole('link').first();
	for (
		let press = 0;
		press < 40 && !(await link.evaluate((node) => node === document.activeElement));
		press++
	)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/services\//);
});

test('every visible target is large enough to be touched', async ({ page }) => {
	await page.setViewportSize({ width: 375, height: 800 });
	for (const path of ['/', '/trouver?lieu=Lens']) {
		await page.goto(path);
		const small = await page
			.locator('button:visible, header a:visible, input:visible, select:visible')
			.evaluateAll((nodes) =>
				nodes
					.filter((node) => !node.closest('.visually-hidden') && (node as HTMLInputElement).type !== 'hidden')
					.map((node) => ({ name: node.outerHTML.slice(0, 80), box: node.getBoundingClientRect() }))
					.filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
					.map(({ name }) => name),
			);
		expect(small).toEqual([]);
	}
});

test('the printed list keeps what one needs, and no more', async ({ page }) => {
	await page.goto('/trouver?lieu=Lens&q=permis');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Liste tirée de Passerelles le', { exact: false })).toBeVisible();
	await expect(page.getByRole('search')).toBeHidden();
	await expect(page.getByRole('banner').getByRole('navigation')).toBeHidden();
});

async function aService(page: import('@playwright/test').Page): Promise<string> {
	await page.goto('/trouver?lieu=Lens');
	return (await page.locator('a[href^="/services/"]').first().getAttribute('href')) ?? '/missing';
}

async function anOrganisation(page: import('@playwright/test').Page): Promise<string> {
	await page.goto(await aService(page));
	return (await page.locator('a[href^="/structures/"]').first().getAttribute('href')) ?? '/missing';
}
