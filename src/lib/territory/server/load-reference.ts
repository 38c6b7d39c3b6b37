import { randomUUID } from 'node:crypto';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { Commune } from '../commune.ts';
import type { Membership, TerritoryKind } from '../territory.ts';
import { loadCommunes, writeCommunes } from './communes.ts';
import { placeCommunes } from './place-communes.ts';
import { nameCommunes } from './reference-communes.ts';
import {
	type ReferenceArea,
	type ReferenceEpci,
	readReferenceFiles,
	referenceYear,
} from './reference-files.ts';
import { replaceCommunes, writeTerritories } from './territories.ts';

export interface ReferenceReport {
	communes: number;
	added: number;
	changed: number;
	year: number;
}

/** Loads the reference once: nothing to do when this year's EPCI are there. */
export async function ensureReference(act: Act): Promise<void> {
	const known = await act.tx
		.selectFrom('territory')
		.select('code')
		.where('kind', '=', 'epci')
		.where('year', '=', referenceYear)
		.limit(1)
		.executeTakeFirst();
	if (!known) await loadReference(act);
}

/**
 * Fills communes, régions, départements and EPCI from the packages installed with the application; running it again
 * changes only what differs. As the operator. Sources: Code officiel géographique (INSEE), DGCL, La Poste, GeoNames.
 */
export async function loadReference(act: Act): Promise<ReferenceReport> {
	const files = await readReferenceFiles();
	const epciOf = new Map(
		files.epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])),
	);
	const known = await loadCommunes(act);
	const communes = placeCommunes(nameCommunes(files.communes), files.places, epciOf).map((commune) =>
		keepBetter(commune, known.get(commune.code)),
	);
	const { added, changed } = await writeCommunes(act, communes);

	const current = communes.filter(({ kind }) => kind === 'commune');
	const members = (codeOf: (commune: (typeof current)[number]) => string | null | undefined) =>
		current.flatMap((commune) => {
			const code = codeOf(commune);
			return code ? [{ code, communeCode: commune.code }] : [];
		});
	await writeKind(
		act,
		'region',
		files.regions,
		members(({ regionCode }) => regionCode),
	);
	await writeKind(
		act,
		'department',
		files.departments,
		members(({ departmentCode }) => departmentCode),
	);
	await writeKind(
		act,
		'epci',
		files.epcis,
		members(({ code }) => epciOf.get(code)),
	);

	await record(act, 'territory.imported', randomUUID(), {
		kind: 'reference',
		year: referenceYear,
		communes: current.length,
	});
	return { communes: current.length, added: added.length, changed: changed.length, year: referenceYear };
}

/** What a file has told since stays: exact centres, more postcodes, newer populations, names of merged communes. */
function keepBetter(commune: Commune, known: Commune | undefined): Commune {
	if (!known) return commune;
	const { longitude, latitude, position } =
		commune.position === 'given' && known.position !== 'given' ? commune : known;
	const newer = (known.populationYear ?? 0) > (commune.populationYear ?? 0) ? known : commune;
	return {
		...commune,
		name: commune.kind === 'former' && known.kind === 'former' ? known.name : commune.name,
		population: newer.population,
		populationYear: newer.populationYear,
		postcodes: [...new Set([...commune.postcodes, ...known.postcodes])].sort(),
		...{ longitude, latitude, position },
	};
}

async function writeKind(
	act: Act,
	kind: TerritoryKind,
	areas: readonly (ReferenceArea | ReferenceEpci)[],
	members: readonly Pick<Membership, 'code' | 'communeCode'>[],
): Promise<void> {
	await writeTerritories(
		act,
		areas.map(({ code, nom }) => ({ kind, code, year: referenceYear, name: nom })),
	);
	await replaceCommunes(act, kind, referenceYear, members);
}
