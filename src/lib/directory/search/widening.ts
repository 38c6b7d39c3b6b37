import type { IsOpen } from './openings.ts';
import { type Query, radii } from './query.ts';
import { findServices, type SearchIndex } from './search.ts';

/** The smallest radius offered that gives something when the one asked gives nothing; null when none does. */
export function widerRadius(index: SearchIndex, query: Query, at: Date, isOpen: IsOpen): number | null {
	if (!query.near) return null;
	const gives = (radiusKm: number) =>
		findServices(index, { ...query, radiusKm, offset: 0, limit: 1 }, at, isOpen).total > 0;
	return radii.find((radiusKm) => radiusKm > query.radiusKm && gives(radiusKm)) ?? null;
}
