import { frenchDate } from '#lib/time/dates.ts';
import { parisDay } from './closure.ts';
import type { Stop } from './service.ts';
import { type ShownHours, showHours } from './shown-place.ts';

/** One stop of a round, ready to be drawn. */
export interface ShownStop {
	readonly name: string;
	readonly address: string | null;
	/** The next dates, at most six; empty when the hours say the days. */
	readonly dates: readonly string[];
	readonly hours: ShownHours;
	/** Nothing is announced any more. */
	readonly over: boolean;
}

const shownDates = 6;

/** The stops in the order of their next date; those that are over come last. */
export function showStops(stops: readonly Stop[], at: Date): ShownStop[] {
	const today = parisDay(at);
	return stops
		.map((stop) => ({ stop, coming: stop.dates.filter((date) => date >= today).toSorted() }))
		.map((one) => ({ ...one, over: one.stop.dates.length > 0 && one.coming.length === 0 }))
		.toSorted(
			(a, b) => Number(a.over) - Number(b.over) || (a.coming[0] ?? '').localeCompare(b.coming[0] ?? ''),
		)
		.map(({ stop, coming, over }) => ({
			name: stop.name,
			address: stop.address,
			dates: coming.slice(0, shownDates).map(frenchDate),
			hours: showHours(
				stop.openingHours,
				stop.communeCode === null ? null : { ...nowhere, communeCode: stop.communeCode },
				at,
			),
			over,
		}));
}

const nowhere = {
	address: null,
	addressMore: null,
	postcode: null,
	communeName: null,
	inseeCode: null,
	longitude: null,
	latitude: null,
	position: 'unknown',
} as const;
