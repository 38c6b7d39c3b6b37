import type { Compared } from './compared.ts';

/** The size of a grid cell: who receives at less than that is worth a look. */
const cellMetres = 150;
const metresPerDegree = 111_195;

/**
 * The keys under which an entry is filed: only entries that share one are compared. Same SIRET number, telephone, e-mail,
 * page, a word of the name in one commune, a cell of 150 m — of two grids half a cell apart, so that no border parts
 * neighbours — or the same service of one organisation.
 */
export function blockingKeys(entry: Compared): string[] {
	const { siret, phone, email, site, communeCode, kind, organisationId } = entry;
	const words = entry.words.map(({ word }) => word);
	return [
		...(siret && kind === 'organisation' ? [`siret ${siret}`] : []),
		...[phone, email, site].flatMap((contact) => (contact ? [contact.key] : [])),
		...(communeCode ? [`${communeCode} ${words.toSorted().join(' ')}`] : []),
		...(communeCode ? words.map((word) => `${communeCode} ${word}`) : []),
		...(kind === 'service' ? words.map((word) => `${organisationId} ${word}`) : cellKeys(entry)),
	];
}

function cellKeys({ point }: Compared): string[] {
	if (!point) return [];
	const y = (point.latitude * metresPerDegree) / cellMetres;
	const band = Math.floor(point.latitude * 10) / 10;
	const x = (point.longitude * metresPerDegree * Math.cos((band * Math.PI) / 180)) / cellMetres;
	return [0, 0.5].map((shift) => `cell${shift} ${Math.floor(y + shift)} ${Math.floor(x + shift)}`);
}
