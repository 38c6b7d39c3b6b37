const halfAtKm = 10;
const communeKm = 5;
export const freshDays = 183;
const staleDays = 730;
const staleWorth = 0.5;
const outsideWorth = 0.5;

/**
 * Text × distance × freshness × eligibility: the higher the sooner. The same data and day give the same order.
 * `text` sums the words' shares, 1 when no word was asked; `km` is null when no place was asked or for a service
 * given at a distance; `covered` is false when the zone of eligibility leaves the searcher out.
 */
export const scoreOf = (
	text: number,
	km: number | null,
	ageDays: number,
	covered: boolean | undefined,
): number => text * nearness(km) * freshness(ageDays) * (covered === false ? outsideWorth : 1);

/** 1 at the door, a half at 10 km, a quarter at 30 km. */
export const nearness = (km: number | null): number => (km === null ? 1 : halfAtKm / (halfAtKm + km));

/** 1 for six months, then falls in a line to a half at two years: a stale sheet sinks, it does not vanish. */
export function freshness(ageDays: number): number {
	const staleness = Math.min(1, Math.max(0, (ageDays - freshDays) / (staleDays - freshDays)));
	return 1 - staleness * (1 - staleWorth);
}

/** Distance that ranks a service whose point is unknown: some streets away, or at the edge of what was asked. */
export const assumedKm = (inSameCommune: boolean, radiusKm: number): number =>
	inSameCommune ? Math.min(communeKm, radiusKm) : radiusKm;

const dayMs = 86_400_000;

export const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);

/** Days since 1970 of a calendar date YYYY-MM-DD. */
export const dayOfDate = (date: string): number => Math.floor(Date.parse(date) / dayMs);
