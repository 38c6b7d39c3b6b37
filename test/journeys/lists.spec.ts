import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../src/lib/directory/demo/people.ts';

const origin = 'http://localhost:4173';

async function signIn(page: Page, email: string, back: string): Promise<void> {
	await page.goto(`/connexion?retour=${encodeURIComponent(back)}`);
	await page.getByLabel('Adresse électronique').first().fill(email);
	await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page).toHaveURL(new RegExp(back));
}

/** The addresses of the first services of a search. */
async function services(page: Page, address: string): Promise<string[]> {
	await page.goto(address);
	const links = await page.locator('main ol a[href^="/services/"]').all();
	return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });
		const suffix = javaScriptEnabled ? 'avec' : 'sans';

		test('a list is taken away as a table', async ({ page }) => {
			await page.goto('/trouver?lieu=Lens&besoin=se-loger&page=2');
			await page.getByText('Emporter cette liste').click();
			const [file] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: 'Télécharger en CSV' }).click(),
			]);
			const text = await readFile(await file.path(), 'utf8');
			expect(text).toMatch(/^\ufeffService;Structure;/);
			expect(text.split('\r\n').length).toBeGreaterThan(40);
		});

		test('what is missing is said without an account, and stewards read it', async ({ page }) => {
			await page.goto('/trouver?q=zzgarde&lieu=Lens');
			await page.getByRole('link', { name: 'Signaler ce qui manque' }).click();
			await expect(page.getByLabel('Où en avez-vous besoin ?')).toHaveValue('Lens');
			await page.getByLabel('Que cherchiez-vous ?').fill('');
			await page.getByRole('button', { name: 'Signaler ce manque' }).click();
			await expect(page.getByText('Écrivez ce que vous cherchiez.').first()).toBeVisible();
			await page.getByLabel('Que cherchiez-vous ?').fill(`garde de nuit ${suffix}`);
			await page.getByLabel('Voulez-vous ajouter une phrase ?').fill('Rien après vingt heures.');
			await page.getByRole('button', { name: 'Signaler ce manque' }).click();
			await expect(page.getByText('Merci, c’est noté.', { exact: false })).toBeVisible();

			await signIn(page, 'thomas@demo.example.org', '/annuaire/manques');
			const row = page.getByRole('row', { name: new RegExp(`garde de nuit ${suffix}`) });
			await expect(row).toContainText('Lens');
			await row.getByRole('button', { name: 'Effacer cette phrase' }).click();
			await expect(page.getByText('La phrase est effacée.')).toBeVisible();
			await expect(row).not.toContainText('Rien après');
		});

		test('an alert waits for a yes by mail, and stops in one click', async ({ page }) => {
			await page.goto(`/trouver?q=zzalerte${suffix}&lieu=Lens`);
			await page.getByRole('link', { name: 'Être prévenu par courriel' }).click();
			await page.getByLabel('Votre adresse électronique').fill('pas une adresse');
			await page.getByRole('button', { name: 'Me prévenir' }).click();
			await expect(page.locator('#email')).toHaveAttribute('aria-invalid', 'true');
			await page.getByLabel('Votre adresse électronique').fill(`awa.${suffix}@exemple.example.org`);
			await page.getByRole('button', { name: 'Me prévenir' }).click();
			await expect(page.getByText('un message vous demande de confirmer', { exact: false })).toBeVisible();

			const link = await mailedLink(page, `zzalerte${suffix}`);
			await page.goto(link);
			await page.getByRole('button', { name: 'Confirmer : me prévenir' }).click();
			await expect(page.getByText('C’est confirmé', { exact: false })).toBeVisible();
			await page.getByRole('button', { name: 'Ne plus me prévenir' }).click();
			await expect(page.getByText('C’est arrêté', { exact: false })).toBeVisible();
			await page.goto(link);
			await expect(page.getByText('Ce lien ne sert plus', { exact: false }).first()).toBeVisible();
		});

		test('services are chosen, compared, shared, and printed in Arabic', async ({ page, context }) => {
			const [one = '', two = ''] = await services(page, '/trouver?lieu=Lens&q=velo');
			for (const path of [one, two]) {
				await page.goto(path);
				await page.getByRole('button', { name: 'Ajouter à ma sélection' }).click();
			}
			await expect(page).toHaveURL(/\/selection\?services=[\w-]{36},[\w-]{36}/);
			await page.getByLabel('Distance depuis').fill('Lens');
			await page.getByRole('button', { name: 'Calculer' }).click();
			await expect(page.getByRole('row', { name: /^Distance/ })).toContainText('km à vol d’oiseau');

			const shared = page.url();
			await context.clearCookies();
			await page.goto(shared);
			await expect(page.getByRole('columnheader')).toHaveCount(2);
			await page.getByRole('link', { name: 'Imprimer dans la langue de la personne' }).click();
			await page.getByLabel('Langue de la personne').selectOption('ar');
			await page.getByRole('button', { name: 'Afficher' }).click();
			const sheet = page.locator('article[lang="ar"][dir="rtl"]');
			await expect(sheet).toContainText('العنوان');
			await expect(sheet).toContainText('Adresse');
			await page.goBack();
			await page.goBack();
			await page
				.getByRole('button', { name: /^Retirer/ })
				.first()
				.click();
			await expect(page.getByRole('columnheader')).toHaveCount(1);
		});

		test('an account keeps a search and a service', async ({ page }) => {
			await signIn(page, 'claire@demo.example.org', '/compte');
			await page.goto(`/etre-prevenu?q=velo&lieu=Lens&rayon=${javaScriptEnabled ? 30 : 50}`);
			await page.getByRole('button', { name: 'Garder cette recherche' }).click();
			const label = new RegExp(`«\\svelo\\s», à moins de ${javaScriptEnabled ? 30 : 50} km de Lens`);
			await expect(page.getByRole('heading', { name: label })).toBeVisible();
			const card = page.locator('article', { hasText: label });
			await card.getByRole('button', { name: 'Ne plus me prévenir' }).click();
			await expect(card).toContainText('Sans courriel.');
			await card.getByRole('button', { name: /^Retirer/ }).click();
			await expect(card).toHaveCount(0);

			const [one = ''] = await services(page, '/trouver?lieu=Lens&q=velo');
			await page.goto(one);
			await page.getByRole('button', { name: 'Garder dans mes favoris' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Mes favoris' })).toBeVisible();
			await page.getByRole('checkbox').first().check();
			await page.getByRole('button', { name: 'Comparer ceux que j’ai cochés' }).click();
			await expect(page.getByRole('columnheader')).toHaveCount(1);
			await page.goto('/compte/favoris');
			await page
				.getByRole('button', { name: /^Retirer/ })
				.first()
				.click();
		});
	});
}

/** The link of the last mail about a search, on the page where mails land without a server. */
async function mailedLink(page: Page, words: string): Promise<string> {
	await expect(async () => {
		await page.goto('/courriels');
		await expect(page.getByText(words, { exact: false }).first()).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 15_000 });
	const [link] = /\/alertes\/[\w-]{43}/.exec((await page.locator('main').textContent()) ?? '') ?? [];
	if (!link) throw new Error('no link in the mail');
	return link;
}

/** Somebody else's site, of one page: another origin on this machine. */
async function siteWith(body: string): Promise<{ site: string; close: () => void }> {
	const server = http.createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>${body}`);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return { site: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test('another site shows the widget with one line, as tall as it is, asking nothing of a third', async ({
	page,
}) => {
	await page.goto('/widget/installer?lieu=Lens&besoin=se-loger');
	const line = await page.getByLabel('Avec une ligne de script', { exact: false }).inputValue();
	const { site, close } = await siteWith(`<h1>Mairie</h1>${line}`);
	const asked = new Set<string>();
	page.on('request', (request) => asked.add(new URL(request.url()).origin));
	await page.goto(site);
	const frame = page.frameLocator('iframe');
	await expect(frame.getByRole('article')).toHaveCount(5);
	const height = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
	await expect.poll(height).toBeGreaterThan(700);
	await frame.getByLabel('Où ?').fill('Arras');
	await frame.getByRole('button', { name: 'Chercher' }).click();
	await expect(frame.getByRole('link', { name: /sur Passerelles/ })).toHaveAttribute('href', /lieu=Arras/);
	expect([...asked].sort()).toEqual([origin, site].sort());
	close();
});

test('a page that is not the widget refuses to be framed', async ({ page }) => {
	const { site, close } = await siteWith(
		`<iframe src="${origin}/widget" id="a"></iframe><iframe src="${origin}/trouver" id="b"></iframe>`,
	);
	await page.goto(site);
	const title = { name: 'Trouver de l’aide' };
	await expect(page.frameLocator('#a').getByRole('heading', title)).toHaveCount(1);
	await expect(page.frameLocator('#b').getByRole('heading', title)).toHaveCount(0);
	close();
});

test('lists have no fault that a machine finds', async ({ page }) => {
	test.slow();
	const [one = '', two = ''] = await services(page, '/trouver?lieu=Lens&q=velo');
	const ids = [one, two].map((path) => path.replace('/services/', '')).join(',');
	for (const path of [
		'/trouver?q=zzzzqqq&lieu=Lens',
		'/trouver?lieu=Lens&q=velo',
		'/signaler-un-manque?q=velo&lieu=Lens&theme=mobilite',
		'/etre-prevenu?q=velo&lieu=Lens',
		`/selection?services=${ids}&lieu=Lens`,
		'/selection',
		`/selection/imprimer?services=${ids}&langue=ar`,
		'/trouver/imprimer?q=velo&lieu=Lens&langue=uk',
		'/widget?lieu=Lens',
		'/widget/installer',
		one,
	]) {
		await page.goto(path);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
			path,
		).toEqual([]);
	}
});
