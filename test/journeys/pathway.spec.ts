import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const [rank, javaScriptEnabled] of [true, false].entries()) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });
		const name = `Zélie ${['une', 'deux'][rank]}`;

		test('a worker opens a person, sets her pathway going, pauses and resumes it', async ({ page }) => {
			await signIn(page, 'awa', '/personnes');
			const path = await openPathway(page, name, 'Je veux un toit pour l’hiver.');
			await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
			await expect(page).toHaveTitle('Parcours · Passerelles');
			await expect(page.getByText('Rien n’est partagé')).toBeVisible();
			await expect(page.getByText('Je veux un toit pour l’hiver.')).toBeVisible();

			await page.getByRole('link', { name: 'Changer l’état' }).click();
			await page.getByRole('button', { name: 'Mettre en route' }).click();
			await expect(page.getByText('Écrivez la prochaine étape', { exact: false }).first()).toBeVisible();
			await page.getByLabel('Prochaine étape').fill('Visiter la résidence');
			await page.getByLabel('Pour le').fill(inDays(3));
			await page.getByRole('button', { name: 'Mettre en route' }).click();
			await expect(page.getByText('Le parcours est en route.')).toBeVisible();
			await expect(page.getByText('Visiter la résidence')).toBeVisible();

			await page.goto(`${path}/etat`);
			await page.getByLabel('Pourquoi').fill('Hospitalisée');
			await page.getByLabel('Revoir le').fill(inDays(120));
			await page.getByRole('button', { name: 'Mettre en pause' }).click();
			await expect(page.getByText('dans les 90 jours', { exact: false }).first()).toBeVisible();
			await expect(page.getByLabel('Pourquoi')).toHaveValue('Hospitalisée');
			await page.getByLabel('Revoir le').fill(inDays(30));
			await page.getByRole('button', { name: 'Mettre en pause' }).click();
			await expect(page.getByText('Pourquoi : Hospitalisée')).toBeVisible();
			await page.goto(`${path}/etat`);
			await page.getByRole('button', { name: 'Reprendre' }).click();
			await expect(page.getByText('Le parcours a repris.')).toBeVisible();
			for (const told of ['Parcours repris', 'Parcours mis en pause', 'Étape proposée', 'Parcours ouvert'])
				await expect(page.getByRole('listitem').filter({ hasText: told })).toBeVisible();
		});

		test('her name is found again by those who may read it, and a near name is told', async ({ page }) => {
			await signIn(page, 'awa', '/personnes');
			await page.getByLabel('Chercher un prénom').fill('zelie');
			await page.getByRole('button', { name: 'Chercher' }).click();
			await expect(page.getByRole('rowheader', { name })).toBeVisible();
			await page.goto('/personnes/nouvelle');
			await page.getByLabel('Prénom ou pseudonyme').fill(name.toUpperCase());
			await page.getByRole('button', { name: 'Ouvrir le parcours' }).click();
			await expect(page.getByText('Est-ce', { exact: false }).first()).toBeVisible();
			await page.getByRole('link', { name, exact: true }).click();
			await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		});

		test('she says her code elsewhere: her identity is known there, nothing more', async ({
			page,
			browser,
		}) => {
			await signIn(page, 'awa', '/personnes');
			await page.getByRole('link', { name, exact: true }).click();
			const path = new URL(page.url()).pathname;
			await page.getByRole('link', { name: 'Sa carte' }).click();
			await page.getByRole('button', { name: 'Faire une carte' }).click();
			const code = (await page.locator('.person-card .code').textContent()) ?? '';
			expect(code).toMatch(/^[A-HJ-NP-Z]{4} [A-HJ-NP-Z]{4}$/);

			const elsewhere = await browser.newContext({ javaScriptEnabled });
			const other = await elsewhere.newPage();
			await signIn(other, 'julien', '/personnes');
			await other.goto(path);
			await expect(other.getByText('Cette page n’existe pas').first()).toBeVisible();
			await other.goto('/personnes/code');
			await other.getByLabel('Les 8 lettres').fill('ABCD EFGH');
			await other.getByRole('button', { name: 'Continuer' }).click();
			await expect(other.getByText('Ce code ne sert pas.', { exact: false }).first()).toBeVisible();
			await other.getByLabel('Les 8 lettres').fill(code.toLowerCase());
			await other.getByRole('button', { name: 'Continuer' }).click();
			await expect(other.getByRole('heading', { level: 1, name })).toBeVisible();
			await expect(other.getByText('identité et contact', { exact: false }).first()).toBeVisible();
			for (const hidden of ['Je veux un toit', 'Visiter la résidence', 'Parcours ouvert'])
				await expect(other.getByText(hidden)).toHaveCount(0);
			await elsewhere.close();
		});
	});
}

test('what is being typed is on the server three seconds later, and comes back', async ({ page }) => {
	await signIn(page, 'awa', '/personnes');
	const path = await openPathway(page, 'Noé');
	await page.goto(`${path}/fiche`);
	const kept = page.waitForResponse((answer) => answer.url().includes('/brouillons/fiche.'));
	const phone = page.getByLabel('Téléphone');
	await phone.fill('06 39 98 00 01');
	await phone.dispatchEvent('input');
	expect((await kept).status()).toBe(204);
	await expect(page.getByText('Brouillon gardé à', { exact: false })).toBeVisible();
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

	await page.goto(`${path}/fiche`);
	await expect(phone).toHaveValue('06 39 98 00 01');
	await expect(page.getByText('Votre brouillon du', { exact: false })).toBeVisible();
	await page.getByLabel('Comment la contacter').fill('1 85 05 78 006 084 36');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('numéro de sécurité sociale', { exact: false }).first()).toBeVisible();
	await page.getByLabel('Comment la contacter').fill('Le matin seulement');
	await page.getByLabel('Oui, avec prudence').check();
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Contactez cette personne avec prudence.')).toBeVisible();
	await expect(page.getByText('Le matin seulement', { exact: false })).toBeVisible();
	await page.goto(`${path}/fiche`);
	await expect(page.getByText('Votre brouillon du', { exact: false })).toHaveCount(0);
});

test('pages of a person: no axe violation, nothing scrolls sideways at 320 px', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'awa', '/personnes');
	await page.getByRole('link', { name: 'Zélie une', exact: true }).click();
	const path = new URL(page.url()).pathname;
	for (const colorScheme of ['light', 'dark'] as const)
		for (const each of [
			'/personnes',
			'/personnes?qui=moi',
			'/personnes/nouvelle',
			'/personnes/code',
			path,
			`${path}/fiche`,
			`${path}/carte`,
			`${path}/etat`,
		]) {
			await page.emulateMedia({ colorScheme });
			await page.goto(each);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${each} ${id} ${nodes[0]?.html}`)).toEqual([]);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect([each, width <= 320]).toEqual([each, true]);
		}
});
