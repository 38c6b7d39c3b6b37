import { isBusinessDay } from '#lib/time/business-days.ts';
import { instantOf, wallClock, zoneOf } from '#lib/time/zone.ts';

const dayMs = 86_400_000;

/** Days are numbered from 1970-01-01, as in 20_000 = 2024-10-04; 0 stands for no day. */
export type DayNumber = number;

export const dayNumber = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const dayText = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The same day of the month so many months later; the last of the month when there is no such day. */
export function addMonths(day: DayNumber, months: number): DayNumber {
	const { year, month, dayOfMonth } = civil(day);
	const since = year * 12 + month + months;
	const first = firstOfMonth(since);
	return first + Math.min(dayOfMonth, firstOfMonth(since + 1) - first) - 1;
}

/** Year, month from 0 and day of a day's number, by whole numbers alone: years are counted from the first of March. */
function civil(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
	const shifted = day + 719_468;
	const era = Math.floor(shifted / 146_097);
	const ofEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
	);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * ofYear + 2) / 153);
	const month = (fromMarch + 2) % 12;
	return {
		year: yearOfEra + era * 400 + (month < 2 ? 1 : 0),
		month,
		dayOfMonth: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
	};
}

/** The number of the first day of a month, counted in months from year 0. */
function firstOfMonth(since: number): DayNumber {
	const month = since % 12;
	const year = Math.floor(since / 12) - (month < 2 ? 1 : 0);
	const fromMarch = (month + 10) % 12;
	const days = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + 365 * year;
	return days + Math.floor((153 * fromMarch + 2) / 5) - 719_468;
}

/** The days of one département, in milliseconds: built a year at a time, then read from arrays. */
export interface Calendar {
	/** The calendar day on the place's clocks. */
	dayOf(at: number): DayNumber;
	/** The first instant of a day on the place's clocks: 23 or 25 hours apart twice a year. */
	startOf(day: DayNumber): number;
	/** The instant so many business days later, at the same hour: `addBusinessDays`, without its dates. */
	afterBusinessDays(at: number, days: number): number;
	/** How many whole business days pass between two instants: `businessDaysBetween`, without its dates. */
	businessDaysBetween(from: number, until: number): number;
}

const first = dayNumber('2000-01-01');
const last = dayNumber('2099-12-31');

function makeCalendar(department: string): Calendar {
	const { clock } = zoneOf(department);
	const starts = new Float64Array(last - first + 1);
	const worked = new Uint8Array(last - first + 1);
	const fill = (year: number) => {
		const end = Math.min(last, Date.UTC(year, 11, 31) / dayMs);
		let guess = 0;
		for (let day = Math.max(first, Date.UTC(year, 0, 1) / dayMs); day <= end; day++) {
			const start =
				guess && wallClock(new Date(guess), clock) === day * dayMs
					? guess
					: instantOf(day * dayMs, clock).getTime();
			starts[day - first] = start;
			worked[day - first] = Number(isBusinessDay(dayText(day), department));
			guess = start + dayMs;
		}
	};
	const known = (day: DayNumber) => {
		const index = Math.min(Math.max(day, first), last) - first;
		if (starts[index] === 0) fill(new Date((index + first) * dayMs).getUTCFullYear());
		return index;
	};
	// Outside a century nobody keeps holidays: such a date is a mistake of typing, never an alert.
	const startOf = (day: DayNumber) => (day < first || day > last ? day * dayMs : (starts[known(day)] ?? 0));
	const isWorked = (day: DayNumber) => day < first || day > last || worked[known(day)] === 1;
	const dayOf = (at: number) => {
		let day = Math.floor(at / dayMs);
		if (at < startOf(day)) day--;
		else if (at >= startOf(day + 1)) day++;
		return day;
	};
	const startOfWait = (at: number) => {
		const from = dayOf(at);
		let day = from;
		while (!isWorked(day)) day++;
		return { day, time: day === from ? at - startOf(day) : 0 };
	};
	return {
		dayOf,
		startOf,
		afterBusinessDays(at, days) {
			const { day, time } = startOfWait(at);
			let due = day;
			for (let left = days; left > 0; ) if (isWorked(++due)) left--;
			return startOf(due) + time;
		},
		businessDaysBetween(from, until) {
			const { day, time } = startOfWait(from);
			const end = dayOf(until);
			let passed = 0;
			for (let due = day + 1; due <= end; due++)
				if (isWorked(due) && (due < end || until - startOf(due) >= time)) passed++;
			return passed;
		},
	};
}

const made = new Map<string, Calendar>();

/** Départements that keep the holidays and the clocks of the mainland share one calendar. */
const calendarKey = (department: string): string =>
	/^(57|67|68|9[78]\d)$/.test(department) ? department : '75';

/** The calendar of a département, by its INSEE code. */
export function calendarOf(department: string): Calendar {
	const key = calendarKey(department);
	let calendar = made.get(key);
	if (!calendar) {
		calendar = makeCalendar(key);
		made.set(key, calendar);
	}
	return calendar;
}
