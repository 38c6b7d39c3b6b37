/** Longitude and latitude, WGS 84 degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed outline, its last position not repeated. */
export type Ring = readonly Position[];

/** Degrees; `west` is below `east` even across the antimeridian, where one of them leaves ±180. */
export interface Bounds {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

/** Outlines of land, islands and inland seas alike: what an odd number of them surround is land. */
export interface Outline {
	readonly ring: Ring;
	readonly bounds: Bounds;
}
export type Land = readonly Outline[];

export function outline(ring: Ring): Outline {
	const bounds = { west: 360, south: 90, east: -360, north: -90 };
	for (const [longitude, latitude] of ring) {
		bounds.west = Math.min(bounds.west, longitude);
		bounds.east = Math.max(bounds.east, longitude);
		bounds.south = Math.min(bounds.south, latitude);
		bounds.north = Math.max(bounds.north, latitude);
	}
	return { ring, bounds };
}

/**
 * What lies inside the bounds, cut along their sides. Outlines are cut flat, in degrees: the way in which they
 * turn never matters, unlike on a sphere, where a ring turning the wrong way holds the rest of the world.
 */
export function cropLand(land: Land, bounds: Bounds): Land {
	return [0, 360, -360].flatMap((turn) => {
		const turned = { ...bounds, west: bounds.west - turn, east: bounds.east - turn };
		return land
			.filter((each) => overlap(each.bounds, turned))
			.map((each) => cropRing(each.ring, turned))
			.filter((ring) => ring.length > 2)
			.map((ring) => outline(turn === 0 ? ring : ring.map(([lon, lat]) => [lon + turn, lat])));
	});
}

export const overlap = (a: Bounds, b: Bounds): boolean =>
	a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

export const contains = (outer: Bounds, inner: Bounds): boolean =>
	outer.west <= inner.west &&
	inner.east <= outer.east &&
	outer.south <= inner.south &&
	inner.north <= outer.north;

/** Whether a place lies in the bounds, whichever way round the Earth its longitude is counted. */
export function holds({ west, south, east, north }: Bounds, longitude: number, latitude: number): boolean {
	if (latitude < south || latitude > north) return false;
	const turned = longitude < west ? longitude + 360 : longitude > east ? longitude - 360 : longitude;
	return turned >= west && turned <= east;
}

type Axis = 0 | 1;

/** Sutherland and Hodgman: one side of the bounds after the other. */
const cropRing = (ring: Ring, { west, south, east, north }: Bounds): Ring =>
	cutSide(cutSide(cutSide(cutSide(ring, 0, west, 1), 0, east, -1), 1, south, 1), 1, north, -1);

function cutSide(ring: Ring, axis: Axis, limit: number, sign: 1 | -1): Ring {
	const inside = (position: Position) => (position[axis] - limit) * sign >= 0;
	const kept: Position[] = [];
	let previous = ring.at(-1);
	for (const position of ring) {
		if (previous && inside(previous) !== inside(position))
			kept.push(crossing(previous, position, axis, limit));
		if (inside(position)) kept.push(position);
		previous = position;
	}
	return kept;
}

function crossing(from: Position, to: Position, axis: Axis, limit: number): Position {
	const part = (limit - from[axis]) / (to[axis] - from[axis]);
	const other = axis === 0 ? 1 : 0;
	const value = from[other] + part * (to[other] - from[other]);
	return axis === 0 ? [limit, value] : [value, limit];
}
