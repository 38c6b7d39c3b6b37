import { type RawBuilder, sql } from 'kysely';

const earthRadius = 6_371_000;

/** Communes that a postcode serves, with what a zone may name them by. */
const communesOf = (postcode: string) => sql`select commune.code, commune.department_code, commune.latitude,
	commune.longitude from commune where commune.postcodes @> array[${postcode}] and commune.kind <> 'former'`;

/** Within so many metres of the centre of a postcode: great circle, earth as a sphere. The centre is found once. */
export function isNear(postcode: string, metres: number): RawBuilder<boolean> {
	const latitude = sql`(select avg(latitude) from (${communesOf(postcode)}) served)`;
	const longitude = sql`(select avg(longitude) from (${communesOf(postcode)}) served)`;
	return sql<boolean>`2 * ${earthRadius} * asin(least(1, sqrt(power(sin(radians(spot.latitude - ${latitude}) / 2), 2)
		+ cos(radians(${latitude})) * cos(radians(spot.latitude)) * power(sin(radians(spot.longitude - ${longitude}) / 2), 2)))) <= ${metres}`;
}

/** Whose zone holds a commune of the postcode; without a zone, whose place has that postcode. */
export const serves = (postcode: string): RawBuilder<boolean> => sql<boolean>`case when s.zone = '{}'
	then p.postcode is not distinct from ${postcode}
	else s.zone @> '{france}' or s.zone && array(
		select served.code from (${communesOf(postcode)}) served
		union select served.department_code from (${communesOf(postcode)}) served
		union select member.code from territory_commune member join (${communesOf(postcode)}) served
			on served.code = member.commune_code where member.kind in ('epci', 'region')) end`;
