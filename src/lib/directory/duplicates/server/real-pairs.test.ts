import { sql } from 'kysely';
import { expect } from 'vitest';
import { openMapping } from '#lib/directory/mapping/server/open-mapping.ts';
import { importMapped } from '#lib/directory/server/import-source.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { noon, world } from '#lib/testing/world.ts';
import { proposeDuplicates } from './propose-duplicates.ts';

const { operator, door } = await world();

const files = {
	'france-services': ['france_services_20240801.csv'],
	'mediation-numerique': ['mednum_lieux_national_2022.json'],
	siae: ['siae_national_2020.csv'],
	'missions-locales': ['missions_locales_referentiel.json'],
	'lille-v1': ['di_v1_services_lille_2026.json'],
	soliguide: ['soliguide_lieux_test_2026.json'],
} as const;

testOnSharedData(
	'national files told by several networks',
	async () => {
		await operator(loadReference);
		for (const [name, paths] of Object.entries(files))
			await importMapped(
				operator,
				await openMapping(name),
				paths.map((path) => sharedData(`supply/${path}`)),
				{ now: noon },
			);
		const found = await door((act) => proposeDuplicates(act, 'organisation', null));
		expect(found).toMatchObject({ entries: 11_212, found: 659, added: 659 });
		expect(found.compared / found.entries).toBeLessThan(2);
		expect(await bySources()).toMatchObject([
			{ one: 'mediation-numerique', other: 'mediation-numerique', pairs: 366 },
			{ one: 'mediation-numerique', other: 'siae', pairs: 122 },
			{ one: 'france-services', other: 'mediation-numerique', pairs: 106 },
		]);
		expect(await sameLabelInOneTown()).toEqual({ all: 62, proposed: 56 });
		expect(await farApart()).toBe(0);
		const services = await door((act) => proposeDuplicates(act, 'service', null));
		expect(services).toMatchObject({ entries: 7434, found: 447 });
	},
	120_000,
);

/** How many pairs each two networks have, the most first. */
const bySources = async () =>
	(
		await operator(({ tx }) =>
			sql<{ one: string; other: string; pairs: number }>`
				select least(a.source, b.source) as one, greatest(a.source, b.source) as other, count(*)::int as pairs
				from duplicate_pair d join organisation a on a.id = d.first_id join organisation b on b.id = d.second_id
				where d.kind = 'organisation' group by 1, 2 order by 3 desc limit 3`.execute(tx),
		)
	).rows;

/** Of places that two networks call « France Services » in one commune, alone there, how many are proposed. */
const sameLabelInOneTown = async () =>
	(
		await operator(({ tx }) =>
			sql<{ all: number; proposed: number }>`
				with labelled as (
					select o.id, o.source, p.commune_code, count(*) over (partition by o.source, p.commune_code) as many
					from organisation o join place p on p.id = o.place_id
					where o.name ~* 'france services?' and p.commune_code is not null)
				select count(*)::int as all, count(d.id)::int as proposed
				from labelled f join labelled m on m.commune_code = f.commune_code
					left join duplicate_pair d on d.first_id = least(f.id, m.id) and d.second_id = greatest(f.id, m.id)
				where f.source = 'france-services' and m.source = 'mediation-numerique' and f.many = 1 and m.many = 1`.execute(
				tx,
			),
		)
	).rows[0];

/** Pairs more than five kilometres apart. */
const farApart = async () =>
	(
		await operator(({ tx }) =>
			tx
				.selectFrom('duplicatePair')
				.select('id')
				.where(sql<boolean>`jsonb_path_exists(reasons, '$[*] ? (@.kind == "far" && @.metres > 5000)')`)
				.execute(),
		)
	).length;
