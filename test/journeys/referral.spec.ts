import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const origin = 'http://localhost:4173';
const traces = origin.replace('4173', '4174');

interface Mail {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** Every link that leads to an answer, in the mails sent so far. */
async function links(): Promise<string[]> {
	const { mails } = (await (await fetch(`${traces}/traces`)).json()) as { mails: Mail[] };
	return mails.flatMap(({ text }) => text.match(/\/reponse\/\S+/g) ?? []);
}

/** The link of the next mail, once it is sent; those seen before are left aside. */
async function nextLink(seen: Set<string>): Promise<string> {
	const fresh = async () => (await links()).find((link) => !seen.has(link)) ?? '';
	await expect.poll(fresh, { timeout: 20_000 }).not.toBe('');
	const link = await fresh();
	seen.add(link);
	return link;
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('Philomène is referred, answered by a link, met; the organisation says done, she says it did not help', async ({
			page,
			browser,
		}) => {
			test.setTimeout(120_000);
			const name = javaScriptEnabled ? 'Philomène' : 'Wilfried';
			await signIn(page, 'awa');
			const pathway = await openPathway(page, name);

			// the request: nothing leaves before it was read with her
			await page.goto(`${pathway}/orienter`);
			await page.getByLabel('Chercher une structure par son nom').fill('Maison');
			await page.getByRole('button', { name: 'Chercher', exact: true }).click();
			const choice = page.getByRole('group', { name: /Choisir une structure/ });
			await choice
				.getByRole('checkbox', { name: /Maison des/ })
				.first()
				.check();
			await page.getByRole('button', { name: 'Relire avec la personne' }).click();
			await expect(page.getByText('Choisissez ce dont il s’agit.').first()).toBeVisible();
			await expect(choice.getByRole('checkbox', { name: /Maison des/ }).first()).toBeChecked();
			await page.getByLabel('De quoi s’agit-il ?').selectOption('mobility');
			await page.getByLabel('Ce que la personne demande').fill('Je veux passer mon permis.');
			await page.getByRole('button', { name: 'Relire avec la personne' }).click();

			// her agreement
			await expect(page.getByRole('heading', { name: 'Relire, puis envoyer' })).toBeVisible();
			await expect(page.getByText('Je veux passer mon permis.')).toBeVisible();
			await page.getByRole('button', { name: /^Envoyer la demande/ }).click();
			await expect(page.getByText('Dites si la personne est d’accord').first()).toBeVisible();
			await page.getByLabel('La personne est d’accord').check();
			await page.getByLabel('De vive voix').check();
			await page.getByLabel('Devant qui, ou par qui ?').fill('Léo Martin');
			const seen = new Set(await links());
			await page.getByRole('button', { name: /^Envoyer la demande/ }).click();
			await expect(page.getByText('La demande est partie.', { exact: false })).toBeVisible();
			await page.getByRole('button', { name: 'Faire le code à scanner' }).click();
			const tell = (await page.getByText(/\/retour\//).textContent()) ?? '';

			// the code that Awa tells by telephone
			await page.getByRole('link', { name: 'Orientation', exact: true }).first().click();
			const follow = page.url();
			const link = await nextLink(seen);
			await page.reload();
			const code = ((await page.getByText(/^\d{3} \d{3}$/).textContent()) ?? '').replace(/\D/g, '');

			// the recipient, without an account
			const guest = await browser.newPage({ javaScriptEnabled, baseURL: origin });
			await guest.goto(link);
			await expect(guest.getByText(name)).toHaveCount(0);
			await guest.getByLabel('Code').fill('000000');
			await guest.getByRole('button', { name: 'Lire la demande' }).click();
			await expect(guest.getByText('Ce code n’est pas le bon.', { exact: false }).first()).toBeVisible();
			await guest.getByLabel('Code').fill(code);
			await guest.getByRole('button', { name: 'Lire la demande' }).click();
			await expect(guest.getByText('Je veux passer mon permis.')).toBeVisible();
			await expect(guest.getByText(name)).toBeVisible();
			await guest.getByText('Accepter', { exact: true }).click();
			await guest.locator('form[action="?/accepter"]').getByRole('button').click();
			await expect(guest.getByText('Écrivez votre nom.').first()).toBeVisible();
			const accept = guest.locator('form[action="?/accepter"]');
			await accept.getByLabel('Votre nom').fill('Camille Roy');
			await accept.getByLabel('Qui la recevra ?').fill('Camille Roy');
			await accept.getByLabel('Date du premier contact').fill(inDays(3));
			await accept.getByRole('button').click();
			await expect(guest.getByText('Votre réponse est transmise', { exact: false }).first()).toBeVisible();
			await guest.goto(link);
			await expect(guest.getByText('Ce lien ne sert plus', { exact: false }).first()).toBeVisible();

			// the first contact, then the end, each by its own link
			const answer = async (action: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>) => {
				const next = await nextLink(seen);
				await page.goto(follow);
				const known = ((await page.getByText(/^\d{3} \d{3}$/).textContent()) ?? '').replace(/\D/g, '');
				await guest.goto(next);
				await guest.getByLabel('Code').fill(known);
				await guest.getByRole('button', { name: 'Lire la demande' }).click();
				const form = guest.locator(`form[action="?/${action}"]`);
				await guest.locator('details', { has: form }).locator('summary').click();
				await form.getByLabel('Votre nom').fill('Camille Roy');
				await fill(form);
				await form.getByRole('button').click();
				await expect(guest.getByText('Votre réponse est transmise', { exact: false }).first()).toBeVisible();
			};
			await answer('rencontrer', (form) => form.getByLabel('Jour de la rencontre').fill(inDays(0)));
			await answer('finir', (form) => form.getByLabel('Ce qui a été fait').fill('Trois ateliers de code.'));

			// she says it did not help
			await guest.goto(new URL(tell).pathname);
			await guest.getByLabel('Non, le problème reste').check();
			await guest.getByRole('button', { name: 'Envoyer' }).click();
			await expect(guest.getByText('Merci. Votre réponse est notée.').first()).toBeVisible();
			await guest.close();

			await page.goto(follow);
			await expect(page.getByText('Réalisée').first()).toBeVisible();
			await expect(
				page.getByText('La structure dit que c’est fait ; la personne dit que le problème reste.'),
			).toBeVisible();

			// a stranger sees nothing
			const context = await browser.newContext({ javaScriptEnabled, baseURL: origin });
			const stranger = await context.newPage();
			await signIn(stranger, 'samira', '/a-traiter');
			expect((await stranger.goto(follow))?.status()).toBe(404);
			expect((await stranger.goto(pathway))?.status()).toBe(404);
			await context.close();
		});
	});
}

const inDays = (days: number): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(
		new Date(Date.now() + days * 86_400_000),
	);

test('what is being asked is on the server three seconds later, and comes back after looking for a structure', async ({
	page,
}) => {
	await signIn(page, 'awa', '/agenda');
	const pathway = await openPathway(page, 'Brouillonne');
	await page.goto(`${pathway}/orienter`);
	const typed = Date.now();
	await page.getByLabel('Ce que la personne demande').fill('Passer le permis avant mars.');
	await expect(page.getByText(/^Brouillon gardé à/)).toBeVisible({ timeout: 3000 });
	expect(Date.now() - typed).toBeLessThan(3000);
	await page.getByLabel('Chercher une structure par son nom').fill('Maison');
	await page.getByRole('button', { name: 'Chercher', exact: true }).click();
	await expect(page).toHaveURL(/structure=Maison/);
	await expect(page.getByLabel('Ce que la personne demande')).toHaveValue('Passer le permis avant mars.');
	await page.getByRole('button', { name: 'Relire avec la personne' }).click();
	// Refused, for nobody was chosen: neither the words nor the search are lost.
	await expect(page).toHaveURL(/structure=Maison/);
	await expect(page.getByLabel('Ce que la personne demande')).toHaveValue('Passer le permis avant mars.');
	await page.goto(`${pathway}/orienter`);
	await page.getByRole('button', { name: 'Effacer ce brouillon' }).click();
	await expect(page.getByLabel('Ce que la personne demande')).toHaveValue('');
});
