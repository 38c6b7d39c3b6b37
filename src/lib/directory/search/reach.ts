import { distanceKm } from '#lib/geo/distance.ts';
import { runsWithin } from '#lib/geo/grid.ts';
import { type Distances, measureFrom } from './distances.ts';
import type { Layout } from './layout.ts';
import type { Near, Query } from './query.ts';
import { assumedKm } from './rank.ts';
import { createZoneJudge, isLocal, type Zones } from './zone.ts';

/** Where a document goes: nowhere, the list, or the one of services given at a distance. */
export const lane = { out: 0, list: 1, remote: 2 } as const;
type Lane = (typeof lane)[keyof typeof lane];

/** Documents from the first to the one before the second. */
export type Run = readonly [from: number, to: number];

/** What a searcher can reach. */
export interface Reach {
	/** Ascending and apart: every document that has a lane is in one of them. */
	readonly runs: readonly Run[];
	laneOf(doc: number): Lane;
	/** Kilometres to the document's place; null without a place, or when none was asked. */
	kmOf(doc: number): number | null;
	/** The distance that ranks it: a point that is unknown is given a fair one. */
	rankKmOf(doc: number): number | null;
	covers(doc: number): boolean | undefined;
}

/** Without a place everything is in one list. */
const everywhere = ({ count }: Layout): Reach => ({
	runs: [[0, count]],
	laneOf: () => lane.list,
	kmOf: () => null,
	rankKmOf: () => null,
	covers: () => true,
});

export const reachOf = (
	layout: Layout,
	zones: Zones,
	distances: Distances,
	{ near, radiusKm }: Query,
): Reach => (near ? reachFrom(layout, zones, distances, near, radiusKm) : everywhere(layout));

function reachFrom(layout: Layout, zones: Zones, distances: Distances, near: Near, radiusKm: number): Reach {
	const { count, grid, placeOf, placeStarts, placed, firstRemote, stopsOf } = layout;
	const kmTo = measureFrom(distances, grid, near);
	const coversDoc = createZoneJudge(zones, near);
	const commune = layout.communes.get(near.communeCode ?? '');
	const isInCommune = (doc: number) => commune !== undefined && layout.communeOf[doc] === commune;
	const isForHere = (doc: number) => isLocal(zones.zones[zones.zoneOf[doc]!]!) && coversDoc(doc) === true;

	/** To the nearest stop of a mobile service; null for one that is nowhere known. */
	const kmToStop = (doc: number): number | null => {
		const stops = stopsOf.get(doc);
		return stops ? Math.min(...stops.map((stop) => distanceKm(near, stop))) : null;
	};

	return {
		runs: [
			...runsWithin(grid, near, radiusKm).map(([from, to]): Run => [placeStarts[from]!, placeStarts[to]!]),
			[placed, count],
		],
		laneOf(doc) {
			if (doc < placed) return kmTo(placeOf[doc]!) <= radiusKm ? lane.list : lane.out;
			if (doc >= firstRemote) return coversDoc(doc) === false ? lane.out : lane.remote;
			const km = kmToStop(doc);
			const isNear = km === null ? isInCommune(doc) || isForHere(doc) : km <= radiusKm;
			return isNear ? lane.list : lane.out;
		},
		kmOf: (doc) => (doc < placed ? kmTo(placeOf[doc]!) : doc >= firstRemote ? null : kmToStop(doc)),
		rankKmOf(doc) {
			if (doc < placed) return kmTo(placeOf[doc]!);
			if (doc >= firstRemote) return null;
			return kmToStop(doc) ?? assumedKm(isInCommune(doc), radiusKm);
		},
		covers: coversDoc,
	};
}
