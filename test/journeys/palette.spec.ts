import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Page, action ou prénom' });
/** As one does who sees that it is there: the script has come. */
async function open(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Aller à…' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(field(page)).toBeFocused();
}
const chosen = (page: Page) => page.getByRole('option', { selected: true });

test('by keyboard: to a page, to somebody, then to an act on her pathway', async ({ page }) => {
	await signIn(page, 'awa', '/agenda');
	const pathway = await openPathway(page, 'Églantine');
	await page.goto('/agenda');
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.url()));

	await open(page);
	await expect(chosen(page)).toContainText('Ouvrir un parcours');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await field(page).pressSequentially('orient');
	await expect(chosen(page)).toContainText('Orientations');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/orientations$/);

	await open(page);
	await field(page).pressSequentially('eglan');
	await expect(chosen(page)).toContainText('Églantine');
	await expect(chosen(page)).toContainText('Suivie par');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${pathway}$`));

	await open(page);
	await expect(chosen(page)).toContainText('Orienter');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(chosen(page)).toContainText('Écrire une note');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${pathway}/notes$`));

	// What was typed is a name: it is in no address, and stays nowhere.
	expect(sent.filter((url) => /eglan/i.test(decodeURIComponent(url)))).toEqual([]);
	const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
	expect(kept).not.toMatch(/glan/i);
});

test('Escape closes it, forgets what was typed, and gives the focus back', async ({ page }) => {
	await signIn(page, 'awa', '/personnes');
	await expect(page.getByRole('button', { name: 'Aller à…' })).toBeVisible();
	const name = page.locator('input[type=search]');
	await name.focus();
	await open(page);
	await field(page).fill('zzzz');
	await expect(page.getByRole('status').filter({ hasText: 'Rien ne commence ainsi' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(field(page)).toBeHidden();
	await expect(name).toBeFocused();
	await page.getByRole('button', { name: 'Aller à…' }).click();
	await expect(field(page)).toHaveValue('');
	await expect(page.getByRole('option', { name: /À traiter/ })).toBeVisible();
	const box = await page.getByRole('option', { name: /À traiter/ }).boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	await page.getByRole('button', { name: 'Fermer' }).click();
	await expect(page.getByRole('button', { name: 'Aller à…' })).toBeFocused();
});

test('a stranger’s people never appear; a visitor and a provider have no palette', async ({ browser }) => {
	const awa = await (await browser.newContext()).newPage();
	await signIn(awa, 'awa', '/agenda');
	const pathway = await openPathway(awa, 'Zulmée');
	const julien = await (await browser.newContext()).newPage();
	await signIn(julien, 'julien', '/agenda');
	await open(julien);
	await field(julien).pressSequentially('zulm');
	await expect(julien.getByRole('status').filter({ hasText: 'Rien ne commence ainsi' })).toBeVisible();
	const answer = await julien.request.post('/aller/personnes', {
		form: { cherche: 'Zulmée' },
		headers: { origin: new URL(julien.url()).origin },
	});
	expect(await answer.json()).toEqual({ people: [], more: false });
	expect(answer.headers()['cache-control']).toBe('no-store');
	// Nor does her pathway exist for him here.
	expect((await julien.goto(pathway.replace('/parcours/', '/aller?parcours=')))?.status()).toBe(404);

	const samira = await (await browser.newContext()).newPage();
	await signIn(samira, 'samira', '/a-traiter');
	await expect(samira.locator('go-to')).toHaveCount(0);
	expect((await samira.goto('/aller'))?.status()).toBe(404);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the same thing is a page with a form', async ({ page }) => {
		await signIn(page, 'awa', '/agenda');
		const pathway = await openPathway(page, 'Ondine');
		await page.getByRole('link', { name: 'Aller à…' }).click();
		await expect(page).toHaveURL(/\/aller\?parcours=/);
		await expect(page.getByRole('link', { name: 'Écrire une note' })).toHaveAttribute(
			'href',
			`${pathway}/notes`,
		);
		await page.getByLabel('Page, action ou prénom').fill('ondi');
		await page.getByRole('button', { name: 'Chercher' }).click();
		expect(page.url()).not.toContain('ondi');
		await expect(page.getByLabel('Page, action ou prénom')).toHaveValue('ondi');
		await page.getByRole('link', { name: 'Ondine' }).first().click();
		await expect(page).toHaveURL(new RegExp(`${pathway}$`));
		await page.goto('/aller');
		await page.getByLabel('Page, action ou prénom').fill('zzzz');
		await page.getByRole('button', { name: 'Chercher' }).click();
		await expect(page.getByText('Rien ne commence ainsi')).toBeVisible();
	});
});
