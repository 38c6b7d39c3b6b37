import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect } from 'vitest';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { noon, world } from '#lib/testing/world.ts';
import { importMapped, importSource } from '../../server/import-source.ts';
import { openMapping } from './open-mapping.ts';

const { operator } = await world();
await operator(loadReference);

const enter = async (name: string, files: readonly string[], dryRun: boolean) => {
	const paths = files.map((file) => sharedData(file));
	const report = await importMapped(operator, await openMapping(name), paths, { now: noon, dryRun });
	return { ...report, reasons: report.rejected.map(({ field, value, problem }) => [field, value, problem]) };
};
const count = (table: 'organisation' | 'service', source: string) =>
	operator(async (act) => {
		const rows = await act.tx.selectFrom(table).select('id').where('source', '=', source).execute();
		return rows.length;
	});

interface Expected {
	readonly files: readonly string[];
	readonly rows: number;
	readonly passedOver?: number;
	readonly entered: number;
	readonly organisations: number;
	readonly services: number;
	readonly reasons?: readonly (readonly [field: string, value: string, problem: string])[];
}

const everyFile: Readonly<Record<string, Expected>> = {
	'france-services': {
		files: ['supply/france_services_20240801.csv'],
		rows: 2845,
		entered: 2845,
		organisations: 2845,
		services: 2845,
	},
	'mediation-numerique': {
		files: ['supply/mednum_lieux_national_2022.json'],
		rows: 3811,
		entered: 3810,
		organisations: 3810,
		services: 3810,
		reasons: [['nom', '3R', '« 3R » est trop court : il faut au moins 3 caractères. Complétez-le.']],
	},
	siae: {
		files: ['supply/siae_national_2020.csv'],
		rows: 3853,
		entered: 3853,
		organisations: 3853,
		services: 0,
	},
	'missions-locales': {
		files: ['supply/missions_locales_referentiel.json'],
		rows: 450,
		entered: 450,
		organisations: 450,
		services: 450,
	},
	'france-travail': {
		files: ['supply/agences_france_travail.json'],
		rows: 894,
		entered: 894,
		organisations: 894,
		services: 894,
	},
	// 276 structures, and 2,705 services of which 1,337 structures are in no file
	'reunion-v0': {
		files: ['supply/di_v0_974_reunion_services.json', 'supply/di_v0_974_reunion_structures.json'],
		rows: 2981,
		entered: 2981,
		organisations: 1613,
		services: 2705,
	},
	'lille-v1': {
		files: ['supply/di_v1_services_lille_2026.json'],
		rows: 320,
		entered: 320,
		organisations: 245,
		services: 320,
	},
	// 107 places are drafts
	soliguide: {
		files: ['supply/soliguide_lieux_test_2026.json'],
		rows: 116,
		passedOver: 107,
		entered: 9,
		organisations: 9,
		services: 9,
	},
	// four lines explain the template
	'data-inclusion-classeur': {
		files: ['data-inclusion/di_v1_modele_import.xlsx'],
		rows: 7,
		passedOver: 4,
		entered: 3,
		organisations: 1,
		services: 2,
	},
};

describe.each(Object.entries(everyFile))('%s', (name, expected) => {
	const { files, rows, passedOver = 0, entered, reasons = [] } = expected;

	testOnSharedData('enters, and says why what does not enter does not', async () => {
		const report = await enter(name, files, false);
		expect(report).toMatchObject({
			rows,
			passedOver,
			added: entered,
			rejectedLines: reasons.length,
			reasons,
		});
		const { source } = await openMapping(name);
		expect(await count('organisation', source)).toBe(expected.organisations);
		expect(await count('service', source)).toBe(expected.services);
	});

	testOnSharedData('enters once', async () => {
		const again = await enter(name, files, true);
		expect(again).toMatchObject({ added: 0, changed: 0, unchanged: entered, gone: 0, rejectedFile: null });
	});
});

testOnSharedData('no file of the supply is left out', async () => {
	const tried = Object.values(everyFile).flatMap(({ files }) => files.map((file) => basename(file)));
	const given = (await readdir(sharedData('supply'))).filter((name) => !name.includes('.rejets'));
	expect(given.filter((name) => !tried.includes(name))).toEqual(['di_v1_service_detaille_exemple_reel.json']);
});

testOnSharedData('the one service of the API v1 enters with its structure', async () => {
	const file = sharedData('supply/di_v1_service_detaille_exemple_reel.json');
	const report = await importSource(operator, 'data-inclusion', [file], { now: noon });
	expect(report).toMatchObject({ rows: 1, added: 1, rejectedLines: 0, warnings: [] });
});

testOnSharedData('the latitudes of La Réunion are south again', async () => {
	const { min, max } = await operator((act) =>
		act.tx
			.selectFrom('place')
			.select((eb) => [eb.fn.min('latitude').as('min'), eb.fn.max('latitude').as('max')])
			.where('source', '=', 'reunion-v0')
			.where('position', '=', 'given')
			.executeTakeFirstOrThrow(),
	);
	expect(min).toBeGreaterThan(-21.5);
	expect(max).toBeLessThan(-20.8);
});
