import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function setGoalAndStep(page: Page, path: string): Promise<void> {
	await page.goto(`${path}/etapes`);
	await page.getByLabel('Ce qu’elle veut, avec ses mots').fill('Une place en crèche pour Noé');
	await page.getByLabel('Dans quel domaine ?').selectOption({ label: 'Famille, enfants' });
	await page.getByRole('button', { name: 'Noter cet objectif' }).click();
	await expect(page.getByText('L’objectif est noté.')).toBeVisible();
	await page.getByLabel('Quoi faire ?').fill('Appeler la crèche');
	await page.getByLabel('Pour quand ?').fill(soon(7));
	await page.getByRole('button', { name: 'Proposer cette étape' }).click();
	await expect(page.getByText('L’étape est proposée.')).toBeVisible();
}

const review = (page: Page, words: string) =>
	page.getByRole('link', { name: `Dire où elle en est : ${words}` }).click();

/** Names that nobody takes for one another: opening warns of a person who may be known already. */
const walks = [
	{ javaScriptEnabled: true, first: 'Lina', second: 'Bérénice' },
	{ javaScriptEnabled: false, first: 'Maximilien', second: 'Oumou' },
] as const;

for (const { javaScriptEnabled, first, second } of walks) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a goal, a step accepted aloud and done, and what comes next', async ({ page }) => {
			await signIn(page, 'awa');
			const path = await openPathway(page, first);
			await setGoalAndStep(page, path);

			await review(page, 'Appeler la crèche');
			await page.getByLabel('Elle est d’accord').check();
			await page.getByRole('button', { name: 'Enregistrer' }).click();
			await expect(page.getByText('Écrivez devant qui la personne a dit oui').first()).toBeVisible();
			await page.getByLabel('Devant qui ?').fill('Nadia, à l’accueil');
			await page.getByRole('button', { name: 'Enregistrer' }).click();
			await expect(page.getByText('Elle a dit oui devant Nadia, à l’accueil')).toBeVisible();

			await review(page, 'Appeler la crèche');
			await page.getByLabel('C’est fait').check();
			await page.getByRole('button', { name: 'Enregistrer' }).click();
			await expect(page.getByText('Dites ce qui vient ensuite').first()).toBeVisible();
			const next = page.getByRole('group', { name: 'Et ensuite ?' });
			await next.getByLabel('Quoi faire ?').fill('Visiter la crèche');
			await next.getByLabel('Pour quand ?').fill(soon(9));
			await page.getByRole('button', { name: 'Enregistrer' }).click();
			await expect(page.getByText('C’est noté.')).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Visiter la crèche' })).toBeVisible();
		});

		test('the person and the worker assess apart, then what changed is seen', async ({ page }) => {
			await signIn(page, 'awa');
			const path = await openPathway(page, second);
			await page.goto(`${path}/diagnostic`);
			await page.getByRole('link', { name: 'Répondre ensemble, un sujet à la fois' }).click();
			await page.getByLabel('Je ne sais pas où dormir ce soir.').check();
			await page.getByLabel('C’est mon objectif').check();
			await page.getByLabel('Avec mes mots').fill('Un studio à moi');
			await page.getByRole('button', { name: 'Sujet suivant' }).click();
			await expect(page.getByText('Sujet 2 sur 12').first()).toBeVisible();
			await page.getByLabel('Je ne souhaite pas en parler').check();
			await page.getByRole('button', { name: 'S’arrêter là et relire' }).click();
			await expect(page.getByText('« Un studio à moi »')).toBeVisible();
			await page.getByRole('button', { name: 'Enregistrer ce diagnostic' }).click();
			await expect(page.getByText('Le diagnostic est enregistré.')).toBeVisible();

			await page.getByRole('link', { name: 'Donner mon point de vue' }).click();
			const housing = page.getByRole('group', { name: 'Logement' });
			await housing.getByLabel('J’ai un toit pour quelques mois, sans savoir ce qui vient après.').check();
			await page.getByRole('button', { name: 'Enregistrer ce diagnostic' }).click();
			await expect(page.getByText('Elle se voit moins bien que vous ne la voyez')).toBeVisible();

			await page.getByRole('link', { name: 'Recopier la grille de la personne' }).click();
			await housing.getByLabel('J’ai un logement qui me convient.').check();
			await page.getByRole('button', { name: 'Enregistrer ce diagnostic' }).click();
			await page.getByRole('link', { name: 'Voir ce qui a changé' }).click();
			await expect(page.getByText('Va mieux : Logement.')).toBeVisible();
			await page.goto(`${path}/etapes`);
			await expect(page.getByRole('heading', { name: '« Un studio à moi »' })).toBeVisible();
		});
	});
}

test('the lead passes to another organisation once she and the receiver have said yes', async ({
	page,
	browser,
}) => {
	test.slow();
	const other = await (await browser.newContext()).newPage();
	await signIn(other, 'julien', '/relais');
	await expect(other.getByText('Aucun relais à accepter')).toBeVisible();
	const own = await other.locator('header a[href^="/structures/"]').first().getAttribute('href');

	await signIn(page, 'awa');
	const path = await openPathway(page, 'Ségolène');
	await setGoalAndStep(page, path);
	await page.getByRole('link', { name: 'Passer le relais à quelqu’un d’autre' }).click();
	await page.getByText('Une autre structure ?').click();
	await page.locator('input[name="words"]').fill(own?.split('/').at(-1) ?? '');
	await page.getByRole('button', { name: 'Chercher' }).click();
	const place = page.getByRole('group', { name: 'Avec quelle structure ?' }).getByRole('radio').first();
	await place.check();
	await page.getByRole('button', { name: 'Noter son accord pour cette structure' }).click();
	await expect(page.getByText('Écrivez devant qui').first()).toBeVisible();
	await page.locator('input[name="heardBy"]').fill('Nadia, à l’accueil');
	await page.getByRole('button', { name: 'Noter son accord pour cette structure' }).click();
	await expect(page.getByText('Son accord est noté : vous pouvez proposer')).toBeVisible();

	const to = page.getByLabel('À qui ?');
	const elsewhere = to.locator('option[value^="organisation:"]').first();
	await to.selectOption((await elsewhere.getAttribute('value')) ?? '');
	await page.getByLabel('Pourquoi passer le relais ?').fill('Elle déménage à Lens');
	await page.getByRole('button', { name: 'Proposer ce relais' }).click();
	await expect(page.getByText('Le relais est proposé.')).toBeVisible();
	await page.locator('input[name="witness"]').fill('Nadia, à l’accueil');
	await page.getByRole('button', { name: 'Noter son accord' }).click();
	await expect(page.getByText('La personne a dit oui le')).toBeVisible();

	await other.goto('/relais');
	await other.getByRole('button', { name: 'Accepter le relais : Ségolène' }).click();
	await expect(other.getByText('Vous accompagnez maintenant cette personne.')).toBeVisible();
	await other.goto(`${path}/etapes`);
	await expect(other.getByRole('heading', { name: 'Appeler la crèche' })).toBeVisible();
	expect((await page.goto(`${path}/etapes`))?.status()).toBe(404);
});

test('goals, assessment and relay: no axe violation, nothing scrolls sideways at 320 px', async ({
	page,
}) => {
	test.slow();
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'awa');
	const path = await openPathway(page, 'Thibault');
	await setGoalAndStep(page, path);
	await review(page, 'Appeler la crèche');
	const step = new URL(page.url()).search;
	for (const place of [
		`${path}/etapes`,
		`${path}/etapes${step}`,
		`${path}/diagnostic`,
		`${path}/diagnostic/nouveau?par=person&sujet=housing`,
		`${path}/diagnostic/nouveau?par=worker`,
		`${path}/diagnostic/nouveau?par=person&sujet=relire`,
		`${path}/diagnostic/evolution`,
		`${path}/diagnostic/imprimer?langue=en`,
		`${path}/relais`,
		'/relais',
	]) {
		await page.goto(place);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${place} ${id} ${nodes[0]?.html}`)).toEqual([]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect([place, width <= 320]).toEqual([place, true]);
	}
});
