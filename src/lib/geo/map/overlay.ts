import type { Point } from '../distance.ts';
import type { Backdrop } from './backdrop.ts';
import type { Position } from './crop.ts';
import { type Box, boxAround, type Label, placeLabels, reachOf } from './labels.ts';
import { type MapPoint, type Pin, pinRadius, placePins } from './pins.ts';

/** What is written over the moving map, in pixels of its window. */
export interface Overlay {
	readonly pins: readonly Pin[];
	readonly labels: readonly Label[];
}

const pixelsPerName = 14_000;
const mostNames = 30;

/** Pins and names of towns for the window as it stands. */
export function overlayOf(
	{ width, height }: { width: number; height: number },
	points: readonly MapPoint[],
	communes: Backdrop['communes'],
	project: (place: Point) => Position,
	/** What stands over the map, such as its buttons. */
	busy: readonly Box[] = [],
): Overlay {
	const isShown = ([x, y]: Position) =>
		x > -pinRadius && y > -pinRadius && x < width + pinRadius && y < height + pinRadius;
	const pins = placePins(points, project).filter(({ x, y }) => isShown([x, y]));
	const marks = pins.map(({ x, y }) => ({ at: [x, y] as const, reach: pinRadius + 1 }));
	const names = communes
		.map(({ name, population, ...place }) => ({
			name,
			at: project(place),
			size: population >= 50_000 ? 16 : 13,
		}))
		.filter(({ at }) => isShown(at))
		.map((named) => ({ ...named, reach: reachOf(named.at, marks) }));
	const most = Math.min(mostNames, Math.round((width * height) / pixelsPerName));
	const taken = [...busy, ...marks.map(({ at, reach }) => boxAround(at, reach))];
	return {
		pins,
		labels: placeLabels(names, { left: 4, top: 4, right: width - 4, bottom: height - 4 }, taken, most),
	};
}
