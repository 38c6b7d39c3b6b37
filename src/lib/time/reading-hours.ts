import OpeningHours from 'opening_hours';
import { recent } from './recent.ts';
import type { Zone } from './zone.ts';

/** OpenStreetMap's grammar goes on for ever; a service's week does not. */
const longest = 500;
const mostKept = 5000;

/** The sun's hours would be those of the machine, not of the place. */
const followsTheSun = /sun(rise|set)|dawn|dusk/i;

const readings = recent<OpeningHours | 'unreadable'>(mostKept);

/** The expression as the library reads it in a zone, or undefined when it cannot. Never throws. */
export function readHours(expression: string, zone: Zone): OpeningHours | undefined {
	const holidays = /\bSH\b/.test(expression) ? zone.schoolHolidays : zone.publicHolidays;
	const key = `${holidays} ${expression}`;
	let reading = readings.get(key);
	if (!reading) {
		reading = parse(expression, holidays) ?? 'unreadable';
		readings.set(key, reading);
	}
	return reading === 'unreadable' ? undefined : reading;
}

function parse(expression: string, state: string): OpeningHours | undefined {
	if (expression.length > longest || expression.trim() === '' || followsTheSun.test(expression))
		return undefined;
	return quietly(
		() => new OpeningHours(expression, { lat: 46.6, lon: 1.9, address: { country_code: 'fr', state } }),
	);
}

/** The library throws at hours it cannot judge, after writing them to the console. */
export function quietly<Result>(work: () => Result): Result | undefined {
	const { error } = console;
	console.error = () => {};
	try {
		return work();
	} catch {
		return undefined;
	} finally {
		console.error = error;
	}
}

/** The library thinks on the machine's own clock: it is shown a date whose figures are those of the place. */
export function onMachineClock(wall: number): Date {
	const figures = new Date(wall);
	return new Date(
		figures.getUTCFullYear(),
		figures.getUTCMonth(),
		figures.getUTCDate(),
		figures.getUTCHours(),
		figures.getUTCMinutes(),
		figures.getUTCSeconds(),
	);
}

export const offMachineClock = (date: Date): number =>
	Date.UTC(
		date.getFullYear(),
		date.getMonth(),
		date.getDate(),
		date.getHours(),
		date.getMinutes(),
		date.getSeconds(),
	);
