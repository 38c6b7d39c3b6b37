import { departmentOf, publicHolidaysOf, schoolHolidaysOf } from './holidays.ts';

/** The time of a place: its clocks, and the holidays that it keeps. */
export interface Zone {
	/** Name of the IANA time zone database, as Intl knows it. */
	readonly clock: string;
	/** Region of the opening hours library's tables. */
	readonly publicHolidays: string;
	readonly schoolHolidays: string;
}

const overseas: Readonly<Record<string, string>> = {
	971: 'America/Guadeloupe',
	972: 'America/Martinique',
	973: 'America/Cayenne',
	974: 'Indian/Reunion',
	975: 'America/Miquelon',
	976: 'Indian/Mayotte',
	977: 'America/St_Barthelemy',
	978: 'America/Marigot',
	984: 'Indian/Kerguelen',
	986: 'Pacific/Wallis',
	987: 'Pacific/Tahiti',
	988: 'Pacific/Noumea',
};

/** Communes of Polynésie française whose clocks are not those of Tahiti. */
const farIslands: Readonly<Record<string, string>> = {
	98718: 'Pacific/Marquesas',
	98723: 'Pacific/Marquesas',
	98731: 'Pacific/Marquesas',
	98746: 'Pacific/Marquesas',
	98756: 'Pacific/Marquesas',
	98757: 'Pacific/Marquesas',
	98719: 'Pacific/Gambier',
};

/** Time of a French commune or département, by its INSEE code. */
export function zoneOf(code: string): Zone {
	const department = departmentOf(code);
	return {
		clock: farIslands[code] ?? overseas[department] ?? 'Europe/Paris',
		publicHolidays: publicHolidaysOf(department),
		schoolHolidays: schoolHolidaysOf(department),
	};
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
	let clock = clocks.get(zone);
	if (!clock) {
		clock = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		clocks.set(zone, clock);
	}
	return clock;
}

/** What a clock shows at an instant, as milliseconds of a UTC date with the same figures; whole seconds. */
export function wallClock(at: Date, clock: string): number {
	const figures = Object.fromEntries(
		clockOf(clock)
			.formatToParts(at)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = figures;
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

const dayMs = 86_400_000;

/**
 * The first instant, from `notBefore` on, when a clock shows these figures. An hour that autumn plays twice is
 * found twice; one that spring skips is found at the moment of the leap.
 */
export function instantOf(wall: number, clock: string, notBefore = Number.NEGATIVE_INFINITY): Date {
	const shown = (instant: number) => wallClock(new Date(instant), clock);
	const candidates = [wall - dayMs, wall + dayMs]
		.map((around) => wall - (shown(around) - around))
		.sort((a, b) => a - b);
	const found = candidates.find((instant) => instant >= notBefore && shown(instant) === wall);
	if (found !== undefined) return new Date(found);
	let [before, after] = [candidates[0]! - 1000, candidates[1]!];
	while (after - before > 1000) {
		const middle = before + Math.floor((after - before) / 2000) * 1000;
		if (shown(middle) < wall) before = middle;
		else after = middle;
	}
	return new Date(after);
}

/** The calendar date, YYYY-MM-DD, that a clock's wall shows. */
export const dateIn = (at: Date, clock: string): string =>
	new Date(wallClock(at, clock)).toISOString().slice(0, 10);
