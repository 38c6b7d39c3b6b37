import { type Chance, chanceFrom } from './chance.ts';
import { type OrganisationKind, organisationKinds } from './organisation-kind.ts';
import { traitsOf } from './organisation-traits.ts';
import { type DemoTerritory, demoTerritories } from './territories.ts';

/** A real commune, as the caller knows it. Coordinates are WGS 84 degrees. */
export interface DemoCommune {
	readonly code: string;
	readonly name: string;
	readonly postcode: string;
	readonly population: number;
	readonly latitude: number;
	readonly longitude: number;
	readonly position: 'given' | 'commune' | 'approximate';
	readonly epciCode: string;
}

/** What kind of organisation stands in which commune. */
export interface Seat {
	readonly kind: OrganisationKind;
	readonly commune: DemoCommune;
	readonly territory: DemoTerritory;
}

/** The first seats, whatever the seed: the demo people work there. Ranks give the ids `demo--org-0001`… */
export const firstSeats: readonly (readonly [OrganisationKind, string])[] = [
	['youth-mission', '62498'],
	['ccas', '62510'],
	['solidarity-grocery', '62065'],
	['social-centre', '62160'],
	['desk', '02789'],
	['womens-rights', '62160'],
];

const communeWithCcas = 3000;
const villageWithAnything = 250;

/** Seats `count` organisations over the demo territories; throws when a commune of the first seats is missing. */
export function seatOrganisations(seed: number, communes: readonly DemoCommune[], count: number): Seat[] {
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	const first = firstSeats.map(([kind, code]) => {
		const commune = byCode.get(code);
		const territory = demoTerritories.find(({ epciCode }) => epciCode === commune?.epciCode);
		if (!commune || !territory) throw new Error(`the demo region needs the commune ${code}`);
		return { kind, commune, territory };
	});
	const others = quotas(communes, count).flatMap(([territory, quota]) =>
		seatTerritory(
			chanceFrom(seed, `seats/${territory.epciCode}`),
			territory,
			communes.filter(({ epciCode }) => epciCode === territory.epciCode),
			first.filter((seat) => seat.territory === territory),
			quota,
		),
	);
	return [...first, ...others];
}

/** By population for the most part; a small country keeps a little more than its part. */
function quotas(communes: readonly DemoCommune[], count: number): [DemoTerritory, number][] {
	const total = peopleIn(communes);
	const shares = demoTerritories.map((territory) => {
		const part = peopleIn(communes.filter(({ epciCode }) => epciCode === territory.epciCode)) / total;
		return 0.85 * part + 0.15 / demoTerritories.length;
	});
	return apportion(shares, count).map((quota, index) => [demoTerritories[index]!, quota]);
}

const peopleIn = (communes: readonly DemoCommune[]): number =>
	communes.reduce((sum, { population }) => sum + population, 0);

/** The seats of one territory that are not taken yet: a CCAS in each town, then the other kinds. */
function seatTerritory(
	chance: Chance,
	territory: DemoTerritory,
	communes: readonly DemoCommune[],
	taken: readonly Seat[],
	quota: number,
): Seat[] {
	const seats: Seat[] = [...taken];
	const towns = [...communes].sort((a, b) => b.population - a.population);
	for (const [rank, commune] of towns.entries()) {
		const served = seats.some((seat) => seat.kind === 'ccas' && seat.commune === commune);
		const due = commune.population >= communeWithCcas || rank < 2;
		if (due && !served) seats.push({ kind: 'ccas', commune, territory });
	}
	for (const kind of kindsFor(seats, quota)) {
		seats.push({ kind, territory, commune: communeFor(kind, chance, communes, seats) });
	}
	return seats.slice(taken.length);
}

/** The kinds still to seat so that all together follow their shares. */
function kindsFor(seats: readonly Seat[], quota: number): OrganisationKind[] {
	const others = seats.filter(({ kind }) => kind === 'ccas').length;
	const wanted = apportion(
		organisationKinds.map((kind) => traitsOf[kind].share),
		quota - others,
	);
	const missing = organisationKinds.flatMap((kind, index) => {
		const there = kind === 'ccas' ? 0 : seats.filter((seat) => seat.kind === kind).length;
		return Array.from({ length: Math.max(0, (wanted[index] ?? 0) - there) }, () => kind);
	});
	return missing.slice(0, quota - seats.length);
}

/** Larger towns draw more, some kinds stand in towns only; two of one kind seldom stand in the same commune. */
function communeFor(
	kind: OrganisationKind,
	chance: Chance,
	communes: readonly DemoCommune[],
	seats: readonly Seat[],
): DemoCommune {
	const hub = traitsOf[kind].spread === 'hub';
	const sixth = communes.map(({ population }) => population).sort((a, b) => b - a)[5] ?? 0;
	const least = hub ? Math.min(2500, sixth) : villageWithAnything;
	const weight = (commune: DemoCommune) => {
		if (commune.population < least) return 0;
		const twins = seats.filter((seat) => seat.kind === kind && seat.commune === commune).length;
		return commune.population ** (hub ? 1.2 : 0.8) / (1 + 4 * twins);
	};
	return chance.weigh(communes, weight) ?? chance.pick(communes);
}

/** Whole parts of `count` in proportion to the shares, by largest remainder. */
export function apportion(shares: readonly number[], count: number): number[] {
	const total = shares.reduce((sum, share) => sum + share, 0);
	const exact = shares.map((share) => (share / total) * count);
	const parts = exact.map(Math.floor);
	const left = count - parts.reduce((sum, part) => sum + part, 0);
	const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }));
	order.sort((a, b) => b.rest - a.rest || a.index - b.index);
	for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
	return parts;
}
