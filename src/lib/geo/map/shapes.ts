import { cropLand, type Bounds, type Land, type Position } from './crop.ts';
import type { View } from './view.ts';

/** Closer than this, in pixels, two points of a coast are one. */
const finest = 0.6;

/** The land of the view as one path; its edges lie outside, so that a coast may be stroked. */
export function landPath(land: Land, view: View): string {
	return cropLand(land, widen(view.bounds))
		.map(({ ring }) => ringPath(ring.map(([longitude, latitude]) => view.project({ longitude, latitude }))))
		.join('');
}

/** A tenth more on each side. */
export function widen({ west, south, east, north }: Bounds): Bounds {
	const [wide, high] = [(east - west) / 10, (north - south) / 10];
	return { west: west - wide, east: east + wide, south: south - high, north: north + high };
}

/** A closed path, to a tenth of a pixel; nothing when it is too small to be seen. */
export function ringPath(ring: readonly Position[]): string {
	const kept: Position[] = [];
	for (const position of ring) {
		const last = kept.at(-1);
		if (!last || Math.hypot(position[0] - last[0], position[1] - last[1]) >= finest) kept.push(position);
	}
	return kept.length < 3 ? '' : `M${kept.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join('L')}Z`;
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The longest round distance that fits in a quarter of the width. */
export function scaleBar({ width, kmPerPixel }: View): { km: number; length: number } {
	const most = (width / 4) * kmPerPixel;
	const power = 10 ** Math.floor(Math.log10(most));
	const km = [5, 2, 1].map((step) => step * power).find((each) => each <= most) ?? power;
	return { km, length: tenth(km / kmPerPixel) };
}
