import { afterEach, expect, test, vi } from 'vitest';
import { demoPeople } from '../lib/directory/demo/people.ts';
import { openDemoAccounts } from '../lib/directory/server/demo-accounts.ts';
import { safe } from '../lib/testing/accounts.ts';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { world } from '../lib/testing/world.ts';
import { command } from './doctor.ts';
import type { Finding } from './doctor-checks.ts';

const { url, operator, door, person } = await world();
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
	await openDemoAccounts(act, demoPeople, null);
});
afterEach(() => vi.unstubAllEnvs());

/** What `doctor` finds of one subject, under these settings. */
async function finding(subject: RegExp, env: Record<string, string>): Promise<Finding> {
	for (const [name, value] of Object.entries({
		DATABASE_URL: url,
		PASSERELLES_SECRET: 'the secret of an installation for tests',
		...env,
	}))
		vi.stubEnv(name, value);
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

test('behind an https server, the header that tells visitors apart is asked for', async () => {
	const https = { ORIGIN: 'https://inclusion.example.fr', HOST: '127.0.0.1' };
	expect(await finding(/visiteurs/, https)).toMatchObject({
		well: false,
		mend: expect.stringContaining('ADDRESS_HEADER=x-forwarded-for'),
	});
	expect(await finding(/visiteurs/, { ...https, ADDRESS_HEADER: 'x-real-ip' })).toMatchObject({
		what: 'Adresse des visiteurs lue dans l’en-tête x-real-ip',
		well: true,
	});
	vi.unstubAllEnvs();
	expect(await finding(/visiteurs/, {})).toMatchObject({ well: true });
});

test('a secret of the installation that opens no code any more is a fault', async () => {
	const awa = await person('Awa Diallo', 'worker');
	const totpSecret = safe.seal('JBSWY3DPEHPK3PXP', awa.actor.accountId!);
	await door(({ tx }) =>
		tx.updateTable('account').set({ totpSecret }).where('id', '=', awa.actor.accountId).execute(),
	);
	const codes = /code.* de connexion/i;
	expect(await finding(codes, { PASSERELLES_SECRET: 'another secret, of thirty-two letters' })).toMatchObject(
		{
			what: '1 code de connexion illisible',
			well: false,
		},
	);
	expect(
		await finding(codes, { PASSERELLES_SECRET: 'the secret of an installation for tests' }),
	).toMatchObject({
		well: true,
	});
});
