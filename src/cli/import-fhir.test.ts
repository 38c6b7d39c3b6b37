import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { loadReference } from '../lib/territory/server/load-reference.ts';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { world } from '../lib/testing/world.ts';
import { importFhirFiles } from './import-fhir.ts';

const { operator, organisation, person, url } = await world();
await operator(loadReference);
const plie = await organisation('PLIE de l’Artois');
const awa = await person('Awa Diallo', 'worker', plie.id);
const folder = await mkdtemp(join(tmpdir(), 'passerelles-fhir-'));
vi.stubEnv('DATABASE_URL', url);
vi.stubEnv('PASSERELLES_DATA', folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const placed = async (name: string, content: unknown) => {
	await writeFile(join(folder, name), JSON.stringify(content));
	return join(folder, name);
};
const task = {
	resourceType: 'Task',
	id: 'a',
	status: 'requested',
	intent: 'order',
	code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
	focus: { reference: 'ServiceRequest/a' },
	for: { reference: 'Patient/a', display: 'Lila' },
	owner: { reference: 'Organization/17' },
};
const others = {
	resourceType: 'Bundle',
	type: 'collection',
	entry: [
		{
			resource: {
				resourceType: 'ServiceRequest',
				id: 'a',
				category: [
					{ coding: [{ system: 'https://passerelles.example/fhir/CodeSystem/domain', code: 'food' }] },
				],
			},
		},
		{
			resource: {
				resourceType: 'Consent',
				id: 'a',
				status: 'active',
				scope: { coding: [{ code: 'patient-privacy' }] },
				patient: { reference: 'Patient/a' },
				organization: [{ display: 'Maison de santé d’Arras' }],
			},
		},
	],
};
const files = [await placed('task.json', task), await placed('others.json', others)];
const run = async (
	more: { dryRun?: boolean; worker?: string; organisation?: string; files?: string[] } = {},
) => {
	const { out, lines, results } = recordedOut();
	const code = await importFhirFiles({
		files,
		organisation: plie.id,
		worker: awa.email,
		knownAs: ['Organization/17'],
		dryRun: false,
		...more,
		out,
	});
	return { code, lines, results };
};

test('a trial writes nothing; then the files enter together, once, in the name of a worker', async () => {
	const enters = { items: [{ became: 'entered' }, { became: 'kept' }, { became: 'kept' }] };
	const first = await run({ dryRun: true });
	expect([first.code, first.results]).toMatchObject([0, [{ exchangeId: null, ...enters }]]);
	expect(first.lines.at(-1)).toBe('Essai seulement : rien n’a été écrit.');
	expect((await run()).results).toMatchObject([enters]);
	expect((await run()).results).toMatchObject([{ items: [{ became: 'unchanged' }, {}, {}] }]);
	const rows = await awa.act(({ tx }) => tx.selectFrom('referral').select('toOrganisationId').execute());
	expect(rows).toEqual([{ toOrganisationId: plie.id }]);
}, 60_000);

test('nobody enters anything without a worker of that organisation, nor what is no FHIR', async () => {
	await expect(run({ worker: 'personne@exemple.test' })).rejects.toMatchObject({
		reason: 'exchange.cli-no-worker',
	});
	await expect(run({ organisation: 'x' })).rejects.toMatchObject({ reason: 'exchange.cli-no-worker' });
	await expect(run({ files: [await placed('vide.json', [])] })).rejects.toMatchObject({
		reason: 'exchange.cli-not-fhir',
	});
}, 60_000);
