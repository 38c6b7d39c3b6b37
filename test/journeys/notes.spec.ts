import { readFile } from 'node:fs/promises';
import http from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { samplePdf, samplePng, secret } from '../../src/lib/testing/sample-files.ts';
import { openPathway, signIn } from './with.ts';

/** A page of her own, signed in. */
async function as(browser: Browser, name: string): Promise<Page> {
	const page = await (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })).newPage();
	await signIn(page, name, '/agenda');
	return page;
}

/** The organisation for which somebody works. */
async function organisationOf(page: Page): Promise<string> {
	await page.goto('/compte');
	const label = await page
		.getByText(/Mission locale/)
		.first()
		.textContent();
	return /Mission locale[^,·()]*/.exec(label ?? '')?.[0].trim() ?? '';
}

/** She says yes, on paper, to sharing steps with an organisation. */
async function shareSteps(page: Page, pathway: string, organisation: string): Promise<void> {
	await page.goto(`${pathway}/accords/nouveau`);
	await page.getByLabel('Mes étapes et mes rendez-vous').check();
	await page.getByLabel('Nom de la structure').fill(organisation);
	await page.getByRole('button', { name: 'Chercher', exact: true }).click();
	await page.getByRole('radio', { name: organisation }).first().check();
	await page.getByLabel('Accompagner la personne ensemble').check();
	await page.getByLabel('Elle a signé un papier').check();
	await page.getByRole('button', { name: 'Vérifier' }).click();
	await page.getByRole('button', { name: 'Elle dit oui : enregistrer' }).click();
	await expect(page.getByText('L’accord est enregistré.')).toBeVisible();
}

async function writeNote(page: Page, words: string, readers: string): Promise<void> {
	await page.locator('#contenu').getByText('Écrire une note', { exact: true }).click();
	await page.getByLabel('Votre note').fill(words);
	await page.getByLabel(readers).check();
	await page.getByRole('button', { name: 'Ajouter la note' }).click();
	await expect(page.getByText('La note est ajoutée.')).toBeVisible();
}

/** In ten days, as a date field takes it. */
const soon = (): string => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

test('what is shared is read by the other organisation, what is private is not, and a stranger finds nothing', async ({
	browser,
}) => {
	const awa = await as(browser, 'awa');
	const pathway = await openPathway(awa, 'Lila');
	await awa.goto(`${pathway}/notes`);
	await awa.getByLabel('Votre note').fill('Son numéro : 2 85 05 62 498 084 36');
	await awa.getByRole('button', { name: 'Ajouter la note' }).click();
	await expect(awa.getByRole('alert')).toContainText('sécurité sociale');
	await expect(awa.getByLabel('Votre note')).toHaveValue(/2 85 05/);
	await awa.getByLabel('Votre note').fill('Elle préfère le matin.');
	await awa.getByLabel('Avez-vous eu un échange').selectOption('Oui, au téléphone');
	await awa.getByRole('button', { name: 'Ajouter la note' }).click();
	await expect(awa.getByText('Appel le')).toBeVisible();
	await writeNote(awa, 'À revoir en équipe.', 'Mon organisation seulement');
	const julien = await as(browser, 'julien');
	await shareSteps(awa, pathway, await organisationOf(julien));

	await julien.goto(`${pathway}/notes`);
	await expect(julien.getByText('Elle préfère le matin.')).toBeVisible();
	await expect(julien.getByText('À revoir en équipe.')).toHaveCount(0);
	await writeNote(julien, 'Vue ce matin à la permanence.', 'Les organisations avec qui');

	await awa.goto(`${pathway}/notes`);
	await expect(awa.getByText('Vue ce matin à la permanence.')).toBeVisible();
	await expect(awa.getByText('Julien Wattrelot')).toBeVisible();
	const closed = await openPathway(awa, 'Nour');
	expect((await julien.goto(`${closed}/notes`))?.status()).toBe(404);
});

test('a file is what it holds: an executable called .pdf is refused, and nothing typed is lost', async ({
	browser,
}) => {
	const page = await as(browser, 'awa');
	const pathway = await openPathway(page, 'Milo');
	await page.goto(`${pathway}/documents`);
	await page.getByText('Joindre un fichier', { exact: true }).click();
	const attach = async (name: string, bytes: Uint8Array) => {
		await page
			.getByLabel('Fichier', { exact: true })
			.setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
		await page.getByRole('button', { name: 'Joindre le fichier' }).click();
	};
	await page.getByLabel('Nom pour le retrouver').fill('Attestation de loyer');
	await page.getByLabel('Mon organisation seulement').check();
	await attach('facture.pdf', new TextEncoder().encode('MZ\x90\0This program cannot be run in DOS mode'));
	await expect(page.getByRole('alert')).toContainText('n’est ni un PDF ni une image');
	await expect(page.getByLabel('Nom pour le retrouver')).toHaveValue('Attestation de loyer');
	await expect(page.getByLabel('Mon organisation seulement')).toBeChecked();
	await attach('attestation.pdf', await samplePdf());
	await expect(page.getByText('Le fichier est ajouté.')).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Télécharger : Attestation de loyer' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^piece-[0-9a-f]{8}\.pdf$/);
	const bytes = await readFile(await download.path());
	expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
	expect(bytes.includes(secret)).toBe(false);
	const answer = await page.request.get(new URL(download.url()).pathname);
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store',
		'content-security-policy': expect.stringContaining('sandbox'),
	});
	const julien = await as(browser, 'julien');
	expect((await julien.request.get(new URL(download.url()).pathname)).status()).toBe(404);
});

test('two hundred megabytes are refused before they are read', async ({ browser, baseURL }) => {
	const page = await as(browser, 'awa');
	const pathway = await openPathway(page, 'Sam');
	const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const total = 200 * 1024 ** 2;
	const { status, sent } = await push(`${baseURL}${pathway}/documents?/joindre`, total, {
		cookie: cookies,
		origin: baseURL ?? '',
		'content-type': 'multipart/form-data; boundary=x',
		'content-length': total,
	});
	expect(status).toBe(413);
	expect(sent).toBeLessThan(total / 4);
});

/** Pushes bytes until an answer comes. */
const push = (url: string, total: number, headers: http.OutgoingHttpHeaders) =>
	new Promise<{ status: number | undefined; sent: number }>((resolve) => {
		let [sent, answered] = [0, false];
		const request = http.request(url, { method: 'POST', headers }, ({ statusCode }) => {
			answered = true;
			resolve({ status: statusCode, sent });
			request.destroy();
		});
		request.on('error', () => resolve({ status: undefined, sent }));
		const chunk = Buffer.alloc(256 * 1024);
		const more = (): void => {
			if (answered || sent >= total) return;
			sent += chunk.length;
			request.write(chunk, () => setTimeout(more, 1));
		};
		more();
	});

test('an appointment is planned, kept in a calendar without a word of why, moved and cancelled', async ({
	browser,
}) => {
	const page = await as(browser, 'awa');
	const pathway = await openPathway(page, 'Rose');
	await page.goto(`${pathway}/rendez-vous`);
	await page.getByLabel('Pour quoi faire ?').fill('Dossier de surendettement');
	await page.getByLabel('Avec qui ?').fill('Mme Petit');
	await page.getByLabel('Jour').fill('2020-01-01');
	await page.getByLabel('Heure').fill('14:00');
	await page.getByRole('button', { name: 'Noter le rendez-vous' }).click();
	await expect(page.getByRole('alert')).toContainText('Choisissez un moment à venir.');
	await expect(page.getByLabel('Pour quoi faire ?')).toHaveValue('Dossier de surendettement');
	await page.getByLabel('Jour').fill(soon());
	await page.getByRole('button', { name: 'Noter le rendez-vous' }).click();
	await expect(page.getByText('Le rendez-vous est noté.')).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Ajouter à un agenda' }).click(),
	]);
	const calendar = await readFile(await download.path(), 'utf8');
	expect(calendar).toContain('SUMMARY:Rendez-vous\r\n');
	expect(calendar).not.toMatch(/surendettement|Petit|Rose/);
	await page.goto('/agenda');
	await expect(page.getByRole('link', { name: 'Rose' })).toBeVisible();

	await page.goto(`${pathway}/rendez-vous`);
	await page.getByRole('link', { name: 'Déplacer ou annuler' }).click();
	await page.getByLabel('Heure').fill('16:30');
	await page.getByRole('button', { name: 'Déplacer le rendez-vous' }).click();
	await expect(page.getByRole('heading', { name: /16 h 30/ })).toBeVisible();
	await page.getByRole('link', { name: 'Déplacer ou annuler' }).click();
	await page.getByLabel('Pourquoi ?').fill('Le bus ne passe plus.');
	await page.getByRole('button', { name: 'Annuler ce rendez-vous' }).click();
	await expect(page.getByText('Annulé')).toBeVisible();
});

test('a paper is written, signed once by each, and withdrawn', async ({ browser }) => {
	const page = await as(browser, 'awa');
	const pathway = await openPathway(page, 'Inès');
	await page.goto(`${pathway}/documents`);
	await page.getByText('Écrire un document à signer', { exact: true }).click();
	await page.getByLabel('Titre').fill('Nos engagements');
	await page.getByLabel('Texte').fill('Je viens le mardi.\nAwa m’appelle le vendredi.');
	await page.getByRole('button', { name: 'Enregistrer le document' }).click();
	await expect(page.getByText('Le document est prêt à signer.')).toBeVisible();
	await page.getByText('Enregistrer une signature', { exact: true }).click();
	await page.getByLabel('À voix haute, devant un témoin').check();
	await page.getByRole('button', { name: 'Enregistrer la signature' }).click();
	await expect(page.getByRole('alert')).toContainText('témoin');
	await expect(page.getByLabel('Nom du signataire')).toHaveValue('Inès');
	await page.getByRole('textbox', { name: 'Témoin' }).fill('Léo');
	await page.getByRole('button', { name: 'Enregistrer la signature' }).click();
	await expect(page.getByText('La signature est enregistrée.')).toBeVisible();
	await page.getByRole('button', { name: 'Retirer ce document' }).click();
	await expect(page.getByText('Le document est retiré.')).toBeVisible();
	await expect(page.getByText('Enregistrer une signature', { exact: true })).toHaveCount(0);
});

test('no axe violation, nothing scrolls sideways at 320 px', async ({ browser }) => {
	const page = await as(browser, 'awa');
	await page.setViewportSize({ width: 320, height: 640 });
	const pathway = await openPathway(page, 'Un-prénom-composé-vraiment-très-long');
	await page.goto(`${pathway}/notes`);
	await page.getByLabel('Votre note').fill(`Voir ${'https://exemple.test/'.repeat(6)}`);
	await page.getByRole('button', { name: 'Ajouter la note' }).click();
	await page.goto(`${pathway}/documents`);
	await page.getByText('Joindre un fichier', { exact: true }).click();
	await page.getByLabel('Fichier', { exact: true }).setInputFiles({
		name: 'photo.png',
		mimeType: 'image/png',
		buffer: Buffer.from(samplePng()),
	});
	await page.getByLabel('Nom pour le retrouver').fill('photo_'.repeat(20));
	await page.getByRole('button', { name: 'Joindre le fichier' }).click();
	await expect(page.getByText('Le fichier est ajouté.')).toBeVisible();
	for (const path of ['/notes', '/documents', '/rendez-vous', '/agenda']) {
		await page.goto(path === '/agenda' ? path : `${pathway}${path}`);
		await page.evaluate(() => {
			for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
		});
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect([path, width <= 320]).toEqual([path, true]);
	}
});
