import { expect, type Page, test } from '@playwright/test';
import { signIn } from './with.ts';

const read = (address: string, headers: Record<string, string> = {}) => fetch(address, { headers });

for (const javaScriptEnabled of [true, false]) {
	test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
		test.use({ javaScriptEnabled });

		test('Awa reads her agenda elsewhere, without names, changes its address and stops it', async ({
			page,
		}) => {
			await signIn(page, javaScriptEnabled ? 'awa' : 'julien', '/agenda');
			const names = await page.locator('main section a').allInnerTexts();
			await page.getByRole('link', { name: 'Voir mon agenda dans mon téléphone' }).click();
			await page.getByRole('button', { name: 'Créer mon adresse' }).click();
			const address = (await page.locator('main code').textContent()) ?? '';
			expect(address).toMatch(/\/agenda-prive\/[\w-]{43}\.ics$/);

			const calendar = await read(address);
			expect(calendar.status).toBe(200);
			expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
			expect(calendar.headers.get('cache-control')).toBe('private, no-store');
			expect(calendar.headers.get('set-cookie')).toBeNull();
			const file = await calendar.text();
			expect(file).toContain('SUMMARY:Rendez-vous\r\n');
			for (const name of names) expect(file).not.toContain(name);
			const again = await read(address, { 'if-none-match': calendar.headers.get('etag') ?? '' });
			expect(again.status).toBe(304);

			// shown once; its reading is told
			await page.goto('/compte/agenda-prive');
			await expect(page.locator('main code')).toHaveCount(0);
			await expect(page.getByText(/Lue pour la dernière fois/)).toBeVisible();

			await page.getByRole('button', { name: 'Changer l’adresse' }).click();
			const second = (await page.locator('main code').textContent()) ?? '';
			expect((await read(address)).status).toBe(404);
			expect((await read(second)).status).toBe(200);

			await page.getByRole('button', { name: 'Arrêter' }).click();
			await expect(page.getByText('C’est arrêté')).toBeVisible();
			const answers = await Promise.all(
				[second, second.replace(/[\w-]{43}/, 'A'.repeat(43)), second.replace(/[\w-]{43}/, 'x')].map(
					async (gone) => {
						const answer = await read(gone);
						return [answer.status, await answer.text(), answer.headers.get('cache-control')].join(' | ');
					},
				),
			);
			expect(new Set(answers).size).toBe(1);
			expect(answers[0]).toMatch(/^404 /);
		});

		test('both sides of a referral read when a silence is told', async ({ page, browser }) => {
			const dates = (side: Page) =>
				side.locator('section', { hasText: 'Si personne ne répond' }).locator('li').allInnerTexts();
			await signIn(page, 'awa', '/orientations');
			const waiting = page
				.getByRole('article')
				.filter({ hasText: 'Le Panier' })
				.filter({ hasText: /attendue/ });
			await waiting.getByRole('link').first().click();
			await expect(page.getByText('la coordination du territoire est prévenue')).toBeVisible();
			const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await signIn(other, 'samira');
			await other.goto(page.url());
			expect(await dates(other)).toEqual(await dates(page));
		});
	});
}
