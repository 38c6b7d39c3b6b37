import { dateIn, instantOf } from '#lib/time/zone.ts';

const hour = 3_600_000;

/** Which hour somebody chose, on which clocks, since when, and the last day that was decided for her. */
export interface Wanted {
	/** A whole hour, 0 to 23. */
	readonly hour: number;
	/** Name of a time zone. */
	readonly clock: string;
	readonly chosenAt: Date;
	/** YYYY-MM-DD on those clocks. */
	readonly lastDay: string | null;
}

/**
 * The day whose mail is due, on her own clocks; nothing before its hour, nor twice. An hour that spring skips is the
 * moment of the leap, one that autumn plays twice is its first time. A choice never sends for an hour gone by.
 */
export function dueDay({ hour: wanted, clock, chosenAt, lastDay }: Wanted, at: Date): string | null {
	const day = dateIn(at, clock);
	const due = instantOf(Date.parse(`${day}T00:00:00Z`) + wanted * hour, clock);
	if (at < due || due < chosenAt) return null;
	return lastDay !== null && lastDay >= day ? null : day;
}
