const overseas: Readonly<Record<string, string>> = {
	971: 'America/Guadeloupe',
	972: 'America/Martinique',
	973: 'America/Cayenne',
	974: 'Indian/Reunion',
	975: 'America/Miquelon',
	976: 'Indian/Mayotte',
	977: 'America/St_Barthelemy',
	978: 'America/Marigot',
	986: 'Pacific/Wallis',
	987: 'Pacific/Tahiti',
	988: 'Pacific/Noumea',
};

/** Time zone of a French commune or département, by its INSEE code. */
export const zoneOf = (code: string): string => overseas[code.slice(0, 3)] ?? 'Europe/Paris';

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

/** What the clocks of a zone show at an instant, as milliseconds of a UTC date with the same figures. */
export function wallClock(at: Date, zone: string): number {
	const figures = Object.fromEntries(
		clockOf(zone)
			.formatToParts(at)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = figures;
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which the clocks of a zone show these figures; in the hour that a spring day skips, the hour after. */
export function instantOf(wall: number, zone: string): Date {
	const offsetAt = (instant: number) =>
		wallClock(new Date(instant), zone) - Math.floor(instant / 1000) * 1000;
	const guess = wall - offsetAt(wall);
	const settled = wall - offsetAt(guess);
	return new Date(Math.max(settled, wallClock(new Date(settled), zone) === wall ? settled : guess));
}
