import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

const api = '/api/hsds/v3';
const service = (rank: number, more: object = {}) => ({
	id: `3a19ff88-4620-4d17-9830-${String(rank).padStart(12, '0')}`,
	name: `Atelier inventé ${rank}`,
	description: 'Un atelier.',
	status: 'active',
	organization: { id: '3a19ff88-4620-4d17-9830-000000000100', name: 'Maison inventée', description: '' },
	...more,
});

test('any software reads the directory, without a key, from any page', async ({ request }) => {
	const details = await (await request.get(`${api}/`)).json();
	for (const address of [details.profile, details.openapi_url])
		expect((await request.get(new URL(address).pathname)).status()).toBe(200);

	const headers = { origin: 'https://ailleurs.example.org' };
	const list = await request.get(`${api}/services?per_page=3`, { headers });
	expect(list.headers()['access-control-allow-origin']).toBe('*');
	const { contents, total_items } = await list.json();
	expect(contents).toHaveLength(3);
	const one = await request.get(`${api}/services/${contents[0].id}`);
	expect(await one.json()).toMatchObject({ id: contents[0].id, organization: { id: expect.any(String) } });

	const again = await request.get(`${api}/services?per_page=3`, {
		headers: { 'if-none-match': list.headers().etag ?? '' },
	});
	expect([again.status(), await again.text()]).toEqual([304, '']);

	const stream = await (await request.get(`${api}/services?format=ndjson`)).text();
	expect(stream.trimEnd().split('\n')).toHaveLength(total_items);

	const data = { search: 'permis', per_page: 5 };
	const found = await (await request.post(`${api}/services`, { data, headers })).json();
	expect(found).toEqual(await (await request.get(`${api}/services?search=permis&per_page=5`)).json());

	const wrong = await request.get(`${api}/services?per_page=0`);
	expect(wrong.status()).toBe(400);
	expect((await wrong.json()).parameters[0].name).toBe('per_page');
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('a coordinator imports a file of HSDS: nothing to map, a look, a click', async ({ page }) => {
			await page.goto('/connexion?retour=%2Fannuaire%2Fimports');
			await page.getByLabel('Adresse électronique').first().fill('thomas@demo.example.org');
			await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
			await page.getByRole('button', { name: 'Se connecter' }).click();

			const from = javaScriptEnabled ? 1 : 11;
			const contents = [service(from), service(from + 1), service(from + 2, { email: 'non' })];
			const buffer = Buffer.from(JSON.stringify({ total_items: 3, contents }));
			await page
				.getByLabel('Fichier', { exact: true })
				.setInputFiles({ name: 'services.json', mimeType: 'application/json', buffer });
			await page.getByRole('button', { name: 'Continuer' }).click();

			await expect(page.getByRole('heading', { level: 1, name: 'Importer un fichier HSDS' })).toBeVisible();
			await expect(page.locator('#resultat')).toContainText('Maison inventée');
			await expect(page.locator('#resultat')).toContainText('Ce n’est pas une adresse électronique.');
			if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

			await page.getByRole('button', { name: 'Importer tout le fichier' }).click();
			await expect(page.getByText('C’est importé.')).toBeVisible({ timeout: 20_000 });
			await expect(page.getByText(/3 lignes lues/)).toBeVisible();
			await expect(page.getByRole('button', { name: 'Garder' })).toHaveCount(0);
		});
	});
}
