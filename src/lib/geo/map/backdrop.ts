import type { Position as Coordinates, MultiPolygon } from 'geojson';
import type { Point } from '../distance.ts';
import { type Bounds, cropLand, holds, type Land, type Ring } from './crop.ts';
import type { MapPoint } from './pins.ts';
import type { MapCommune } from './scene.ts';
import { type Frame, fitView } from './view.ts';

/** What the interactive map draws behind the places, small enough for one answer. */
export interface Backdrop {
	readonly land: MultiPolygon;
	readonly communes: readonly MapCommune[];
}

/** All that the interactive map is drawn from. */
export interface Surroundings {
	readonly backdrop: Backdrop;
	readonly points: readonly MapPoint[];
	/** Where the person searches. */
	readonly center: Point | null;
	readonly radiusKm: number | null;
}

/** How much further than the view a person may wander, on each side, in widths of the view. */
const wander = 2;
const mostCommunes = 400;

/** The bounds of the surroundings, to ask for their communes. */
export function surroundings(frame: Frame): Bounds {
	const { west, south, east, north } = fitView(frame).bounds;
	const [wide, high] = [(east - west) * wander, (north - south) * wander];
	return {
		west: west - wide,
		south: Math.max(south - high, -85),
		east: east + wide,
		north: Math.min(north + high, 85),
	};
}

/** Land and the largest communes in the bounds. */
export function backdropIn(
	bounds: Bounds,
	communes: readonly MapCommune[],
	land: (bounds: Bounds) => Land,
): Backdrop {
	return {
		land: { type: 'MultiPolygon', coordinates: polygons(cropLand(land(bounds), bounds)) },
		communes: communes
			.filter(({ longitude, latitude }) => holds(bounds, longitude, latitude))
			.sort((a, b) => b.population - a.population)
			.slice(0, mostCommunes),
	};
}

/** Outlines turn one way, the seas inside them the other way, and follow the land that holds them. */
function polygons(land: Land): Coordinates[][][] {
	const found: Coordinates[][][] = [];
	for (const { ring } of land) {
		const closed = [...ring, ring[0]!].map(([x, y]) => [rounded(x), rounded(y)]);
		const outer = found.at(-1);
		if (outer && turnsLeft(ring)) outer.push(closed);
		else found.push([closed]);
	}
	return found;
}

const turnsLeft = (ring: Ring): boolean =>
	ring.reduce((sum, [x, y], at) => {
		const [nextX, nextY] = ring[(at + 1) % ring.length]!;
		return sum + x * nextY - nextX * y;
	}, 0) > 0;

/** A ten-metre grid. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
