import OpeningHours from 'opening_hours';
import { instantOf, wallClock } from './zone.ts';

/** OpenStreetMap's grammar goes on for ever; a service's week does not. */
const longest = 500;
const mostKept = 5000;
const france = { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France' } };

/** Whether a place is open, and when that next changes: null when it never does, or within a year. */
export interface OpenState {
	readonly state: 'open' | 'closed' | 'unknown';
	readonly nextChange: Date | null;
}

/** A week as it is shown: Monday is 0; an empty list of spans is a closed day. */
export interface DayHours {
	readonly day: number;
	readonly spans: readonly string[];
}

const read = new Map<string, OpeningHours | null>();

/** The expression as the library reads it, or undefined when it cannot. */
function parsed(expression: string): OpeningHours | undefined {
	let hours = read.get(expression);
	if (hours === undefined) {
		if (read.size >= mostKept) read.clear();
		hours = parse(expression);
		read.set(expression, hours);
	}
	return hours ?? undefined;
}

function parse(expression: string): OpeningHours | null {
	if (expression.length > longest || expression.trim() === '') return null;
	try {
		return new OpeningHours(expression, france);
	} catch {
		return null;
	}
}

/** Whether the expression can be read. */
export const isReadable = (expression: string): boolean => parsed(expression) !== undefined;

interface Spell {
	readonly state: OpenState['state'];
	/** The state holds from here to there, in milliseconds. */
	readonly from: number;
	readonly until: number;
}
const spells = new Map<string, Spell>();

/** The state at an instant, on the clocks of a zone; undefined when the expression cannot be read. Never throws. */
export function openState(expression: string, at: Date, zone: string): OpenState | undefined {
	const spell = spellAt(expression, at, zone);
	if (!spell) return undefined;
	return { state: spell.state, nextChange: Number.isFinite(spell.until) ? new Date(spell.until) : null };
}

/** Whether it is open; undefined when that cannot be known. */
export function isOpenAt(expression: string, at: Date, zone: string): boolean | undefined {
	const spell = spellAt(expression, at, zone);
	return spell && spell.state !== 'unknown' ? spell.state === 'open' : undefined;
}

function spellAt(expression: string, at: Date, zone: string): Spell | undefined {
	const key = `${zone} ${expression}`;
	const known = spells.get(key);
	if (known && known.from <= at.getTime() && at.getTime() < known.until) return known;
	const hours = parsed(expression);
	const spell = hours && evaluate(hours, at, zone);
	if (!spell) return undefined;
	if (spells.size >= mostKept) spells.clear();
	spells.set(key, spell);
	return spell;
}

/** The library thinks on the machine's own clock: it is shown a date whose figures are those of the zone. */
function evaluate(hours: OpeningHours, at: Date, zone: string): Spell | undefined {
	const local = onMachineClock(wallClock(at, zone));
	try {
		const state = hours.getUnknown(local) ? 'unknown' : hours.getState(local) ? 'open' : 'closed';
		const change = hours.getNextChange(local, new Date(local.getTime() + 366 * 86_400_000));
		const until = change ? instantOf(offMachineClock(change), zone).getTime() : Number.POSITIVE_INFINITY;
		return { state, from: at.getTime(), until: until > at.getTime() ? until : at.getTime() + 60_000 };
	} catch {
		return undefined;
	}
}

function onMachineClock(wall: number): Date {
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

const offMachineClock = (date: Date): number =>
	Date.UTC(
		date.getFullYear(),
		date.getMonth(),
		date.getDate(),
		date.getHours(),
		date.getMinutes(),
		date.getSeconds(),
	);

/** The hours of an ordinary week, the one after `from`; undefined when they depend on the time of the year. */
export function weekTable(expression: string, from: Date): DayHours[] | undefined {
	const hours = parsed(withoutHolidays(expression));
	if (!hours?.isWeekStable()) return undefined;
	const monday = new Date(
		from.getFullYear(),
		from.getMonth(),
		from.getDate() - ((from.getDay() + 6) % 7) + 7,
	);
	try {
		return Array.from({ length: 7 }, (_, day) => ({ day, spans: spansOf(hours, monday, day) }));
	} catch {
		return undefined;
	}
}

/** An ordinary week has no public nor school holiday. */
const withoutHolidays = (expression: string): string => expression.replace(/[;,]?\s*\b[PS]H\b[^;]*/g, '');

/** Whether the expression says that it closes on public holidays. */
export const closesOnHolidays = (expression: string): boolean => /\bPH (off|closed)\b/.test(expression);

function spansOf(hours: OpeningHours, monday: Date, day: number): string[] {
	const start = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + day);
	const end = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + day + 1);
	return hours
		.getOpenIntervals(start, end)
		.map(([from, to]) => `${clockTime(from)}\u00a0–\u00a0${clockTime(to)}`);
}

const clockTime = (date: Date): string => {
	const minutes = date.getMinutes();
	return minutes === 0
		? `${date.getHours()}\u00a0h`
		: `${date.getHours()}\u00a0h\u00a0${String(minutes).padStart(2, '0')}`;
};
