import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const origin = 'http://localhost:4173';

/** Makes a key for referrals and steps, as a worker does in her account. */
async function keyOf(page: Page): Promise<string> {
	await page.goto('/compte/cles');
	await page.getByText('Créer une clé', { exact: true }).click();
	await page.getByLabel('Nom de la clé').fill('Logiciel de suivi');
	await page.getByLabel(/lire et écrire des étapes/).check();
	await page.getByRole('button', { name: 'Créer la clé' }).click();
	return (await page.getByText(/^pas_/).first().textContent())?.trim() ?? '';
}

/** Runs the example as its README says, with a cursor of its own. */
function programOf(key: string, folder: string, name: string) {
	const env = {
		...process.env,
		PASSERELLES_URL: origin,
		PASSERELLES_KEY: key,
		PASSERELLES_CURSOR: join(folder, name),
	};
	return (...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['examples/case-software/client.ts', ...args],
			{ env, encoding: 'utf8' },
		);
		return { status, told: status === 0 ? JSON.parse(stdout) : null, stderr };
	};
}

const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

let folder = '';
test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'case-software-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the example of the documentation reads a referral, accepts it and proposes a step', async ({
	page,
	browser,
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'awa');
	const key = await keyOf(page);
	const awa = programOf(key, folder, 'awa');
	const listed = await page.request.get('/api/v1/referrals?limit=100', {
		headers: { authorization: `Bearer ${key}` },
	});
	const { items }: { items: { side: string; from: { name: string } }[] } = await listed.json();
	const ours = items.find(({ side }) => side === 'source')?.from.name ?? '';
	expect(awa('referrals').told.length).toBeGreaterThan(0);

	// somebody of another organisation sends a referral by hand
	const other = await browser.newPage({ baseURL: origin });
	await signIn(other, 'julien');
	const julien = programOf(await keyOf(other), folder, 'julien');
	const pathway = await openPathway(other, 'Rosalie');
	await other.goto(`${pathway}/orienter?structure=${encodeURIComponent(ours)}`);
	await other
		.getByRole('group', { name: /Choisir une structure/ })
		.getByRole('checkbox', { name: ours })
		.first()
		.check();
	await other.getByLabel('De quoi s’agit-il ?').selectOption('food');
	await other.getByLabel('Ce que la personne demande').fill('Un panier de légumes');
	await other.getByRole('button', { name: 'Relire avec la personne' }).click();
	await other.getByLabel('La personne est d’accord').check();
	await other.getByLabel('De vive voix').check();
	await other.getByLabel('Devant qui, ou par qui ?').fill('Léo Martin');
	await other.getByRole('button', { name: /^Envoyer la demande/ }).click();
	await expect(other.getByText('La demande est partie.', { exact: false })).toBeVisible();
	const id = /orientations\/([0-9a-f-]{36})/.exec(other.url())?.[1] ?? '';

	// read a few seconds later, once, then accepted
	const arrived: { id: string; need: string }[] = [];
	await expect
		.poll(() => arrived.push(...awa('referrals').told) && arrived.map((one) => one.id), { timeout: 20_000 })
		.toContain(id);
	expect(arrived).toContainEqual({ id, state: 'sent', side: 'target', need: 'Un panier de légumes' });
	expect(awa('referrals').told).toEqual([]);
	expect(awa('accept', id, 'Awa Demeester', inAWeek).told).toEqual({ id, state: 'accepted' });
	expect(awa('accept', id, 'Awa Demeester', inAWeek)).toMatchObject({ status: 1, told: null });
	await other.goto(`/orientations/${id}`);
	await expect(other.getByText('Awa Demeester').first()).toBeVisible();

	// a step proposed where Awa leads, and nowhere else
	const hers = await openPathway(page, 'Firmin');
	const pathwayId = hers.split('/').at(-1) ?? '';
	const step = awa('step', pathwayId, inAWeek, 'Apporter le justificatif');
	expect(step.told).toMatchObject({ state: 'proposed', pathwayId, words: 'Apporter le justificatif' });
	await page.goto(`${hers}/etapes`);
	await expect(page.getByText('Apporter le justificatif').first()).toBeVisible();
	const refused = julien('step', pathwayId, inAWeek, 'Une étape de trop');
	expect(refused.status).toBe(1);
	expect(refused.stderr).not.toContain('Firmin');

	// the key is stopped: nothing more is read, at once
	await page.goto('/compte/cles');
	await page
		.getByRole('button', { name: /Arrêter cette clé/ })
		.first()
		.click();
	await expect(page.getByText('La clé ne sert plus.')).toBeVisible();
	expect(awa('referrals')).toMatchObject({ status: 1, stderr: expect.stringContaining('ne sert plus') });
});

test('a worker has the software of her organisation told of referrals and steps, and no one else’s news', async ({
	page,
}) => {
	await signIn(page, 'awa', '/compte/cles');
	await page.getByText('Prévenir un logiciel', { exact: true }).click();
	await expect(page.getByLabel('Une orientation arrive')).toBeChecked();
	await expect(page.getByLabel('Le jour d’une étape est venu')).toBeVisible();
	await expect(page.getByLabel('Un fichier est importé')).toHaveCount(0);
	await page.getByLabel('Adresse à prévenir').fill('https://127.0.0.1/crochet');
	await page.getByRole('button', { name: 'Prévenir cette adresse' }).click();
	await expect(page.getByText(/adresse privée/).first()).toBeVisible();
});
