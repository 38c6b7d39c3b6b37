import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { enterOwnSpace, signIn } from './with.ts';

test('P5 · alone, I say where I stand on one subject; what I typed is kept when a word lacks', async ({
	page,
}) => {
	await enterOwnSpace(page);
	await page.getByRole('link', { name: 'Faire le point' }).click();
	await page.locator('summary').filter({ hasText: 'Lire, écrire, compter' }).click();
	await page.getByLabel(/Je lis des choses courtes ; une lettre ou un formulaire m’arrête/).check();
	await page.getByRole('group', { name: 'Lire, écrire, compter' }).getByLabel('C’est mon objectif').check();
	await page.getByRole('button', { name: /^Envoyer à Julien/ }).click();
	await expect(page.getByRole('alert')).toContainText('écrivez-le aussi avec ses mots');
	await expect(
		page.getByLabel(/Je lis des choses courtes ; une lettre ou un formulaire m’arrête/),
	).toBeChecked();
	await page
		.getByRole('group', { name: 'Lire, écrire, compter' })
		.getByLabel('Avec mes mots')
		.fill('Lire mon courrier sans aide');
	await page.getByRole('button', { name: /^Envoyer à Julien/ }).click();
	await expect(page.getByRole('status')).toContainText('C’est envoyé à Julien');
	await page.goto('/mon-chemin/point');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('P3 · I share with a place of my choice, then it stands among those who see', async ({ page }) => {
	await enterOwnSpace(page);
	await page.getByRole('link', { name: 'Qui voit quoi' }).click();
	await page.getByRole('link', { name: 'Partager avec un lieu' }).click();
	await page.getByLabel('Nom du lieu').fill('x');
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page.getByRole('alert')).toHaveText('Tapez au moins deux lettres.');
	await page.getByLabel('Nom du lieu').fill('mission locale');
	await page.getByRole('button', { name: 'Chercher' }).click();
	const choose = page.getByRole('button', { name: /^Choisir / }).first();
	const place = ((await choose.textContent()) ?? '').trim().replace('Choisir ', '');
	await choose.click();
	await page.getByRole('button', { name: 'Partager' }).click();
	await expect(page.getByRole('alert')).toHaveText('Dites ce que ce lieu peut voir.');
	await page.getByLabel('Vos étapes et vos rendez-vous.').check();
	await page.getByLabel('1 mois').check();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Partager' }).click();
	await expect(page.getByRole('status')).toContainText(`C’est fait. ${place}`);
	await page.getByRole('link', { name: 'Qui voit quoi' }).click();
	await page.getByRole('button', { name: `Arrêter de partager avec ${place}` }).click();
	await expect(page.getByRole('status')).toContainText('C’est arrêté.');
});

test('P3 · a request waits for my yes: I strike a line, I send it, and nothing left before', async ({
	page,
	browser,
}) => {
	const desk = await browser.newPage();
	await signIn(desk, 'julien', '/personnes?q=Ewen');
	await desk.getByRole('link', { name: 'Ewen' }).first().click();
	await desk.waitForURL('**/parcours/*');
	await desk.goto(`${new URL(desk.url()).pathname}/orienter`);
	await desk.getByLabel('Chercher une structure par son nom').fill('Maison');
	await desk.getByRole('button', { name: 'Chercher', exact: true }).click();
	const choice = desk.getByRole('group', { name: /Choisir une structure/ });
	await choice
		.getByRole('checkbox', { name: /Maison des/ })
		.first()
		.check();
	await desk.getByLabel('De quoi s’agit-il ?').selectOption('digital');
	await desk.getByLabel('Ce que la personne demande').fill('Apprendre à envoyer un courrier.');
	await desk.getByLabel('Ce dont il faut tenir compte').fill('Pas le mardi.');
	await desk.getByRole('button', { name: 'Relire avec la personne' }).click();
	await desk.getByRole('button', { name: 'Lui demander dans son espace' }).click();
	await expect(desk.getByText('La demande attend sa réponse')).toBeVisible();

	await enterOwnSpace(page);
	await page.getByRole('link', { name: 'Lire et répondre' }).first().click();
	await expect(page.getByText('Apprendre à envoyer un courrier.')).toBeVisible();
	await page.getByRole('checkbox', { name: /Pas le mardi/ }).uncheck();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Oui, envoyer' }).click();
	await expect(page.getByRole('status')).toHaveText('C’est noté.');
	await desk.reload();
	await expect(desk.getByText('Apprendre à envoyer un courrier.').first()).toBeVisible();
	await expect(desk.getByText('Pas le mardi.')).toHaveCount(0);
	await page
		.getByRole('link', { name: /^Lire la demande/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Je ne veux plus de cette aide' }).click();
	await expect(page.getByText('Cette demande est arrêtée.').first()).toBeVisible();
	await desk.close();
});
