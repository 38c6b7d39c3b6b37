import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './with.ts';

const told = 'http://127.0.0.1:4174';
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Somebody whom Awa follows, with a step whose day passed nine days ago without a word. */
const leaveStepLate = (page: Page, name: string, words: string) =>
	page.request.get(`${told}/retard?${new URLSearchParams({ nom: name, etape: words })}`);

const walks = [
	{ javaScriptEnabled: true, name: 'Apolline' },
	{ javaScriptEnabled: false, name: 'Théodora' },
] as const;

for (const { javaScriptEnabled, name } of walks) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a rupture is repaired from the day, and told', async ({ page }) => {
			await signIn(page, 'awa');
			const words = `Appeler le bailleur de ${name}`;
			await leaveStepLate(page, name, words);

			await page.goto('/aujourdhui');
			expect(await page.title()).not.toContain(name);
			const line = page.getByRole('listitem').filter({ hasText: words }).last();
			await expect(line).toContainText('Rupture');
			await expect(line).toContainText('Parce que la date prévue');
			await line.locator('summary', { hasText: 'C’est fait' }).click();
			await line.getByRole('button', { name: 'Enregistrer : c’est fait' }).click();
			await expect(page.getByText('Dites ce qui vient ensuite').first()).toBeVisible();

			await line.getByLabel('Et ensuite, quoi faire ?').fill('Visiter le logement');
			await line.getByLabel('Pour quand ?').fill(soon(5));
			await line.getByRole('button', { name: 'Enregistrer : c’est fait' }).click();
			await expect(page.getByText('C’est noté. L’alerte s’éteint')).toBeVisible();
			await expect(page.getByText(words)).toHaveCount(0);

			const repaired = page.getByRole('heading', { name: 'Réparé : qu’est-ce qui a marché ?' });
			await expect(repaired).toBeVisible();
			await page.getByLabel('Qu’est-ce qui a marché ?').first().fill('Un appel à trois, avec elle.');
			await page.getByRole('button', { name: 'Le dire' }).first().click();
			await expect(page.getByText('Merci : votre phrase est gardée.')).toBeVisible();
			await expect(repaired).toHaveCount(0);
		});

		test('an alert is put off with a reason, and said useful', async ({ page }) => {
			await signIn(page, 'awa');
			const words = `Écrire à la caisse pour ${name}`;
			await leaveStepLate(page, `${name} deux`, words);
			await page.goto('/aujourdhui');
			const line = page.getByRole('listitem').filter({ hasText: words }).last();
			await line.getByRole('button', { name: 'Utile', exact: true }).click();
			await expect(line).toContainText('Vous avez dit : utile.');

			await line.locator('summary', { hasText: 'Plus tard' }).click();
			await line.getByLabel('La revoir quel jour ?').fill(soon(60));
			await line.getByLabel('Pourquoi elle peut attendre').fill('Elle est en vacances chez sa sœur');
			await line.getByRole('button', { name: 'Remettre à plus tard' }).click();
			await expect(page.getByText('Choisissez un jour dans les trente jours').first()).toBeVisible();
			await line.getByLabel('La revoir quel jour ?').fill(soon(6));
			await line.getByRole('button', { name: 'Remettre à plus tard' }).click();
			await expect(page.getByText('C’est remis à plus tard.')).toBeVisible();
			await expect(page.getByText(words)).toHaveCount(0);
			await page.getByText(/alertes? remises? à plus tard/).click();
			await expect(page.getByText('Elle est en vacances chez sa sœur').first()).toBeVisible();
		});
	});
}

test('the day is walked with the keyboard, and is where a worker lands', async ({ page }) => {
	await page.goto('/connexion');
	await page.getByLabel('Adresse électronique').first().fill('awa@demo.example.org');
	await page.getByLabel('Mot de passe', { exact: true }).fill('lanterne-rivage-bocage-terril');
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await page.waitForURL('**/aujourdhui');
	await leaveStepLate(page, 'Ghislaine', 'Retrouver le carnet de santé');
	await page.goto('/aujourdhui');
	// Shown by the script that hears the keys.
	await expect(page.locator('day-keys')).toBeVisible();

	await page.keyboard.press('j');
	await expect(page.locator('[data-item]').first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('k');
	await expect(page.locator('[data-item]').first()).toBeFocused();
	const line = page.getByRole('listitem').filter({ hasText: 'Retrouver le carnet' }).last();
	await line.focus();
	await page.keyboard.press('Enter');
	await expect(line.getByLabel('Et ensuite, quoi faire ?')).toBeFocused();
	await page.keyboard.type('jk?');
	await expect(line.getByLabel('Et ensuite, quoi faire ?')).toHaveValue('jk?');

	await line.focus();
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Se déplacer au clavier' });
	await expect(help).toBeVisible();
	await help.getByLabel('Ne pas utiliser ces touches').check();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await expect(help).toBeHidden();

	for (const address of ['/aujourdhui', '/aujourdhui/equipe']) {
		await page.goto(address);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	}
});

test('somebody of another organisation finds nothing of it', async ({ page }) => {
	await signIn(page, 'julien', '/aujourdhui');
	await expect(page.getByText('Apolline')).toHaveCount(0);
	await expect(page.getByText('Ghislaine')).toHaveCount(0);
});

test('a colleague who is away hands over her day, marked as hers', async ({ page }) => {
	await signIn(page, 'awa', '/aujourdhui/equipe');
	await page.getByText('Dire une absence', { exact: true }).click();
	await page.getByLabel('Qui sera absent ?').selectOption({ label: 'Karim Delvallée' });
	await page.getByLabel('Qui reçoit sa journée ?').selectOption({ label: 'Karim Delvallée' });
	await page.getByLabel('Jusqu’au (compris)').fill(soon(10));
	await page.getByRole('button', { name: 'Dire cette absence' }).click();
	await expect(page.getByText('Choisissez deux personnes différentes').first()).toBeVisible();
	await page.getByLabel('Qui reçoit sa journée ?').selectOption({ label: 'Awa Demeester' });
	await page.getByRole('button', { name: 'Dire cette absence' }).click();
	await expect(page.getByText('L’absence est dite.')).toBeVisible();

	await page.goto('/aujourdhui');
	await expect(page.getByText('pour Karim Delvallée, absence jusqu’au').first()).toBeVisible();
	await page.goto('/aujourdhui/equipe');
	await page.getByRole('button', { name: 'Mettre fin à l’absence de Karim Delvallée' }).click();
	await expect(page.getByText('Aucune absence dite.')).toBeVisible();
	await page.goto('/aujourdhui');
	await expect(page.getByText('pour Karim Delvallée')).toHaveCount(0);
});
