import { expect, type Page, test } from '@playwright/test';
import { openPathway, signIn } from './with.ts';

const origin = 'http://localhost:4173';

/** Makes a key for referrals, as whoever accompanies does in her account. */
async function keyOf(page: Page): Promise<string> {
	await page.goto('/compte/cles');
	await page.getByText('Créer une clé', { exact: true }).click();
	await page.getByLabel('Nom de la clé').fill('Logiciel de suivi');
	await page.getByRole('button', { name: 'Créer la clé' }).click();
	return (await page.getByText(/^pas_/).first().textContent())?.trim() ?? '';
}

const asking =
	(key: string) =>
	async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
		const response = await fetch(origin + path, {
			method,
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/fhir+json', ...headers },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return { status: response.status, headers: response.headers, told: await response.json() };
	};

test('Awa’s software reads what she sent and takes in a referral once; Julien’s finds nothing', async ({
	page,
	browser,
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'awa');
	const awa = asking(await keyOf(page));

	// a referral sent by hand
	const pathway = await openPathway(page, 'Hortense');
	await page.goto(`${pathway}/orienter?structure=Maison`);
	await page
		.getByRole('group', { name: /Choisir une structure/ })
		.getByRole('checkbox', { name: /Maison des/ })
		.first()
		.check();
	await page.getByLabel('De quoi s’agit-il ?').selectOption('mobility');
	await page.getByLabel('Ce que la personne demande').fill('Je veux passer mon permis.');
	await page.getByRole('button', { name: 'Relire avec la personne' }).click();
	await page.getByLabel('La personne est d’accord').check();
	await page.getByLabel('De vive voix').check();
	await page.getByLabel('Devant qui, ou par qui ?').fill('Léo Martin');
	await page.getByRole('button', { name: /^Envoyer la demande/ }).click();
	await expect(page.getByText('La demande est partie.', { exact: false })).toBeVisible();
	const id = /orientations\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

	// read by the API, and downloaded
	const read = await awa('GET', `/api/fhir/Task/${id}`);
	expect(read).toMatchObject({ status: 200, told: { status: 'requested', intent: 'order' } });
	expect(read.headers.get('content-type')).toContain('application/fhir+json');
	expect(read.headers.get('cache-control')).toContain('no-store');
	const { told: found } = await awa('GET', `/api/fhir/Task?_id=${id}&_include=*`);
	expect(JSON.stringify(found)).toContain('Hortense');
	const file = await page.request.get(`/orientations/${id}/fhir.json`);
	expect(await file.json()).toMatchObject({ resourceType: 'Bundle', type: 'collection' });

	// what comes from other software
	const owner = read.told.requester.reference;
	const bundle = {
		resourceType: 'Bundle',
		type: 'collection',
		entry: [
			{
				resource: {
					resourceType: 'Task',
					id: 'a',
					status: 'requested',
					intent: 'order',
					code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
					focus: { reference: 'ServiceRequest/a' },
					for: { reference: 'Patient/a', display: 'Eugénie' },
					requester: { display: 'Maison de santé inventée' },
					owner: { reference: owner },
				},
			},
			{
				resource: {
					resourceType: 'ServiceRequest',
					id: 'a',
					category: [
						{ coding: [{ system: 'https://passerelles.example/fhir/CodeSystem/domain', code: 'food' }] },
					],
					code: { text: 'Un panier de légumes' },
				},
			},
			{
				resource: {
					resourceType: 'Consent',
					id: 'a',
					status: 'active',
					scope: { coding: [{ code: 'patient-privacy' }] },
					patient: { reference: 'Patient/a' },
					organization: [{ display: 'Maison de santé inventée' }],
				},
			},
		],
	};
	const once = { 'idempotency-key': 'envoi-1' };
	const first = await awa('POST', '/api/fhir', bundle, once);
	expect(first.told.entry[0].response.status).toContain('201');
	const again = await awa('POST', '/api/fhir', bundle, once);
	expect([again.told, again.headers.get('idempotency-replayed')]).toEqual([first.told, 'true']);
	expect(await awa('POST', '/api/fhir', {}, once)).toMatchObject({
		status: 422,
		told: { code: 'exchange.key-reused' },
	});
	await page.goto('/a-traiter');
	await page.getByRole('link', { name: 'Eugénie' }).click();
	await expect(page.getByText('Un panier de légumes')).toBeVisible();
	await expect(page.getByText('Maison de santé inventée').first()).toBeVisible();

	// another organisation’s key sees none of it; a key that is stopped sees nothing more
	const other = await browser.newPage({ baseURL: origin });
	await signIn(other, 'julien');
	const julien = asking(await keyOf(other));
	for (const path of [
		`/api/fhir/Task/${id}`,
		`/api/fhir/ServiceRequest/${id}`,
		`/api/fhir/Task/${crypto.randomUUID()}`,
	])
		expect((await julien('GET', path)).told).toEqual((await julien('GET', '/api/fhir/Task/x')).told);
	const hisOwn = JSON.stringify(await julien('GET', '/api/fhir/Task?_include=*'));
	for (const hers of [id, 'Hortense', 'Eugénie']) expect(hisOwn).not.toContain(hers);
	expect((await julien('POST', `/api/fhir/Task`, { ...read.told, status: 'accepted' })).status).toBe(202);
	expect((await awa('GET', `/api/fhir/Task/${id}`)).told.status).toBe('requested');
	expect((await fetch(`${origin}/api/fhir/Task`)).status).toBe(401);
});
