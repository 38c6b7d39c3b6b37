import { visitWithin } from '#lib/geo/grid.ts';
import type { Layout } from './layout.ts';
import type { Near, Query } from './query.ts';
import { assumedKm } from './rank.ts';
import { createZoneJudge, isLocal, type Zones } from './zone.ts';

/** Where a document goes: nowhere, the list, or the one of services given at a distance. */
export const lane = { out: 0, list: 1, remote: 2 } as const;
type Lane = (typeof lane)[keyof typeof lane];

/** What a searcher can reach. */
export interface Reach {
	laneOf(doc: number): Lane;
	/** Kilometres to the document's place; null without a place, or when none was asked. */
	kmOf(doc: number): number | null;
	/** The distance that ranks it: a point that is unknown is given a fair one. */
	rankKmOf(doc: number): number | null;
	covers(doc: number): boolean | undefined;
	/** Calls `visit` for every document that has a lane. */
	visitAll(visit: (doc: number) => void): void;
}

/** Without a place everything is in one list. */
const everywhere = ({ entries }: Layout): Reach => ({
	laneOf: () => lane.list,
	kmOf: () => null,
	rankKmOf: () => null,
	covers: () => true,
	visitAll(visit) {
		for (let doc = 0; doc < entries.length; doc++) visit(doc);
	},
});

export const reachOf = (layout: Layout, zones: Zones, { near, radiusKm }: Query): Reach =>
	near ? reachFrom(layout, zones, near, radiusKm) : everywhere(layout);

function reachFrom(layout: Layout, zones: Zones, near: Near, radiusKm: number): Reach {
	const { entries, placeOf, placeStarts, remoteOnly } = layout;
	const kms = new Float64Array(layout.grid.order.length).fill(-1);
	const places: number[] = [];
	visitWithin(layout.grid, near, radiusKm, (place, km) => {
		kms[place] = km;
		places.push(place);
	});
	const coversDoc = createZoneJudge(zones, near);
	const isInCommune = (doc: number) =>
		near.communeCode !== undefined && entries[doc]!.communeCode === near.communeCode;
	const isForHere = (doc: number) => isLocal(zones.zones[zones.zoneOf[doc]!]!) && coversDoc(doc) === true;

	function laneOf(doc: number): Lane {
		if (remoteOnly[doc]) return coversDoc(doc) === false ? lane.out : lane.remote;
		const place = placeOf[doc]!;
		const isWithin = place >= 0 ? kms[place]! >= 0 : isInCommune(doc) || isForHere(doc);
		return isWithin ? lane.list : lane.out;
	}

	return {
		laneOf,
		kmOf: (doc) => (remoteOnly[doc] || placeOf[doc]! < 0 ? null : kms[placeOf[doc]!]!),
		rankKmOf(doc) {
			if (remoteOnly[doc]) return null;
			return placeOf[doc]! < 0 ? assumedKm(isInCommune(doc), radiusKm) : kms[placeOf[doc]!]!;
		},
		covers: coversDoc,
		visitAll(visit) {
			for (const place of places) {
				for (let doc = placeStarts[place]!; doc < placeStarts[place + 1]!; doc++) {
					if (!remoteOnly[doc]) visit(doc);
				}
			}
			for (const doc of layout.unlocatedDocs) visit(doc);
			for (const doc of layout.remoteDocs) visit(doc);
		},
	};
}
