import type { Point } from '../../geo/distance.ts';
import type { Commune } from '../commune.ts';
import { searchName } from '../search-name.ts';
import type { PopulatedPlace } from './reference-files.ts';

type Unplaced = Omit<Commune, 'longitude' | 'latitude' | 'position'>;

/** Overseas collectivities whose places GeoNames lists without an INSEE code: the beginning of their codes. */
const codePrefix: Readonly<Record<string, string>> = { BL: '977', MF: '978', NC: '988', PF: '987' };

/**
 * Gives each commune a point: that of the populated place of its name, else of its largest; a commune without any is
 * put at the population-weighted centre of those known in its EPCI, else in its département, and says so.
 */
export function placeCommunes(
	communes: readonly Unplaced[],
	places: readonly PopulatedPlace[],
	epciOf: ReadonlyMap<string, string>,
): Commune[] {
	const points = pointsOf(communes, places);
	const given = communes.filter(({ code, kind }) => kind === 'commune' && points.has(code));
	const centres = [
		weightedCentres(given, points, ({ code }) => epciOf.get(code)),
		weightedCentres(given, points, ({ departmentCode }) => departmentCode ?? undefined),
	] as const;
	const approximate = ({ currentCode, departmentCode }: Unplaced) =>
		points.get(currentCode) ??
		centres[0].get(epciOf.get(currentCode) ?? '') ??
		centres[1].get(departmentCode ?? '');
	return communes.map((commune) => placed(commune, points.get(commune.code), approximate(commune)));
}

function placed(commune: Unplaced, given: Point | undefined, approximate: Point | undefined): Commune {
	const point = given ?? approximate;
	const position = given ? 'given' : approximate ? 'approximate' : 'unknown';
	return { ...commune, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null, position };
}

function pointsOf(communes: readonly Unplaced[], places: readonly PopulatedPlace[]): Map<string, Point> {
	const codes = codesOfPlaces(communes);
	const best = new Map<string, { place: PopulatedPlace; rank: number }>();
	const offer = (code: string, place: PopulatedPlace, named: boolean) => {
		const rank = place.population + (named ? 1e9 : 0);
		if (rank > (best.get(code)?.rank ?? -1)) best.set(code, { place, rank });
	};
	for (const place of places) {
		const municipality = codes.municipality(place);
		if (!municipality) continue;
		const part = codes.part(municipality, place);
		if (part) offer(part, place, true);
		offer(municipality, place, codes.hasName(municipality, place));
	}
	return new Map(
		[...best].map(([code, { place }]) => {
			const [longitude, latitude] = place.loc.coordinates;
			return [code, { latitude, longitude }];
		}),
	);
}

/** Which commune of today a populated place is in, and which arrondissement or merged commune bears its name. */
function codesOfPlaces(communes: readonly Unplaced[]) {
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	const named = new Map(
		communes.map((commune) => [`${commune.currentCode} ${searchName(commune.name)}`, commune.code]),
	);
	const overseas = new Map(
		communes
			.filter(({ kind }) => kind === 'commune')
			.map(({ code, name }) => [`${code.slice(0, 3)} ${searchName(name)}`, code]),
	);
	const without = ({ country, adminCode, name }: PopulatedPlace): string | undefined => {
		if (byCode.has(adminCode)) return adminCode;
		if (country === 'FR') return searchName(name) === 'paris' ? '75056' : undefined;
		const prefix = codePrefix[country];
		if (prefix === '977' || prefix === '978') return `${prefix}01`; // one commune each
		return prefix && overseas.get(`${prefix} ${searchName(name)}`);
	};
	return {
		municipality: (place: PopulatedPlace) => byCode.get(place.muniSub ?? without(place) ?? '')?.currentCode,
		hasName: (code: string, place: PopulatedPlace) =>
			searchName(byCode.get(code)!.name) === searchName(place.name),
		part: (code: string, place: PopulatedPlace) => {
			const part = named.get(`${code} ${searchName(place.name.replace(/ 0(\d)$/, ' $1'))}`);
			return part === code ? undefined : part;
		},
	};
}

function weightedCentres(
	communes: readonly Unplaced[],
	points: ReadonlyMap<string, Point>,
	areaOf: (commune: Unplaced) => string | undefined,
): Map<string, Point> {
	const sums = new Map<string, { latitude: number; longitude: number; weight: number }>();
	for (const commune of communes) {
		const area = areaOf(commune);
		const point = points.get(commune.code);
		if (area === undefined || !point) continue;
		const sum = sums.get(area) ?? { latitude: 0, longitude: 0, weight: 0 };
		const weight = Math.max(1, commune.population ?? 1);
		sum.latitude += weight * point.latitude;
		sum.longitude += weight * point.longitude;
		sum.weight += weight;
		sums.set(area, sum);
	}
	return new Map(
		[...sums].map(([area, { latitude, longitude, weight }]) => [
			area,
			{ latitude: latitude / weight, longitude: longitude / weight },
		]),
	);
}
