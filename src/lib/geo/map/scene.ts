import { distanceKm, type Point } from '../distance.ts';
import { type Bounds, holds, type Land } from './crop.ts';
import { type Box, boxAround, type Label, type Mark, placeLabels, reachOf } from './labels.ts';
import { type MapPoint, type Pin, pinRadius, placePins } from './pins.ts';
import { discsPath, landPath, ringPath, scaleBar, tenth } from './shapes.ts';
import { circleAround, circleOf, fitView, type View } from './view.ts';

export interface MapCommune {
	readonly name: string;
	readonly longitude: number;
	readonly latitude: number;
	readonly population: number;
}

export interface MapRequest {
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	/** Where the person searches. */
	readonly center?: Point | undefined;
	readonly radiusKm?: number | undefined;
	readonly points: readonly MapPoint[];
	/** Communes around: those outside the view are left out. */
	readonly communes: readonly MapCommune[];
	/** The land around the bounds of a view. */
	readonly land: (bounds: Bounds) => Land;
	/** Grounds drawn for others: most searches are around the same towns. */
	readonly kept?: Map<string, Ground>;
}

/** What a map shows whatever is found there. */
export interface Ground {
	readonly view: View;
	readonly land: string;
	readonly towns: readonly Town[];
	/** Outlines of the radius and of the towns. */
	readonly circle: string;
	readonly discs: string;
}

/** A map ready to be drawn: pixels from the top left corner. */
export interface MapScene {
	readonly width: number;
	readonly height: number;
	readonly land: string;
	/** The circle of the radius, and where the person searches. */
	readonly circle: string;
	readonly radiusKm: number | null;
	readonly center: { readonly x: number; readonly y: number } | null;
	/** The built-up ground of communes, as wide as their population. */
	readonly grounds: string;
	readonly labels: readonly Label[];
	readonly pins: readonly Pin[];
	readonly count: number;
	readonly scale: { readonly km: number; readonly length: number };
}

const mostTowns = 60;
/** A calm map: one name for a square of 100 pixels. */
const pixelsPerName = 10_000;

/** Draws places around a point on land, sea and named towns. */
export function mapScene(request: MapRequest): MapScene {
	const { width, height, center, radiusKm, points } = request;
	const { view, land, towns, circle, discs } = groundOf(request);
	const pins = placePins(points, view.project).map((pin) => ({ ...pin, x: tenth(pin.x), y: tenth(pin.y) }));
	const scale = scaleBar(view);
	const at = center ? view.project(center) : null;
	return {
		width,
		height,
		land,
		circle,
		radiusKm: radiusKm ?? null,
		center: at && { x: tenth(at[0]), y: tenth(at[1]) },
		grounds: discs,
		labels: labelsOf(
			view,
			towns,
			[
				...pins.map(({ x, y }) => ({ at: [x, y] as const, reach: pinRadius + 1 })),
				...(at ? [{ at, reach: 9 }] : []),
			],
			{ left: 0, top: height - 34, right: scale.length + 28, bottom: height },
		),
		pins,
		count: points.length,
		scale,
	};
}

const mostKept = 500;

/** The ground of a search, drawn once for all those around the same place whose radius holds what they found. */
function groundOf(request: MapRequest): Ground {
	const { width, height, center, radiusKm, points, kept } = request;
	const circle = circleOf(request);
	if (!kept || !circle || !points.every((point) => distanceKm(circle.at, point) <= circle.radiusKm))
		return drawGround(request);
	const key = [width, height, center?.latitude, center?.longitude, radiusKm].join(' ');
	const known = kept.get(key);
	if (known) return known;
	const ground = drawGround({ ...request, points: [] });
	if (kept.size >= mostKept) kept.clear();
	kept.set(key, ground);
	return ground;
}

function drawGround(request: MapRequest): Ground {
	const { center, radiusKm, communes, land } = request;
	const view = fitView(request);
	const towns = townsIn(view, communes);
	return {
		view,
		land: landPath(land(view.bounds), view),
		towns,
		circle: center && radiusKm ? circlePath(view, center, radiusKm) : '',
		discs: discsPath(towns.map(({ x, y, ground }) => ({ x, y, radius: ground }))),
	};
}

interface Town {
	readonly name: string;
	readonly x: number;
	readonly y: number;
	readonly population: number;
	readonly ground: number;
}

/** The largest first. */
const townsIn = (view: View, communes: readonly MapCommune[]): Town[] =>
	communes
		.filter(({ longitude, latitude }) => holds(view.bounds, longitude, latitude))
		.sort((a, b) => b.population - a.population)
		.slice(0, mostTowns)
		.map((commune) => {
			const [x, y] = view.project(commune);
			const { name, population } = commune;
			return { name, population, x, y, ground: ground(view, population) };
		});

/** A town spreads over about 2.5 km around its middle for 100,000 people. */
const ground = (view: View, population: number): number =>
	tenth(Math.min(Math.max((Math.sqrt(population) * 0.008) / view.kmPerPixel, 1.5), view.width / 3));

function labelsOf(view: View, towns: readonly Town[], marks: readonly Mark[], corner: Box): Label[] {
	const taken = [corner, ...marks.map(({ at, reach }) => boxAround(at, reach))];
	const frame = { left: 6, top: 6, right: view.width - 6, bottom: view.height - 6 };
	const names = towns.map(({ name, x, y, population }) => ({
		name,
		at: [x, y] as const,
		size: population >= 100_000 ? 15 : population >= 10_000 ? 13 : 11.5,
		reach: reachOf([x, y], marks),
	}));
	const most = Math.min(24, Math.round((view.width * view.height) / pixelsPerName));
	return placeLabels(names, frame, taken, most).map(({ at, x, y, ...label }) => ({
		...label,
		at: [tenth(at[0]), tenth(at[1])],
		x: tenth(x),
		y: tenth(y),
	}));
}

const circlePath = (view: View, center: Point, radiusKm: number): string =>
	circleAround(center, radiusKm)
		.coordinates.map((ring) =>
			ringPath(ring.map(([longitude = 0, latitude = 0]) => view.project({ longitude, latitude }))),
		)
		.join('');
