import type { Commune } from '../commune.ts';
import { resolveCommune } from '../resolve.ts';
import { censusYear, type ReferenceCommune } from './reference-files.ts';

type Named = Omit<Commune, 'longitude' | 'latitude' | 'position'>;

/**
 * One row a code: communes of today, arrondissements, delegated and associated communes, then the former codes that
 * only their successor still lists (under its name, until a file of communes gives theirs).
 */
export function nameCommunes(files: readonly ReferenceCommune[]): Named[] {
	const rows = new Map<string, Named>();
	const next = successors(files);
	const nextOf = (code: string) => next.get(code);
	const byCode = new Map(
		files.filter(({ type }) => type === 'commune-actuelle').map((commune) => [commune.code, commune]),
	);
	for (const commune of byCode.values()) rows.set(commune.code, rowOf(commune, commune.code, commune.code));
	for (const commune of files) {
		if (!rows.has(commune.code))
			rows.set(commune.code, rowOf(commune, commune.code, resolveCommune(commune.code, nextOf)!));
	}
	for (const code of next.keys()) {
		const successor = byCode.get(resolveCommune(code, nextOf)!);
		if (successor && !rows.has(code))
			rows.set(code, { ...rowOf(successor, code, successor.code), population: null, populationYear: null });
	}
	return [...rows.values()];
}

/** Each code and the one that stands for it; a code in force wins over what it once was. */
function successors(files: readonly ReferenceCommune[]): Map<string, string> {
	const next = new Map<string, string>();
	for (const { code, anciensCodes = [] } of files) for (const old of anciensCodes) next.set(old, code);
	for (const { code, chefLieu, commune } of files) next.set(code, commune ?? chefLieu ?? code);
	for (const { code, type } of files) if (type === 'commune-actuelle') next.set(code, code);
	return next;
}

const rowOf = (
	{ nom, type, departement, region, population, codesPostaux = [] }: ReferenceCommune,
	code: string,
	currentCode: string,
): Named => ({
	code,
	name: nom,
	kind: type === 'arrondissement-municipal' ? 'arrondissement' : code === currentCode ? 'commune' : 'former',
	currentCode,
	departmentCode: departement,
	regionCode: region,
	population: population ?? null,
	populationYear: population === undefined ? null : censusYear,
	postcodes: codesPostaux.toSorted(),
});
