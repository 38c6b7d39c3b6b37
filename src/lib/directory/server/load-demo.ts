import { hashPassword } from '#lib/access/server/password-hash.ts';
import type { Act, Work } from '#lib/server/act.ts';
import type { Commune } from '#lib/territory/commune.ts';
import { loadCommunes } from '#lib/territory/server/communes.ts';
import { createSet } from '#lib/territory/server/create-set.ts';
import { listTerritory } from '#lib/territory/server/find-territories.ts';
import { ensureReference } from '#lib/territory/server/load-reference.ts';
import { demoPassword, demoPeople } from '../demo/people.ts';
import { demoRegion } from '../demo/region.ts';
import type { DemoCommune } from '../demo/seats.ts';
import { demoTerritories } from '../demo/territories.ts';
import type { ParsedRow } from '../formats/row.ts';
import { openDemoAccounts } from './demo-accounts.ts';
import { importDirectory } from './import-directory.ts';

const source = 'demo';
const seed = 62;

/** Whether there is anything in the directory: the demo region comes only into an empty one. */
export const hasDirectory = async ({ tx }: Act): Promise<boolean> =>
	(await tx.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;

/** Whether the demo region is there. */
export const hasDemo = async ({ tx }: Act): Promise<boolean> =>
	(await tx
		.selectFrom('organisation')
		.select('id')
		.where('source', '=', source)
		.limit(1)
		.executeTakeFirst()) !== undefined;

/** Whether somebody took the demo region away: it then comes back only when asked for. */
export const wasDemoRemoved = async ({ tx }: Act): Promise<boolean> =>
	(await tx
		.selectFrom('event')
		.select('seq')
		.where('name', '=', 'directory.demo-removed')
		.limit(1)
		.executeTakeFirst()) !== undefined;

/**
 * Loads the invented organisations, services and people of the demo region in its real communes, through the same
 * import as any source, in one transaction. Loading it again changes nothing.
 */
export const loadDemo = (operator: Work, now: Date): Promise<{ organisations: number; services: number }> =>
	operator(async (act) => {
		await ensureReference(act);
		const communes = await communesOfDemo(act);
		const { organisations, services } = demoRegion({ seed, today: dayInParis(now), communes });
		const told = [
			...organisations.map((organisation) => ({ organisation, service: null })),
			...services.map((service) => ({ organisation: null, service })),
		];
		const lines = told.map(
			(one, i): ParsedRow => ({ ...one, line: i + 1, problems: [], warnings: [], about: [] }),
		);
		await importDirectory((work) => work(act), source, lines, { fileNames: [] });
		await openDemoAccounts(act, demoPeople, await hashPassword(demoPassword));
		return { organisations: organisations.length, services: services.length };
	});

/** The communes of each demo territory, which becomes a set of its own. */
async function communesOfDemo(act: Act): Promise<DemoCommune[]> {
	const known = await loadCommunes(act);
	const all: DemoCommune[] = [];
	for (const { epciCode, label } of demoTerritories) {
		const { communes, year } = await listTerritory(act, 'epci', epciCode);
		const codes = communes.map(({ code }) => code);
		await createSet(act, { code: `demo-${epciCode}`, name: label, year, communes: codes });
		all.push(...codes.flatMap((code) => demoCommune(known.get(code), epciCode)));
	}
	return all;
}

function demoCommune(commune: Commune | undefined, epciCode: string): DemoCommune[] {
	if (!commune || commune.latitude === null || commune.longitude === null) return [];
	const { code, name, population, postcodes, latitude, longitude } = commune;
	const position = commune.position === 'given' ? 'commune' : 'approximate';
	return [
		{
			code,
			name,
			postcode: postcodes[0] ?? '',
			population: population ?? 0,
			latitude,
			longitude,
			position,
			epciCode,
		},
	];
}

const dayInParis = (instant: Date): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(instant);
