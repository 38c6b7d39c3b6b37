import { type Bounds, cropLand, type Land, type Position } from './crop.ts';
import type { View } from './view.ts';

/** Closer than this, in pixels, two points of a coast are one; an islet smaller than that is not drawn. */
const finest = 0.9;

/** The land of the view as one path; its edges lie outside, so that a coast may be stroked. */
export function landPath(land: Land, view: View): string {
	return cropLand(land, widen(view.bounds))
		.map(({ ring }) => ringPath(ring.map(view.projectFlat)))
		.join('');
}

/** A tenth more on each side. */
export function widen({ west, south, east, north }: Bounds): Bounds {
	const [wide, high] = [(east - west) / 10, (north - south) / 10];
	return { west: west - wide, east: east + wide, south: south - high, north: north + high };
}

/** A closed path in tenths of a pixel, each step from the one before: half the length of plain coordinates. */
export function ringPath(ring: readonly Position[]): string {
	const steps: string[] = [];
	let [lastX, lastY] = [0, 0];
	for (const [exactX, exactY] of ring) {
		const [x, y] = [Math.round(exactX * 10), Math.round(exactY * 10)];
		if (steps.length > 0 && Math.hypot(x - lastX, y - lastY) < finest * 10) continue;
		steps.push(`${(x - lastX) / 10} ${(y - lastY) / 10}`);
		[lastX, lastY] = [x, y];
	}
	return steps.length < 3 ? '' : `M${steps[0]}l${steps.slice(1).join(' ').replaceAll(' -', '-')}z`;
}

interface Disc {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

/** Round spots as one path, each of two half-circles. */
export const discsPath = (discs: readonly Disc[]): string =>
	discs
		.map(({ x, y, radius }) => {
			const [r, wide] = [tenth(radius), tenth(2 * radius)];
			return `M${tenth(x - radius)} ${tenth(y)}a${r} ${r} 0 1 0 ${wide} 0a${r} ${r} 0 1 0-${wide} 0`;
		})
		.join('');

export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The longest round distance that fits in a quarter of the width. */
export function scaleBar({ width, kmPerPixel }: View): { km: number; length: number } {
	const most = (width / 4) * kmPerPixel;
	const power = 10 ** Math.floor(Math.log10(most));
	const km = [5, 2, 1].map((step) => step * power).find((each) => each <= most) ?? power;
	return { km, length: tenth(km / kmPerPixel) };
}
