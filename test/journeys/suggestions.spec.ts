import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('what one begins to write is offered, chosen by keyboard, and leads to results', async ({ page }) => {
	await page.goto('/trouver?lieu=Lens');
	const field = page.getByRole('combobox', { name: 'Que cherchez-vous' });
	await field.pressSequentially('héb');
	const list = page.getByRole('listbox', { name: 'Propositions' });
	await expect(list.getByRole('option').first()).toContainText(/h[ée]b/i);
	await expect(field).toHaveAttribute('aria-expanded', 'true');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

	await field.press('Escape');
	await expect(list).toBeHidden();
	await field.press('e');
	await expect(list).toBeVisible();
	await field.press('ArrowDown');
	const chosen = (await list.getByRole('option').first().textContent()) ?? '';
	await expect(list.getByRole('option', { selected: true })).toHaveText(chosen);
	await field.press('Enter');
	await expect(page).toHaveURL(
		new RegExp(`q=${encodeURIComponent(chosen).replaceAll('%20', '\\+').slice(0, 8)}`),
	);
	await expect(page.getByRole('article').first()).toBeVisible();
});

test('a form is sent as it is written when nothing is chosen', async ({ page }) => {
	await page.goto('/');
	const field = page.locator('input[name=q]');
	await field.pressSequentially('alim');
	await expect(page.getByRole('listbox')).toBeVisible();
	await field.press('Enter');
	await expect(page).toHaveURL(/q=alim/);
});

test('too little, too much and nonsense suggest nothing', async ({ request }) => {
	for (const typed of ['', 'a', 'zzzzqq', '💥', 'x'.repeat(5000)]) {
		const answer = await request.get(`/trouver/suggestions?q=${encodeURIComponent(typed)}`);
		expect(answer.status()).toBe(200);
		expect(await answer.json()).toEqual({ suggestions: [] });
	}
	const answer = await request.get('/trouver/suggestions?q=h%C3%A9b');
	expect(answer.headers()['cache-control']).toContain('max-age=300');
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the field is a field', async ({ page }) => {
		await page.goto('/trouver');
		await expect(page.getByRole('combobox', { name: 'Que cherchez-vous' })).toHaveCount(0);
		await expect(page.locator('input[name=q]')).toBeVisible();
	});
});
