import { geoCircle, geoMercator } from 'd3-geo';
import { distanceKm, earthRadiusKm, type Point } from '../distance.ts';
import type { Bounds, Position } from './crop.ts';

/** A frame in pixels, and what it must hold. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	readonly center?: Point | undefined;
	readonly radiusKm?: number | undefined;
	readonly points: readonly Point[];
}

/** A map's window on the Earth, in Mercator's projection: north is up. */
export interface View {
	readonly width: number;
	readonly height: number;
	readonly bounds: Bounds;
	/** Pixels from the top left corner; longitudes are taken the short way round. */
	readonly project: (place: Point) => Position;
	/** Kilometres in one pixel, at the middle of the window. */
	readonly kmPerPixel: number;
}

const metropolitan: readonly Point[] = [
	{ latitude: 51.1, longitude: -5.1 },
	{ latitude: 41.3, longitude: 9.6 },
];
/** Around a single place, so that a neighbour can recognise where it is. */
const leastRadiusKm = 4;
const margin = 34;

/** The window that holds the centre, its radius and every point; without any, metropolitan France. */
export function fitView(frame: Frame): View {
	const { width, height } = frame;
	const held = holds(frame);
	const middle = middleOf(held);
	const projection = geoMercator()
		.rotate([-middle, 0])
		.fitExtent(
			[
				[margin, margin],
				[width - margin, height - margin],
			],
			{ type: 'GeometryCollection', geometries: held.map(({ at, radiusKm }) => around(at, radiusKm)) },
		);
	const place = (x: number, y: number) => placeAt(projection.invert?.([x, y]) ?? [middle, 0], middle);
	return {
		width,
		height,
		bounds: boundsOf(place(0, 0), place(width, height)),
		project: ({ longitude, latitude }) => projection([longitude, latitude]) ?? [0, 0],
		kmPerPixel: distanceKm(place(0, height / 2), place(1, height / 2)),
	};
}

interface Held {
	readonly at: Point;
	readonly radiusKm: number;
}

function holds({ center, radiusKm, points }: Frame): Held[] {
	const held = points.map((at) => ({ at, radiusKm: 0 }));
	if (center) held.push({ at: center, radiusKm: Math.max(radiusKm ?? 0, leastRadiusKm) });
	else if (points.length > 0) held.push({ at: points[0]!, radiusKm: leastRadiusKm });
	else held.push(...metropolitan.map((at) => ({ at, radiusKm: 0 })));
	return held;
}

/** Half-way between the extremes, seen from the last thing held, so that the antimeridian is no border. */
function middleOf(held: readonly Held[]): number {
	const origin = held.at(-1)!.at.longitude;
	const gaps = held.map(({ at }) => shortWay(at.longitude - origin));
	return shortWay(origin + (Math.min(...gaps) + Math.max(...gaps)) / 2);
}

const shortWay = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

const around = ({ longitude, latitude }: Point, radiusKm: number) =>
	radiusKm === 0
		? { type: 'Point' as const, coordinates: [longitude, latitude] }
		: circleAround({ longitude, latitude }, radiusKm);

/** What lies at a distance, as a polygon. */
export const circleAround = ({ longitude, latitude }: Point, radiusKm: number) =>
	geoCircle()
		.center([longitude, latitude])
		.radius(((radiusKm / earthRadiusKm) * 180) / Math.PI)
		.precision(3)();

const placeAt = ([longitude, latitude]: readonly [number, number], middle: number): Point => ({
	longitude: middle + shortWay(longitude - middle),
	latitude,
});

const boundsOf = (topLeft: Point, bottomRight: Point): Bounds => ({
	west: topLeft.longitude,
	north: topLeft.latitude,
	east: bottomRight.longitude,
	south: bottomRight.latitude,
});
