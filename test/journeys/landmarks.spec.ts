import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const open = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click();

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a paper that ends is noted, tied to a step, and settled', async ({ page }) => {
			await signIn(page, 'awa', '/personnes');
			const pathway = await openPathway(page, 'Zéphyrine');
			await page.goto(`${pathway}/etapes`);
			await page.getByLabel('Ce qu’elle veut, avec ses mots').fill('Garder mon titre de séjour');
			await page.getByLabel('Dans quel domaine ?').selectOption({ index: 1 });
			await page.getByRole('button', { name: 'Noter cet objectif' }).click();
			await page.getByLabel('Quoi faire ?').fill('Prendre rendez-vous en préfecture');
			await page.getByLabel('Pour quand ?').fill(inDays(10));
			await page.getByRole('button', { name: 'Proposer cette étape' }).click();
			await expect(page.getByText('L’étape est proposée.')).toBeVisible();

			await page.goto(`${pathway}/reperes`);
			await expect(page.getByText('Aucune date pour l’instant')).toBeVisible();
			await open(page, 'Un droit, un papier');
			await page.locator('#endsOn-fin').fill(inDays(40));
			await page.getByRole('button', { name: 'Noter cette date' }).first().click();
			await expect(page.getByRole('alert')).toContainText('Choisissez dans la liste.');
			await expect(page.locator('#endsOn-fin')).toHaveValue(inDays(40));
			await page.getByLabel('Qu’est-ce qui finit ?').selectOption({ label: 'Titre de séjour' });
			await page.getByRole('button', { name: 'Noter cette date' }).first().click();
			await expect(page.getByText('C’est noté.')).toBeVisible();

			const line = page.getByRole('listitem').filter({ hasText: 'Titre de séjour' });
			await open(page, 'Dire quelle étape s’en occupe');
			await line.getByLabel('Quelle étape ?').selectOption({ label: 'Prendre rendez-vous en préfecture' });
			await line.getByRole('button', { name: 'Relier cette étape' }).click();
			await expect(line).toContainText('Une étape s’en occupe');
			await line.getByRole('button', { name: /C’est réglé/ }).click();
			await expect(line).toContainText('Réglé');
		});
	});
}

test('an exit, a try, news and a rhythm: each is said in its own form', async ({ page }) => {
	await signIn(page, 'awa', '/personnes');
	const pathway = await openPathway(page, 'Ysoline');
	await page.goto(`${pathway}/reperes`);
	await open(page, 'Une sortie d’hôpital');
	await page.getByLabel('D’où sort-elle ?').selectOption({ label: 'Hébergement' });
	await page.locator('#leavesOn-sortie').fill(inDays(9));
	await page.locator('form[action="?/sortie"] button').click();
	await page.getByRole('button', { name: /Quelqu’un l’attend dehors/ }).click();
	await expect(page.locator('.tag', { hasText: 'Quelqu’un l’attend dehors' })).toBeVisible();
	await open(page, 'Un essai pour la joindre');
	await page.getByLabel('Par quel moyen ?').selectOption({ label: 'Téléphone' });
	await page.getByRole('button', { name: 'Noter cet essai' }).click();
	await open(page, 'Un emploi, une formation');
	await page.getByLabel('Qu’a-t-elle trouvé ?').selectOption({ label: 'Emploi' });
	await page.getByLabel('Depuis quel jour ?', { exact: true }).fill(inDays(3));
	await page.locator('form[action="?/nouvelle"] button').click();
	await expect(page.getByRole('alert')).toContainText('Ce jour n’est pas encore venu.');
	await page.getByLabel('Depuis quel jour ?', { exact: true }).fill(inDays(-30));
	await page.locator('form[action="?/nouvelle"] button').click();
	await open(page, 'Prendre des nouvelles');
	await page.getByLabel('Cela tient toujours ?').selectOption({ label: 'Oui' });
	await page.getByRole('button', { name: 'Noter ces nouvelles' }).click();
	await expect(page.getByText('cela tient.')).toBeVisible();
	await open(page, 'Le rythme des nouvelles');
	await page.getByLabel('Deux fois plus tôt').check();
	await page.getByRole('button', { name: 'Garder ce rythme' }).click();
	await open(page, 'Le rythme des nouvelles');
	await expect(page.getByLabel('Deux fois plus tôt')).toBeChecked();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a departure is announced to the team, then forgotten', async ({ page }) => {
	await signIn(page, 'julien', '/aujourdhui/equipe');
	await open(page, 'Annoncer un départ');
	await page.locator('#leavesOn').fill(inDays(-2));
	await page.getByRole('button', { name: 'Annoncer ce départ' }).click();
	await expect(page.getByRole('alert')).toContainText('Choisissez un jour à venir');
	await page.getByLabel('Qui quitte le poste ?').selectOption({ label: 'Lucie Bacqueville' });
	await page.locator('#leavesOn').fill(inDays(30));
	await page.getByRole('button', { name: 'Annoncer ce départ' }).click();
	await expect(page.getByText('Lucie Bacqueville quitte le poste le')).toBeVisible();
	await page.getByRole('button', { name: 'Ce départ n’a plus lieu : Lucie Bacqueville' }).click();
	await expect(page.getByText('Le départ est effacé.')).toBeVisible();
});
