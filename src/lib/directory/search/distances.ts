import { arcKm, type Point, toRadians } from '#lib/geo/distance.ts';
import type { Grid } from '#lib/geo/grid.ts';

/** Working memory of distances, kept from one query to the next: each place is measured once a query, if at all. */
export interface Distances {
	readonly kms: Float64Array;
	/** Places measured for the last query. */
	readonly measured: Uint32Array;
	count: number;
}

export const createDistances = ({ order }: Grid): Distances => ({
	kms: new Float64Array(order.length).fill(Number.NaN),
	measured: new Uint32Array(order.length),
	count: 0,
});

/** Kilometres from a point to a place of the grid, by its rank. Valid until the next call with the same memory. */
export function measureFrom(distances: Distances, grid: Grid, from: Point): (place: number) => number {
	const { kms, measured } = distances;
	for (let i = 0; i < distances.count; i++) kms[measured[i]!] = Number.NaN;
	distances.count = 0;
	const latitude = toRadians(from.latitude);
	const longitude = toRadians(from.longitude);
	const cosLatitude = Math.cos(latitude);
	const { latitudes, cosLatitudes, longitudes } = grid;
	return (place) => {
		const known = kms[place]!;
		if (!Number.isNaN(known)) return known;
		measured[distances.count++] = place;
		const [there, cosThere, along] = [latitudes[place]!, cosLatitudes[place]!, longitudes[place]!];
		kms[place] = arcKm(latitude, cosLatitude, longitude, there, cosThere, along);
		return kms[place];
	};
}
