/** A place on Earth, WGS 84 degrees. */
export interface Point {
	readonly latitude: number;
	readonly longitude: number;
}

/** Mean radius of the Earth in kilometres (IUGG). */
export const earthRadiusKm = 6371.0088;

export const toRadians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in kilometres by the haversine formula: any two points, overseas and across the
 * antimeridian alike. A sphere stands for the ellipsoid: at most 0.56 % off.
 */
export const distanceKm = (from: Point, to: Point): number =>
	arcKm(
		toRadians(from.latitude),
		Math.cos(toRadians(from.latitude)),
		toRadians(from.longitude),
		toRadians(to.latitude),
		Math.cos(toRadians(to.latitude)),
		toRadians(to.longitude),
	);

/** The same, for loops that keep radians and cosines in columns. */
export function arcKm(
	latitude1: number,
	cosLatitude1: number,
	longitude1: number,
	latitude2: number,
	cosLatitude2: number,
	longitude2: number,
): number {
	const north = Math.sin((latitude2 - latitude1) / 2);
	const east = Math.sin((longitude2 - longitude1) / 2);
	const squared = north * north + cosLatitude1 * cosLatitude2 * east * east;
	return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(squared)));
}
