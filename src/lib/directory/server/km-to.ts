import { type RawBuilder, sql } from 'kysely';
import { earthRadiusKm } from '#lib/geo/distance.ts';

/** WGS 84 degrees. */
export interface Point {
	readonly latitude: number;
	readonly longitude: number;
}

/** In SQL, the length in km of the arc from the place `p` to a point, by the haversine formula; null without a point. */
export const kmTo = (near: Point | undefined): RawBuilder<number | null> =>
	near
		? sql`2 * ${earthRadiusKm}::float8 * asin(least(1, sqrt(
			sin(radians(p.latitude - ${near.latitude}) / 2) ^ 2
			+ cos(radians(${near.latitude})) * cos(radians(p.latitude)) * sin(radians(p.longitude - ${near.longitude}) / 2) ^ 2)))`
		: sql`null::float8`;
