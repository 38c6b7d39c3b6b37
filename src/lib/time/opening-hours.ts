import type OpeningHours from 'opening_hours';
import type { opening_hours_iterator as Pointer } from 'opening_hours';
import { offMachineClock, onMachineClock, quietly, readHours } from './reading-hours.ts';
import { recent } from './recent.ts';
import { instantOf, wallClock, type Zone, zoneOf } from './zone.ts';

type State = 'open' | 'closed' | 'unknown';

/** Whether a place is open, until when, and what then. */
export interface OpenState {
	readonly state: State;
	/** Null when nothing changes within a year. */
	readonly nextChange: Date | null;
	/** What it becomes at the next change. */
	readonly next: State | null;
	/** What the expression says in its own words, such as « sur rendez-vous ». */
	readonly comment?: string;
}

/** Whether the expression can be read. */
export const isReadable = (expression: string): boolean => readHours(expression, zoneOf('75')) !== undefined;

/** The state at an instant, in a zone; undefined when the expression cannot be read. Never throws. */
export const openState = (expression: string, at: Date, zone: Zone): OpenState | undefined =>
	spellAt(expression, at, zone)?.shown;

/** Whether it is open; undefined when that cannot be known. Never throws. */
export function isOpenAt(expression: string, at: Date, zone: Zone): boolean | undefined {
	const state = spellAt(expression, at, zone)?.shown.state;
	return state === undefined || state === 'unknown' ? undefined : state === 'open';
}

/** One answer, good from one instant to another (milliseconds). */
interface Spell {
	readonly shown: OpenState;
	readonly from: number;
	readonly until: number;
}

const mostKept = 5000;
const spells = recent<Spell>(mostKept);
const dayMs = 86_400_000;
const yearMs = 366 * dayMs;

function spellAt(expression: string, at: Date, zone: Zone): Spell | undefined {
	const key = `${zone.clock} ${zone.publicHolidays} ${zone.schoolHolidays} ${expression}`;
	const known = spells.get(key);
	if (known && known.from <= at.getTime() && at.getTime() < known.until) return known;
	const hours = readHours(expression, zone);
	if (!hours) return undefined;
	const from = at.getTime();
	const spell = quietly(() => evaluate(hours, expression, at, zone.clock)) ?? {
		shown: { state: 'unknown', nextChange: null, next: null } as const,
		from,
		until: from + dayMs,
	};
	spells.set(key, spell);
	return spell;
}

function evaluate(hours: OpeningHours, expression: string, at: Date, clock: string): Spell {
	const pointer = hours.getIterator(onMachineClock(wallClock(at, clock)));
	const state = stateOf(pointer);
	const comment = commentOf(pointer, expression);
	const change = nextChange(hours, pointer, state, at, clock);
	return {
		shown: {
			state,
			nextChange: change?.at ?? null,
			next: change?.to ?? null,
			...(comment && { comment }),
		},
		from: at.getTime(),
		until: change?.at.getTime() ?? at.getTime() + dayMs,
	};
}

const stateOf = (pointer: Pointer): State =>
	pointer.getUnknown() ? 'unknown' : pointer.getState() ? 'open' : 'closed';

/** The library also has comments of its own. */
function commentOf(pointer: Pointer, expression: string): string | undefined {
	const comment = pointer.getComment();
	return comment && expression.includes(comment) ? comment : undefined;
}

interface Change {
	readonly at: Date;
	readonly to: State;
}

const mostSteps = 60;

/** Steps over what changes only the comment, or only during an hour that the clocks skip. */
function nextChange(
	hours: OpeningHours,
	pointer: Pointer,
	state: State,
	at: Date,
	clock: string,
): Change | undefined {
	const replayed = changeWhenReplayed(hours, state, at, clock);
	const limit = new Date(pointer.getDate().getTime() + yearMs);
	for (let step = 0; step < mostSteps && pointer.advance(limit); step += 1) {
		if (stateOf(pointer) === state) continue;
		const told = instantOf(offMachineClock(pointer.getDate()), clock, at.getTime());
		const instant = changeAfterLeap(hours, state, told, at, clock);
		if (replayed && replayed.at < instant) return replayed;
		const to = stateOf(hours.getIterator(onMachineClock(wallClock(instant, clock))));
		if (to !== state && instant > at) return { at: instant, to };
	}
	return replayed;
}

const hourMs = 3_600_000;

/** In the hour that autumn is about to play again, what has changed since its beginning changes back. */
function changeWhenReplayed(hours: OpeningHours, state: State, at: Date, clock: string): Change | undefined {
	const wall = wallClock(at, clock);
	if (wallClock(new Date(at.getTime() + hourMs), clock) !== wall) return undefined;
	const beginning = Math.floor(wall / hourMs) * hourMs;
	const to = stateOf(hours.getIterator(onMachineClock(beginning)));
	return to === state ? undefined : { at: new Date(Math.floor(at.getTime() / hourMs) * hourMs + hourMs), to };
}

const quarterMs = 900_000;

/** A machine whose own clock leaps that night tells a change in the skipped hour too late. */
function changeAfterLeap(hours: OpeningHours, state: State, told: Date, at: Date, clock: string): Date {
	const earlier = new Date(told.getTime() - 2 * hourMs);
	if (wallClock(told, clock) - wallClock(earlier, clock) <= 2 * hourMs) return told;
	const first = Math.max(earlier.getTime(), Math.floor(at.getTime() / quarterMs) * quarterMs + quarterMs);
	for (let instant = first; instant < told.getTime(); instant += quarterMs)
		if (stateOf(hours.getIterator(onMachineClock(wallClock(new Date(instant), clock)))) !== state)
			return new Date(instant);
	return told;
}
