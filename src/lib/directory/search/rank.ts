import type { Saturation } from '../service.ts';

const halfAtKm = 10;
const communeKm = 5;
export const freshDays = 183;
const staleDays = 730;
const staleWorth = 0.5;
const outsideWorth = 0.5;

/** What is true of a service whoever asks. */
interface Standing {
	readonly placesLeft: number | null;
	readonly saturation: Saturation | null;
	readonly responseDays: number | null;
}

/**
 * Eligibility × distance × text × freshness × standing (saturation × response delay): the higher the sooner. The same
 * data and day give the same order. `text` sums the words' shares, 1 when no word was asked; `km` is null when no place
 * was asked or for a service given at a distance; `covered` is false when the zone of eligibility leaves the searcher
 * out; `standing` is `standingOf`, halved on a day of closure.
 */
export const scoreOf = (
	text: number,
	km: number | null,
	ageDays: number,
	covered: boolean | undefined,
	standing: number,
): number => text * nearness(km) * freshness(ageDays) * (covered === false ? outsideWorth : 1) * standing;

const crowded: Readonly<Record<Saturation, number>> = { low: 1, moderate: 0.9, high: 0.75 };
const fullWorth = 0.6;

/** Saturation × response delay: what nobody told counts as good. */
export const standingOf = ({ placesLeft, saturation, responseDays }: Standing): number =>
	(placesLeft === 0 ? fullWorth : saturation === null ? 1 : crowded[saturation]) * promptness(responseDays);

const promptDays = 2;
const slowDays = 15;
const slowWorth = 0.8;

/** 1 up to two days, then falls in a line to 0.8 at fifteen. */
export function promptness(days: number | null): number {
	if (days === null) return 1;
	const delay = Math.min(1, Math.max(0, (days - promptDays) / (slowDays - promptDays)));
	return 1 - delay * (1 - slowWorth);
}

/** How much of its standing a service keeps on a day when it is closed. */
export const closedWorth = 0.5;

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
