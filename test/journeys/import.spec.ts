import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/connexion?retour=%2Fannuaire%2Fimports');
	await page.getByLabel('Adresse électronique').first().fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Importer un fichier' })).toBeVisible();
}

/** Invented, and told by no document: a title above the names, addresses in one cell, words of its own for topics. */
const unknownTable = `Lieux d’accueil de l’Artois;;;;;
Nom de la structure;Adresse complète;Tél.;Horaires;Rubrique;Détail
Maison inventée des aidants;12 rue de la Paix, 62300 Lens;321000001;lun-ven 9h-12h/14h-17h;logt;Un toit pour souffler
Épicerie inventée;3 place Foch 62000 Arras;03 21 00 00 02;;Alimentation;Des colis chaque semaine
XY;;;;Santé;Un nom trop court
`;

test.setTimeout(60_000);

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a coordinator imports a table never seen, keeps its mapping, and undoes the import', async ({
			page,
		}) => {
			await signIn(page, 'thomas@demo.example.org');
			const name = `artois-${javaScriptEnabled ? 'un' : 'deux'}.csv`;
			await page
				.getByLabel('Fichier', { exact: true })
				.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(unknownTable) });
			await page.getByRole('button', { name: 'Continuer' }).click();

			await expect(page.getByRole('heading', { level: 1, name: 'Quelle colonne va où ?' })).toBeVisible();
			const preview = page.locator('#resultat');
			await expect(preview).toContainText('Maison inventée des aidants');
			await expect(preview).toContainText('1 n’entre pas');
			await page.getByLabel(/« logt »/).selectOption({ label: 'Louer un logement' });
			await page.getByRole('button', { name: 'Voir le résultat' }).click();
			await expect(page.getByLabel(/« logt »/).locator('option:checked')).toHaveText('Louer un logement');
			if (javaScriptEnabled) {
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations).toEqual([]);
			}

			await page.getByRole('button', { name: 'Importer tout le fichier' }).click();
			await expect(page.getByText('C’est importé.')).toBeVisible({ timeout: 20_000 });
			await expect(page.getByText(/3 lignes lues : 2 ajouts/)).toBeVisible();
			await page.getByRole('button', { name: 'Garder' }).click();
			await expect(page.getByText('C’est gardé')).toBeVisible();

			await page.goto('/annuaire/imports');
			const run = page.getByRole('row').filter({ hasText: name });
			await run.getByRole('button', { name: /Annuler cet import/ }).click();
			await expect(page.getByText(/L’import est annulé/)).toBeVisible();
			await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Annulé le');
		});
	});
}
