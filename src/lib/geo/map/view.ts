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
	/** Pixels from the top left corner; the longitude is taken the short way round. */
	readonly project: (place: Point) => Position;
	/** The same for an outline, whose longitudes go on past ±180. */
	readonly projectFlat: (position: Position) => Position;
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
	const middle = middleOf(held.map(({ at }) => at)).longitude;
	const projection = geoMercator()
		.rotate([-middle, 0])
		.fitExtent(
			[
				[margin, margin],
				[width - margin, height - margin],
			],
			{ type: 'GeometryCollection', geometries: held.map(({ at, radiusKm }) => around(at, radiusKm)) },
		);
	const scale = toDegrees(1 / projection.scale());
	const left = projection([middle, 0])?.[0] ?? 0;
	const longitudeAt = (x: number) => middle + (x - left) * scale;
	const latitudeAt = (y: number) => projection.invert?.([left, y])?.[1] ?? 0;
	const projectFlat = ([longitude, latitude]: Position): Position => [
		left + (longitude - middle) / scale,
		projection([middle, latitude])?.[1] ?? 0,
	];
	const latitude = latitudeAt(height / 2);
	return {
		width,
		height,
		bounds: {
			west: longitudeAt(0),
			south: latitudeAt(height),
			east: longitudeAt(width),
			north: latitudeAt(0),
		},
		project: (place) => projectFlat([middle + shortWay(place.longitude - middle), place.latitude]),
		projectFlat,
		kmPerPixel: distanceKm({ longitude: 0, latitude }, { longitude: scale, latitude }),
	};
}

const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

interface Held {
	readonly at: Point;
	readonly radiusKm: number;
}

/** The circle around the centre that a window always holds, wider than the radius when that is small. */
export const circleOf = ({ center, radiusKm }: Pick<Frame, 'center' | 'radiusKm'>): Held | null =>
	center ? { at: center, radiusKm: Math.max(radiusKm ?? 0, leastRadiusKm) } : null;

function holds({ center, radiusKm, points }: Frame): Held[] {
	const around = circleOf({ center, radiusKm });
	const held = points
		.filter((at) => !around || distanceKm(around.at, at) > around.radiusKm)
		.map((at) => ({ at, radiusKm: 0 }));
	if (around) held.push(around);
	else if (points.length > 0) held.push({ at: middleOf(points), radiusKm: leastRadiusKm });
	else held.push(...metropolitan.map((at) => ({ at, radiusKm: 0 })));
	return held;
}

/** Half-way between the extremes, seen from the last point, so that the antimeridian is no border. */
function middleOf(points: readonly Point[]): Point {
	const origin = points.at(-1)!.longitude;
	const gaps = points.map(({ longitude }) => shortWay(longitude - origin));
	const latitudes = points.map(({ latitude }) => latitude);
	return { longitude: shortWay(origin + halfWay(gaps)), latitude: halfWay(latitudes) };
}

const halfWay = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

const shortWay = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

const around = ({ longitude, latitude }: Point, radiusKm: number) =>
	radiusKm === 0
		? { type: 'Point' as const, coordinates: [longitude, latitude] }
		: circleAround({ longitude, latitude }, radiusKm);

/** What lies at a distance, as a polygon. */
export const circleAround = ({ longitude, latitude }: Point, radiusKm: number) =>
	geoCircle()
		.center([longitude, latitude])
		.radius(toDegrees(radiusKm / earthRadiusKm))
		.precision(3)();
