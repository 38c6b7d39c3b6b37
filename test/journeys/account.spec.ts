import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import * as OTPAuth from 'otpauth';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/connexion?retour=%2Fcompte');
	await page.getByLabel('Adresse électronique').first().fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a wrong password says what to do and keeps the address', async ({ page }) => {
			await page.goto('/connexion');
			await page.getByLabel('Adresse électronique').first().fill('personne@demo.example.org');
			await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot de passe');
			await page.getByRole('button', { name: 'Se connecter' }).click();
			await expect(page.getByText('ne correspond pas', { exact: false }).first()).toBeVisible();
			await expect(page.getByLabel('Adresse électronique').first()).toHaveValue('personne@demo.example.org');
			await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveValue('');
		});

		test('Nadège signs in, changes hat, sees her sessions and leaves', async ({ page }) => {
			await signIn(page, 'nadege@demo.example.org');
			await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
			await expect(page.getByText('Cet appareil')).toBeVisible();
			await page.getByRole('button', { name: 'Prendre cette casquette' }).first().click();
			await expect(page.getByText('Vous agissez maintenant avec cette casquette.')).toBeVisible();
			await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
			await page.goto('/compte');
			await expect(page).toHaveURL(/\/connexion\?retour=/);
		});

		test('a link by mail opens the account once', async ({ page }) => {
			const email = javaScriptEnabled ? 'thomas@demo.example.org' : 'claire@demo.example.org';
			await page.goto('/connexion/lien');
			await page.getByLabel('Adresse électronique').fill(email);
			await page.getByRole('button', { name: 'Recevoir un lien' }).click();
			await expect(page.getByText('Si un compte existe à cette adresse', { exact: false })).toBeVisible();

			const message = page.getByRole('article').filter({ hasText: email });
			await expect(async () => {
				await page.goto('/courriels');
				await expect(message.first()).toBeVisible({ timeout: 500 });
			}).toPass({ timeout: 15_000 });
			await message.first().getByRole('link').click();
			await page.waitForURL(/\/connexion\/lien\//);
			const address = page.url();
			await page.getByRole('button', { name: 'Me connecter' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();

			await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
			await page.goto(address);
			await page.getByRole('button', { name: 'Me connecter' }).click();
			await expect(page.getByText('Ce lien a déjà servi', { exact: false }).first()).toBeVisible();
		});
	});
}

test('Inès protects her account with a code, and is asked for it', async ({ page }) => {
	await signIn(page, 'ines@demo.example.org');
	await page.goto('/compte/code');
	await page.getByLabel('Mot de passe actuel').fill(demoPassword);
	await page.getByRole('button', { name: 'Activer le code' }).click();
	const secret = ((await page.locator('main code').textContent()) ?? '').replace(/\s/g, '');
	const totp = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret), digits: 6, period: 30 });
	await page.getByLabel('Code à six chiffres').fill(totp.generate());
	await page.getByRole('button', { name: 'Confirmer' }).click();
	await expect(page.getByText('Le code est activé', { exact: false })).toBeVisible();
	const codes = await page
		.getByRole('list', { name: 'Vos dix codes de secours' })
		.getByRole('listitem')
		.allTextContents();
	expect(codes).toHaveLength(10);
	await expect(page.getByRole('button', { name: 'Imprimer ces codes' })).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, 'ines@demo.example.org');
	await expect(page).toHaveURL(/\/connexion\/code/);
	await page.goto('/compte');
	await expect(page).toHaveURL(/\/connexion\/code/);
	// The code of this half-minute has served: the next one is needed.
	await page.getByLabel('Code à six chiffres').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
	await page.getByRole('button', { name: 'Valider le code' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();

	// Without her telephone: a code of the sheet, as it was shown, once.
	for (const opens of [true, false]) {
		await page.context().clearCookies();
		await signIn(page, 'ines@demo.example.org');
		await page.getByLabel('Code à six chiffres').fill(codes[0] ?? '');
		await page.getByRole('button', { name: 'Valider le code' }).click();
		if (opens) await expect(page.getByText('Il vous reste 9 codes de secours.')).toBeVisible();
		else await expect(page.getByText('il a déjà servi', { exact: false }).first()).toBeVisible();
	}

	// A new telephone: she takes the code off, and her password alone opens again.
	await page.getByLabel('Code à six chiffres').fill(codes[1] ?? '');
	await page.getByRole('button', { name: 'Valider le code' }).click();
	await page.goto('/compte/code');
	await page.getByLabel('Mot de passe actuel').fill(demoPassword);
	await page.getByRole('button', { name: 'Désactiver le code' }).click();
	await expect(page.getByText('Le code n’est plus demandé.')).toBeVisible();
	await page.context().clearCookies();
	await signIn(page, 'ines@demo.example.org');
	await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(`invitations, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('Marc invites a coordinator to a territory, then withdraws', async ({ page }) => {
			const email = `coordination${javaScriptEnabled ? '' : '-sans'}@exemple.test`;
			await signIn(page, 'marc@demo.example.org');
			await page.getByRole('link', { name: 'Inviter quelqu’un' }).click();
			await page.getByLabel('Son adresse électronique').fill(email);
			await page.getByLabel('Coordinateur').check();
			await page.getByLabel('Où s’exerce ce rôle').fill('boulonnais');
			await page.getByRole('button', { name: 'Chercher', exact: true }).click();
			await expect(page.getByLabel('Son adresse électronique')).toHaveValue(email);
			await expect(page.getByLabel('Coordinateur')).toBeChecked();
			await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
			await expect(page.getByText('Choisissez la structure ou le territoire').first()).toBeVisible();
			await page.getByLabel('CA du Boulonnais').check();
			await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
			const waiting = page.getByRole('listitem').filter({ hasText: email });
			await expect(waiting).toContainText('Coordinateur, CA du Boulonnais');
			await waiting.getByRole('button', { name: 'Retirer l’invitation' }).click();
			await expect(page.getByText('L’invitation est retirée', { exact: false })).toBeVisible();
			await expect(waiting).toHaveCount(0);
		});
	});
}

test('account pages: no axe violation, nothing scrolls sideways at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'marc@demo.example.org');
	for (const path of [
		'/compte',
		'/compte/mot-de-passe',
		'/compte/code',
		'/compte/equipe',
		'/compte/invitations',
	]) {
		await page.goto(path);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(`${path} ${overflow}`).toBe(`${path} 0`);
	}
});
