import { addDays } from './days.ts';
import { onMachineClock, readHours } from './reading-hours.ts';
import { instantOf, wallClock, zoneOf } from './zone.ts';

/**
 * The day of the abolition of slavery, month and day, where it is kept (code du travail L3422-2; loi 83-550). Good
 * Friday, which overseas keep by custom, is worked by the law.
 */
const abolitionDays: Readonly<Record<string, string>> = {
	971: '05-27',
	972: '05-22',
	973: '06-10',
	974: '12-20',
	976: '04-27',
	977: '10-09',
	978: '05-28',
};

/**
 * Whether people work on a calendar date, YYYY-MM-DD, in a département: from Monday to Friday, public holidays apart
 * (code du travail L3133-1; Alsace and Moselle, L3134-13; overseas, L3422-2), by the tables of the opening hours library.
 */
export function isBusinessDay(day: string, department: string): boolean {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !holidaysOf(department, Number(day.slice(0, 4))).has(day);
}

/**
 * The instant so many business days later, at the same hour of the place's clocks. What starts on a day when nobody
 * works starts with the next day when people do.
 */
export function addBusinessDays(from: Date, days: number, department: string): Date {
	const { clock } = zoneOf(department);
	const { day, time } = startOf(from, department, clock);
	let due = day;
	for (let left = days; left > 0; ) {
		due = addDays(due, 1);
		if (isBusinessDay(due, department)) left--;
	}
	return instantOf(Date.parse(`${due}T00:00:00Z`) + time, clock);
}

/** The instant so many business days earlier, at the same hour of the place's clocks; from a day when people work. */
export function takeBusinessDays(until: Date, days: number, department: string): Date {
	const { clock } = zoneOf(department);
	const { day, time } = shownOn(until, clock);
	let due = day;
	for (let left = days; left > 0; ) {
		due = addDays(due, -1);
		if (isBusinessDay(due, department)) left--;
	}
	return instantOf(Date.parse(`${due}T00:00:00Z`) + time, clock);
}

/** How many whole business days pass between two instants; none when the second comes first. */
export function businessDaysBetween(from: Date, until: Date, department: string): number {
	const { clock } = zoneOf(department);
	const { day, time } = startOf(from, department, clock);
	const end = shownOn(until, clock);
	let passed = 0;
	for (let due = addDays(day, 1); due <= end.day; due = addDays(due, 1))
		if (isBusinessDay(due, department) && (due < end.day || end.time >= time)) passed++;
	return passed;
}

function startOf(from: Date, department: string, clock: string): Shown {
	const shown = shownOn(from, clock);
	if (isBusinessDay(shown.day, department)) return shown;
	let { day } = shown;
	while (!isBusinessDay(day, department)) day = addDays(day, 1);
	return { day, time: 0 };
}

interface Shown {
	readonly day: string;
	/** Milliseconds since midnight on the clock's wall. */
	readonly time: number;
}

function shownOn(at: Date, clock: string): Shown {
	const wall = wallClock(at, clock);
	const day = new Date(wall).toISOString().slice(0, 10);
	return { day, time: wall - Date.parse(`${day}T00:00:00Z`) };
}

const known = new Map<string, ReadonlySet<string>>();

function holidaysOf(department: string, year: number): ReadonlySet<string> {
	const key = `${department} ${year}`;
	let days = known.get(key);
	if (!days) {
		days = new Set([...national(department, year), `${year}-${abolitionDays[department]}`]);
		known.set(key, days);
	}
	return days;
}

function national(department: string, year: number): string[] {
	const hours = readHours('PH', zoneOf(department in abolitionDays ? mainland : department));
	const all = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
	return all.filter((day) => hours?.getState(onMachineClock(Date.parse(`${day}T12:00:00Z`))));
}

const mainland = '75';
