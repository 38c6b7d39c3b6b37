import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

/** How many sheets it takes on the paper that the style sheet asks for. */
async function pagesOf(page: Page): Promise<number> {
	const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	return bytes.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

test('the blank grid is one sheet of paper, printed on both sides, in French and in English', async ({
	page,
}) => {
	await signIn(page, 'awa', '/agenda');
	const pathway = await openPathway(page, 'Papier');
	for (const language of ['fr', 'en']) {
		await page.goto(`${pathway}/diagnostic/imprimer?langue=${language}`);
		await expect(page.getByRole('article')).toBeVisible();
		expect(await pagesOf(page), language).toBeLessThanOrEqual(2);
	}
});
