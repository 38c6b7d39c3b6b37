import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';
import { demoCard } from '../../src/lib/pathway/demo/demo-card.ts';

/** Signs somebody of the demo in, and leads to a page. @param name the first word of the address of the account */
export async function signIn(page: Page, name: string, back = '/compte'): Promise<void> {
	await page.goto(`/connexion?retour=${encodeURIComponent(back)}`);
	await page.getByLabel('Adresse électronique').first().fill(`${name}@demo.example.org`);
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await page.waitForURL(`**${back}`);
}

/** Opens the pathway of somebody, even when another person bears almost the same name. @returns its address */
export async function openPathway(page: Page, name: string, words = ''): Promise<string> {
	await page.goto('/personnes/nouvelle');
	await page.getByLabel('Prénom ou pseudonyme').fill(name);
	await page.getByLabel('Une phrase de la personne').fill(words);
	await page.getByRole('button', { name: 'Ouvrir le parcours' }).click();
	const opened = page.getByText('Le parcours est ouvert.');
	const another = page.locator('button[name="anyway"]');
	await expect(opened.or(another)).toBeVisible();
	if (await another.isVisible()) await another.click();
	await expect(opened).toBeVisible();
	return new URL(page.url()).pathname;
}

/** Comes into the space of the demo’s Ewen by his card and his PIN, past what is read before a first visit. */
export async function enterOwnSpace(
	page: Page,
	{ code, pin }: { code: string; pin: string } = demoCard,
): Promise<void> {
	await page.goto('/mon-chemin/entrer');
	await page.getByLabel('Les 8 lettres de votre carte').fill(code);
	await page.getByLabel('Votre code secret de 6 chiffres').fill(pin);
	await page.getByRole('button', { name: 'Entrer' }).click();
	const before = page.getByRole('button', { name: 'J’ai compris, continuer' });
	await expect(before.or(page.getByRole('heading', { name: 'Mon prochain rendez-vous' }))).toBeVisible();
	if (await before.isVisible()) await before.click();
	await expect(page.getByRole('heading', { name: 'Mon prochain rendez-vous' })).toBeVisible();
}
