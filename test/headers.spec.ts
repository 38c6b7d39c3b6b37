import { expect, test } from '@playwright/test';
import { demoPassword } from '../src/lib/directory/demo/people.ts';
import { cookieFaults, headerFaults } from './header-faults.ts';

const origin = 'http://localhost:4173';
const paths = ['/', '/trouver?lieu=Lens', '/connexion', '/rien/du/tout', '/livez', '/readyz', '/style'];

test('headers and content policy of every kind of answer (T25)', async ({ request }) => {
	for (const path of paths) {
		const response = await request.get(path);
		expect(headerFaults(response.headers(), { personal: path === '/connexion' }), path).toEqual([]);
	}
});

test('other sites frame the widget, its script runs there, and its own page is closed', async ({
	request,
}) => {
	for (const path of ['/widget?lieu=Lens', '/widget.js']) {
		const headers = (await request.get(path)).headers();
		expect(headerFaults(headers, { personal: false, framed: true }), path).toEqual([]);
		expect(headers['content-security-policy'], path).toContain('frame-ancestors *');
		expect(headers['x-frame-options'], path).toBeUndefined();
		expect(headers['cross-origin-resource-policy'], path).toBe('cross-origin');
	}
	const installing = (await request.get('/widget/installer')).headers();
	expect(headerFaults(installing, { personal: false })).toEqual([]);
	expect(installing['x-frame-options']).toBe('DENY');
});

test('a signed-in page is kept nowhere; its cookie is out of reach of scripts', async ({ playwright }) => {
	const context = await playwright.request.newContext({ baseURL: origin });
	const signedIn = await context.post('/connexion?/mot-de-passe', {
		form: { email: 'samira@demo.example.org', password: demoPassword },
		headers: { origin },
		maxRedirects: 0,
	});
	const cookie = signedIn.headers()['set-cookie'] ?? '';
	expect(cookieFaults(cookie, { https: false })).toEqual([]);
	for (const path of ['/compte', '/', '/trouver'])
		expect(headerFaults((await context.get(path)).headers(), { personal: true }), path).toEqual([]);
	await context.dispose();
});

test('files too say what they are', async ({ request }) => {
	expect((await request.get('/icone.svg')).headers()['x-content-type-options']).toBe('nosniff');
});

test('a form sent from another site is refused', async ({ request }) => {
	const response = await request.post('/connexion?/mot-de-passe', {
		form: { email: 'a@b.fr', password: 'x' },
		headers: { origin: 'https://ailleurs.example' },
	});
	expect(response.status()).toBe(403);
});

test('pages ask nothing of any other site', async ({ page }) => {
	const foreign: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) foreign.push(request.url());
	});
	for (const path of paths) await page.goto(path);
	expect(foreign).toEqual([]);
});

test('a hostile address never breaks the server', async ({ request }) => {
	const hostile = [
		`/trouver?q=${'a'.repeat(7000)}`,
		'/trouver?q=%00%ff%fe&lieu=%F0%9F%92%A9',
		'/trouver?limit=1e9&page=1e9&rayon=-1&lat=1e308&lon=NaN',
		'/trouver?q=%27%3B%20drop%20table%20service%3B--&lieu=%25%25__',
		'/trouver?lieu=99999&commune=%3Cscript%3E',
		'/services/not-an-id',
		'/services/00000000-0000-4000-8000-000000000000',
		'/structures/%2e%2e%2f%2e%2e',
		'/territoires/ZZZZZ',
		'/%E0%A4%A',
		'/trouver?q=%E0%A4%A',
		'//ailleurs.example/',
	];
	for (const path of hostile) {
		const response = await request.get(`${origin}${path}`, { maxRedirects: 0 });
		expect(`${path.slice(0, 60)} ${response.status() < 500}`).toBe(`${path.slice(0, 60)} true`);
	}
});

test('what is missing and what is not yours look the same', async ({ request }) => {
	const unknown = await request.get('/services/00000000-0000-4000-8000-000000000000');
	expect(unknown.status()).toBe(404);
	expect(await unknown.text()).toContain('<h1');
});
