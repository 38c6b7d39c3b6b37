import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

test.setTimeout(90_000);

async function signedIn(browser: Browser, name: string, javaScriptEnabled: boolean): Promise<Page> {
	const context = await browser.newContext({
		javaScriptEnabled,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
	});
	const page = await context.newPage();
	await signIn(page, name);
	return page;
}

/** Fills the form of an agreement up to the sentences that are read aloud. */
async function propose(page: Page, address: string, words: string): Promise<void> {
	await page.goto(`${address}/accords/nouveau`);
	await page.getByRole('radio', { name: /^Mes étapes et mes rendez-vous/ }).check();
	await page.getByLabel('Nom de la structure').fill(words);
	await page.getByRole('button', { name: 'Chercher' }).click();
	await page.getByRole('group', { name: 'Avec quelle structure ?' }).getByRole('radio').first().check();
	await page.getByLabel('Personne ou équipe').fill('Julien');
	await page.getByRole('radio', { name: 'Accompagner la personne ensemble' }).check();
	await page.getByRole('radio', { name: 'Elle l’a dit devant un témoin' }).check();
	await page.getByLabel('Nom du témoin').fill('Sam Lefèvre');
	await page.getByRole('button', { name: 'Vérifier avant d’enregistrer' }).click();
}

/** The mail that leads to an address, if it left. */
async function mailAbout(address: string): Promise<string> {
	const { mails } = (await (await fetch('http://localhost:4174/traces')).json()) as {
		mails: { subject: string; text: string }[];
	};
	const mail = mails.find(({ text }) => text.includes(`${address}/urgence`));
	return mail ? `${mail.subject} ${mail.text}` : '';
}

const missionOf = async (page: Page): Promise<string> => {
	await page.goto('/compte');
	return (
		(
			await page
				.getByText(/Mission locale/)
				.first()
				.textContent()
		)
			?.match(/Mission locale[^,·()]*/)?.[0]
			.trim() ?? ''
	);
};
const opens = async (page: Page, address: string): Promise<number> =>
	(await page.goto(address))?.status() ?? 0;

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test('she agrees, is told who read, stops, and nobody reads any more', async ({ browser }) => {
			const [awa, julien, samira] = await Promise.all(
				['awa', 'julien', 'samira'].map((name) => signedIn(browser, name, javaScriptEnabled)),
			);
			if (!awa || !julien || !samira) throw new Error('three people sign in');
			const address = await openPathway(awa, javaScriptEnabled ? 'Philomène' : 'Wilhelmine');
			const mission = await missionOf(julien);
			for (const page of [julien, samira]) expect(await opens(page, address)).not.toBe(200);

			await awa.goto(`${address}/accords/nouveau`);
			await expect(awa.locator(':checked:not(option)')).toHaveCount(0);
			await awa.getByRole('button', { name: 'Vérifier avant d’enregistrer' }).click();
			await expect(awa.getByRole('alert')).toContainText('Choisissez ce qui est partagé.');
			await propose(awa, address, mission);
			await expect(awa.getByRole('blockquote')).toContainText(`Julien (${mission}`);
			await expect(awa.getByRole('blockquote')).toContainText('verra vos étapes et vos rendez-vous');
			await expect(awa.getByRole('blockquote')).toContainText('Vous pouvez arrêter quand vous voulez.');
			expect(await opens(julien, address)).toBe(404);
			await awa.getByRole('button', { name: 'Changer quelque chose' }).click();
			await expect(awa.getByLabel('Nom du témoin')).toHaveValue('Sam Lefèvre');
			await awa.getByRole('button', { name: 'Vérifier avant d’enregistrer' }).click();
			await awa.getByRole('button', { name: 'Elle dit oui : enregistrer' }).click();
			await expect(awa.getByRole('heading', { level: 1, name: 'Reçu d’un accord' })).toBeVisible();
			await expect(awa.getByText('De vive voix devant Sam Lefèvre').first()).toBeVisible();

			expect(await opens(julien, address)).toBe(200);
			expect(await opens(samira, address)).not.toBe(200);
			await awa.goto(`${address}/lectures`);
			await expect(awa.getByText(/^Julien Wattrelot \(.*\) a ouvert/).first()).toBeVisible();

			await awa.goto(`${address}/accords`);
			await awa.getByRole('link', { name: 'Arrêter de partager' }).click();
			await awa.getByRole('button', { name: 'Elle me le dit ici' }).first().click();
			await expect(awa.getByText('Plus rien ne peut être lu à partir de maintenant.')).toBeVisible();
			expect(await opens(julien, address)).toBe(404);
			await expect(awa.getByText('Accords terminés')).toBeVisible();
		});
	});
}

test('in an emergency: a reason, three hours, told, judged by somebody else', async ({ browser }) => {
	const [awa, julien, samira] = await Promise.all(
		['awa', 'julien', 'samira'].map((name) => signedIn(browser, name, true)),
	);
	if (!awa || !julien || !samira) throw new Error('three people sign in');
	const address = await openPathway(awa, 'Ousmane');
	const mission = await missionOf(julien);
	await propose(awa, address, mission);
	await awa.getByRole('button', { name: 'Elle dit oui : enregistrer' }).click();
	await awa.goto(`${address}/accords`);
	await awa.getByText('Elle ne veut plus rien partager').click();
	await awa.getByRole('button', { name: 'Elle a téléphoné' }).click();
	await expect(awa.getByText('Rien n’est partagé aujourd’hui')).toBeVisible();
	expect(await opens(julien, `${address}/urgence`)).toBe(404);
	await awa.goto(`${address}/fiche`);
	await awa.locator('[name="protection"][value="protected"]').check();
	await awa.getByRole('button', { name: 'Enregistrer' }).click();

	expect(await opens(samira, `${address}/urgence`)).not.toBe(200);
	expect(await opens(julien, address)).toBe(404);
	expect(await opens(julien, `${address}/urgence`)).toBe(200);
	await julien.getByRole('button', { name: 'Ouvrir le dossier trois heures' }).click();
	await expect(julien.getByRole('alert')).toContainText('Choisissez pourquoi ouvrir ce dossier.');
	await julien.getByRole('radio', { name: 'Il faut un hébergement ce soir' }).check();
	await julien.getByLabel('Que se passe-t-il ?').fill('Elle est à la rue avec son enfant.');
	await julien.getByRole('button', { name: 'Ouvrir le dossier trois heures' }).click();
	await expect(julien.getByText('Le dossier est ouvert pour trois heures.')).toBeVisible();
	await expect.poll(() => mailAbout(address), { timeout: 20_000 }).toContain('ouvert en urgence');
	expect(await mailAbout(address)).not.toMatch(/Ousmane|Julien|enfant/);
	await julien.getByRole('link', { name: 'Lire le dossier' }).click();
	await expect(julien.getByRole('heading', { level: 1, name: 'Ousmane' })).toBeVisible();

	await awa.goto(`${address}/accords`);
	await awa.getByRole('link', { name: 'Voir les ouvertures d’urgence' }).click();
	await expect(awa.getByText('Elle est à la rue avec son enfant.')).toBeVisible();
	await awa.getByRole('link', { name: 'Lettre à lui remettre' }).click();
	await expect(awa.getByRole('heading', { name: 'Votre dossier a été ouvert en urgence' })).toBeVisible();
	await awa.goto(`${address}/urgence`);
	await awa.getByText('La prévenir plus tard, pour sa sécurité').click();
	await awa.getByRole('button', { name: 'Noter et attendre' }).click();
	await expect(awa.getByRole('alert')).toContainText('au moins 10 caractères');
	await awa.getByRole('button', { name: 'Elle est prévenue' }).click();
	await expect(awa.getByText(/^Prévenue le/)).toBeVisible();
	await awa.getByRole('button', { name: 'C’était justifié' }).click();
	await expect(awa.getByText(/^Jugée justifiée le/)).toBeVisible();
	await awa.goto(`${address}/lectures`);
	await expect(awa.getByText(/a ouvert votre dossier en urgence/)).toBeVisible();
});

test('a legal ground is explained, and kept apart', async ({ browser }) => {
	const awa = await signedIn(browser, 'awa', true);
	const address = await openPathway(awa, 'Baptistine');
	await awa.goto(`${address}/accords/motif`);
	await awa.getByRole('radio', { name: /^Vie en danger/ }).check();
	await awa.getByLabel('Nom de la structure').fill('mission locale');
	await awa.getByRole('button', { name: 'Chercher' }).click();
	await awa.getByRole('group', { name: 'Avec quelle structure ?' }).getByRole('radio').first().check();
	await awa.getByLabel('Expliquez en une phrase').fill('trop');
	await awa.getByRole('button', { name: 'Enregistrer ce motif' }).click();
	await expect(awa.getByRole('alert')).toContainText('au moins 10 caractères');
	await awa.getByLabel('Expliquez en une phrase').fill('Elle a perdu connaissance dans nos locaux.');
	await awa.getByRole('button', { name: 'Enregistrer ce motif' }).click();
	await expect(awa.getByText('« Elle a perdu connaissance dans nos locaux. »')).toBeVisible();
	await expect(awa.getByText('Rien n’est partagé aujourd’hui')).toBeVisible();
});

test('these pages: no axe violation, nothing scrolls sideways at 320 px, a receipt is two sheets', async ({
	browser,
}) => {
	const awa = await signedIn(browser, 'awa', true);
	const address = await openPathway(awa, 'Yamina');
	await propose(awa, address, 'mission locale');
	await awa.setViewportSize({ width: 320, height: 640 });
	const look = async () => {
		const { violations } = await new AxeBuilder({ page: awa }).analyze();
		expect(violations.map(({ id, nodes }) => `${awa.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
		expect(await awa.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	};
	await look();
	await awa.getByRole('button', { name: 'Elle dit oui : enregistrer' }).click();
	await look();
	const sheets = (await awa.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
	expect(sheets).toHaveLength(2);
	const receipt = new URL(awa.url()).pathname;
	for (const path of [
		`${receipt}/arreter`,
		`${address}/accords`,
		`${address}/accords/nouveau`,
		`${address}/accords/motif`,
		`${address}/lectures`,
		`${address}/urgence`,
	]) {
		await awa.goto(path);
		await look();
	}
});
