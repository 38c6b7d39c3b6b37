import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { wrongInThree } from '../../src/lib/testing/situations.ts';
import { dayOf } from '../../src/lib/time/days.ts';
import { signIn } from './with.ts';

const sixty = () => ({
	name: 'personnes suivies.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(unheard(wrongInThree(dayOf(new Date()), 60))),
});

/** Names that nobody of the demo bears, whatever other journeys opened. */
const run = Math.random().toString(36).slice(2, 6).replace(/\d/g, 'x');
let turn = 0;
const unheard = (csv: string): string => {
	turn += 1;
	return csv.replace(/(Lila|Omar|Ana|Yao|Zoé|Ivo)/g, `Qw${run}${'abc'[turn] ?? ''} $1`);
};

async function giveSixty(page: Page): Promise<void> {
	await signIn(page, 'awa', '/personnes');
	await page.getByRole('link', { name: 'Importer un tableau' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importer un tableau');
	await page.getByLabel('Votre tableau').setInputFiles(sixty());
	await page.getByRole('button', { name: 'Lire ce tableau' }).click();
	await expect(page.getByRole('heading', { name: 'Quelle colonne dit quoi ?' })).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('sixty lines, three to correct, fifty-seven pathways, and back', async ({ page }) => {
			await giveSixty(page);
			await expect(page.getByLabel('Pour quand')).toHaveValue('dueOn');
			await page.getByLabel('Prénom ou pseudonyme').selectOption('');
			await page.getByRole('button', { name: 'Voir ce qui sera écrit' }).click();
			await expect(page.getByRole('alert')).toContainText('Dites quelle colonne donne le prénom');
			await page.getByLabel('Prénom ou pseudonyme').selectOption('name');
			await page.getByRole('button', { name: 'Voir ce qui sera écrit' }).click();

			await expect(page.getByRole('heading', { name: 'Vérifier avant d’écrire' })).toBeVisible();
			await expect(page.getByText('57 parcours seront ouverts, 57 étapes.')).toBeVisible();
			await expect(page.getByText('« bientôt » n’est pas une date lisible')).toBeVisible();
			await expect(page.getByText('Retirez ce qui ressemble à un numéro de sécurité sociale')).toBeVisible();
			await page.getByRole('button', { name: 'Ouvrir 57 parcours' }).click();

			await expect(page.getByText('57 parcours sont ouverts. 57 étapes sont écrites.')).toBeVisible();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: 'Télécharger les lignes non écrites' }).click(),
			]);
			const back = await readFile(await download.path(), 'utf8');
			expect(back).toContain('Problème');
			expect(back).not.toContain('2 85 01');

			await page.getByRole('button', { name: 'Annuler cet import' }).click();
			await expect(page.getByText('57 parcours sont retirés.')).toBeVisible();
			await expect(page.getByRole('button', { name: 'Annuler cet import' })).toHaveCount(0);
		});
	});

test('nobody else opens an import, and whoever began it may give it up', async ({ page, browser }) => {
	await giveSixty(page);
	const address = page.url();
	const other = await browser.newPage();
	await signIn(other, 'julien', '/personnes');
	expect((await other.goto(address))?.status()).toBe(404);
	await other.close();
	await page.getByRole('button', { name: 'Renoncer et effacer ce fichier' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importer un tableau');
	expect((await page.goto(address))?.status()).toBe(404);
});

test('each stage: no axe violation, nothing scrolls sideways at 320 px', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 320, height: 640 });
	const look = async (stage: string) => {
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${stage} ${id} ${nodes[0]?.html}`)).toEqual([]);
		expect([stage, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([stage, 320]);
	};
	await signIn(page, 'awa', '/personnes/importer');
	await page.getByRole('button', { name: 'Lire ce tableau' }).click();
	await expect(page.getByRole('alert')).toContainText('Choisissez un fichier.');
	await look('file');
	const { name, mimeType, buffer } = sixty();
	const twice = Buffer.concat([buffer, Buffer.from(`99;${run} Twin;;;;;;;;\n98;${run} Twin;;;;;;;;\n`)]);
	await page.getByLabel('Votre tableau').setInputFiles({ name, mimeType, buffer: twice });
	await page.getByRole('button', { name: 'Lire ce tableau' }).click();
	await look('columns');
	await page.getByRole('button', { name: 'Voir ce qui sera écrit' }).click();
	await expect(page.getByRole('checkbox', { name: 'Ouvrir quand même' })).toHaveCount(1);
	await look('check');
	await page.getByRole('checkbox', { name: 'Ouvrir quand même' }).check();
	await page.getByRole('button', { name: 'Ouvrir 58 parcours' }).click();
	await expect(page.getByText('59 parcours sont ouverts.')).toBeVisible();
	await look('done');
	await page.getByRole('button', { name: 'Annuler cet import' }).click();
	await expect(page.getByText('59 parcours sont retirés.')).toBeVisible();
	await look('undone');
	await page.goto('/personnes/importer');
	await look('file again');
});
