import { distanceKm } from '#lib/geo/distance.ts';
import { isInFrance } from '#lib/territory/bounds.ts';
import { type Commune, centreOf } from '#lib/territory/commune.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import type { Place } from '../organisation.ts';
import type { Gazetteer } from './gazetteer.ts';

/** How a place joined the table of communes. */
export type Join = 'directly' | 'resolved' | 'outside' | 'nowhere';

export interface Located {
	readonly place: Place;
	readonly join: Join;
	/** What is wrong with the point given, which is then left aside. */
	readonly fault: PointFault | null;
}
export interface PointFault {
	readonly reason: TextKey;
	readonly km?: number;
}

/** How far from its commune's centre a place can be: the vastest communes apart, none reaches 30 km from its centre. */
const farthestKm = { given: 30, approximate: 100, unknown: Number.POSITIVE_INFINITY };
const farthestInVastCommunesKm = 200;
const vast = /^(973|98)/;
/** Collectivities overseas, whose codes are outside INSEE's table of communes. */
const outsideTable = /^(975|977|978|98)/;

/**
 * Puts a place in its commune of today (by INSEE code, else postcode and name) and on the map: the point given if it
 * can be right, else the commune's centre. Codes that are unknown stay as they were given.
 */
export function locatePlace(place: Place, communes: Gazetteer): Located {
	const code = codeOf(place, communes);
	const commune = code === null ? undefined : communes.find(code);
	const communeCode = code === null ? null : communes.resolve(code);
	const fault = faultOfPoint(place, commune);
	const given = fault === null && place.latitude !== null && place.longitude !== null;
	// a source may know that its point is approximate
	const position = place.position === 'unknown' ? 'given' : place.position;
	const located: Place = { ...place, communeCode, ...(given ? { position } : centre(commune)) };
	return { place: located, join: joinOf(place, code, communeCode), fault };
}

function codeOf({ inseeCode, postcode, communeName }: Place, communes: Gazetteer): string | null {
	if (inseeCode !== null && communes.find(inseeCode)) return inseeCode;
	return postcode === null ? null : communes.byPostcode(postcode, communeName);
}

function joinOf({ inseeCode }: Place, code: string | null, communeCode: string | null): Join {
	if (inseeCode !== null && (communeCode === null || outsideTable.test(inseeCode))) return 'outside';
	if (communeCode === null) return 'nowhere';
	return inseeCode === communeCode || (inseeCode === null && code === communeCode) ? 'directly' : 'resolved';
}

function centre(commune: Commune | undefined): Pick<Place, 'latitude' | 'longitude' | 'position'> {
	const point = commune && centreOf(commune);
	if (!point) return { latitude: null, longitude: null, position: 'unknown' };
	return { ...point, position: commune.position === 'given' ? 'commune' : 'approximate' };
}

function faultOfPoint({ latitude, longitude }: Place, commune: Commune | undefined): PointFault | null {
	if (latitude === null && longitude === null) return null;
	if (latitude === null || longitude === null) return { reason: 'import-run.point-incomplete' };
	const point = { latitude, longitude };
	if (!Number.isFinite(latitude) || !Number.isFinite(longitude))
		return { reason: 'import-run.point-not-number' };
	if (latitude === 0 && longitude === 0) return { reason: 'import-run.point-zero' };
	if (!isInFrance(point)) {
		const swapped = isInFrance({ latitude: longitude, longitude: latitude });
		return { reason: swapped ? 'import-run.point-swapped' : 'import-run.point-outside' };
	}
	const middle = commune && centreOf(commune);
	if (!middle) return null;
	const km = distanceKm(point, middle);
	const most = vast.test(commune.code) ? farthestInVastCommunesKm : farthestKm[commune.position];
	return km > most ? { reason: 'import-run.point-far', km: Math.round(km) } : null;
}
