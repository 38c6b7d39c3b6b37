import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

const columns = 'Nom du lieu;Adresse complète;Tél. accueil;Nom du service;Ce qu’on y fait';
/** Invented, in columns that no document tells; the same house in both, by two partners who do not know each other. */
const tables = {
	'mairie.csv': `${columns}
Maison du Lin inventée;4 rue des Filatures, 62300 Lens;03 21 00 11 22;Atelier couture du mardi;Coudre et réparer ensemble, sans rien savoir
Le Grand Chêne inventé;9 place Verte, 62000 Arras;03 21 00 11 44;Jardin du chêne;Un jardin où l’on cultive pour sa table
`,
	'reseau.csv': `${columns}
La Maison du Lin (inventée);4 rue des Filatures, 62300 Lens;03 21 00 11 22;Aide aux papiers du lin;Quelqu’un lit vos courriers avec vous
`,
};

async function signIn(page: Page): Promise<void> {
	await page.goto('/connexion?retour=%2Fannuaire%2Fimports');
	await page.getByLabel('Adresse électronique').first().fill('thomas@demo.example.org');
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
}

interface Listed<Item> {
	readonly total_items: number;
	readonly contents: readonly Item[];
}

test.setTimeout(90_000);

test('a file nobody knows comes in, its doubles become one, and both standards tell it', async ({
	page,
	request,
}) => {
	await signIn(page);
	for (const [name, table] of Object.entries(tables)) {
		await page.goto('/annuaire/imports');
		await page
			.getByLabel('Fichier', { exact: true })
			.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(table) });
		await page.getByRole('button', { name: 'Continuer' }).click();
		await expect(page.locator('#resultat')).toContainText('Maison du Lin');
		await page.getByRole('button', { name: 'Importer tout le fichier' }).click();
		await expect(page.getByText('C’est importé.')).toBeVisible({ timeout: 20_000 });
	}

	const pair = page.locator('article').filter({ hasText: 'La Maison du Lin (inventée)' }).first();
	await expect(async () => {
		await page.goto('/annuaire/doublons');
		await expect(pair).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 20_000 });
	await pair.getByRole('link', { name: /^Comparer/ }).click();
	await page.getByRole('button', { name: 'Fusionner' }).click();
	await expect(page.getByText('les deux fiches n’en font plus qu’une')).toBeVisible();

	const read = async <Body>(path: string): Promise<Body> => {
		const answer = await request.get(path);
		expect([path, answer.status()]).toEqual([path, 200]);
		return (await answer.json()) as Body;
	};
	const houses = await read<Listed<{ id: string; name: string }>>(
		'/api/hsds/v3/organizations?search=Maison+du+Lin',
	);
	expect(houses.contents.map(({ name }) => name)).toHaveLength(1);
	const house = houses.contents[0];
	const offered = await read<Listed<{ name: string; organization?: { id: string } }>>(
		`/api/hsds/v3/services?organization_id=${house?.id}`,
	);
	expect(offered.contents.map(({ name }) => name).sort()).toEqual([
		'Aide aux papiers du lin',
		'Atelier couture du mardi',
	]);

	const told = await read<{
		structures: { id: string; nom: string; siret: string | null }[];
		services: { id: string; nom: string; structure_id: string }[];
	}>('/api/exports/data-inclusion-json');
	const structures = told.structures.filter(({ nom }) => nom.includes('Maison du Lin'));
	expect(structures).toHaveLength(1);
	const services = told.services.filter(({ structure_id }) => structure_id === structures[0]?.id);
	expect(services.map(({ nom }) => nom).sort()).toEqual([
		'Aide aux papiers du lin',
		'Atelier couture du mardi',
	]);
});
