import { afterEach, expect, test, vi } from 'vitest';
import { demoPeople } from '../lib/directory/demo/people.ts';
import { openDemoAccounts } from '../lib/directory/server/demo-accounts.ts';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { world } from '../lib/testing/world.ts';
import { command } from './doctor.ts';
import type { Finding } from './doctor-checks.ts';

const { url, operator } = await world();
await operator(async (act) => {
	const sources = demoPeople.flatMap(({ hats }) => hats.flatMap((hat) => hat.organisationSourceId ?? []));
	await act.tx
		.insertInto('organisation')
		.values(
			[...new Set(sources)].map((sourceId) => ({
				source: 'demo',
				sourceId,
				name: sourceId,
				updatedOn: '2026-11-01',
				digest: '',
				importedAt: act.at,
				fictional: true,
			})),
		)
		.execute();
	await openDemoAccounts(act);
});
afterEach(() => vi.unstubAllEnvs());

/** What `doctor` finds of one subject, under these settings. */
async function finding(subject: RegExp, env: Record<string, string>): Promise<Finding> {
	for (const [name, value] of Object.entries({ DATABASE_URL: url, ...env })) vi.stubEnv(name, value);
	const { out, results } = recordedOut();
	await command.run({ words: [], options: {}, out });
	const { findings } = results[0] as { findings: Finding[] };
	return findings.find(({ what }) => subject.test(what))!;
}

const demo = /comptes de démonstration/;

test('demo accounts are a fault on an address that others reach, and only there', async () => {
	expect(await finding(demo, { ORIGIN: 'https://inclusion.example.fr' })).toMatchObject({
		what: '8 comptes de démonstration, au mot de passe public',
		well: false,
		mend: expect.stringContaining('npx passerelles demo --remove'),
	});
	expect(await finding(demo, { HOST: '0.0.0.0' })).toMatchObject({ well: false });
	expect(await finding(demo, { ORIGIN: 'http://localhost:3000', HOST: '0.0.0.0' })).toMatchObject({
		well: true,
	});
	expect(await finding(demo, {})).toMatchObject({ well: true });
});
