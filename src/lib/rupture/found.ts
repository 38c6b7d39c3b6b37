import type { Calendar } from './calendar.ts';
import type { RuleId } from './rule.ts';
import { calendarOfPerson, pathwayCode, type State } from './state.ts';
import { type Numbers, numbersAt, type Thresholds } from './thresholds.ts';

export const levels = ['attention', 'rupture', 'last-call'] as const;

/** What one pass over the columns found: `size` cells of each column, an object only when somebody asks for it. */
export interface Found {
	size: number;
	/** By its place in `allRules`. */
	rule: Uint8Array;
	row: Int32Array;
	person: Int32Array;
	/** 1 attention, 2 rupture, 3 last call. */
	level: Uint8Array;
	/** The instant of the fact that set the clock going: with the rule and the subject, the alert's identity. */
	occurred: Float64Array;
	/** When it became an alert. */
	since: Float64Array;
	/** When its level was reached. */
	risen: Float64Array;
}

/** One pass: what is looked at, with which numbers, at which instant. */
export interface Pass {
	readonly state: State;
	readonly thresholds: Thresholds;
	readonly now: number;
	readonly found: Found;
	/** The rule under way, by its place in `allRules`. */
	rule: number;
}

export const emptyFound = (): Found => ({ size: 0, ...columnsOf(16) });

const columnsOf = (room: number) => ({
	rule: new Uint8Array(room),
	row: new Int32Array(room),
	person: new Int32Array(room),
	level: new Uint8Array(room),
	occurred: new Float64Array(room),
	since: new Float64Array(room),
	risen: new Float64Array(room),
});

function makeRoom(found: Found): void {
	const wider = columnsOf(found.rule.length * 4);
	for (const name of ['rule', 'row', 'person', 'level', 'occurred', 'since', 'risen'] as const)
		wider[name].set(found[name]);
	Object.assign(found, wider);
}

/** When each level is reached; Infinity when never. */
export interface Dues {
	readonly attention: number;
	readonly rupture: number;
	readonly last: number;
}

/** Keeps an alert when its first level is reached. A fact noted late is an alert from its noting on. */
export function raise(
	{ found, now, rule }: Pass,
	row: number,
	person: number,
	occurred: number,
	dues: Dues,
	notedAt = 0,
): void {
	const since = Math.max(notedAt, Math.min(dues.attention, dues.rupture));
	if (now < since) return;
	const level = now >= dues.last ? 3 : now >= dues.rupture ? 2 : 1;
	const reached = level === 3 ? dues.last : level === 2 ? dues.rupture : dues.attention;
	const index = found.size++;
	if (index === found.rule.length) makeRoom(found);
	found.rule[index] = rule;
	found.row[index] = row;
	found.person[index] = person;
	found.level[index] = level;
	found.occurred[index] = occurred;
	found.since[index] = since;
	found.risen[index] = Math.max(since, reached);
}

/** The numbers in force for a person's territory at the instant of a fact. */
export const numbersFor = (
	{ state, thresholds }: Pass,
	person: number,
	rule: RuleId,
	name: string,
	at: number,
): Numbers =>
	numbersAt(thresholds, state.names[state.people.col.territory[person] ?? 0] ?? '', rule, name, at);

/**
 * From which instant the clocks of a pathway run: its last coming back, or the date of its pause once passed; Infinity
 * while it is paused, or closed.
 */
export function runsFrom({ state, now }: Pass, pathway: number): number {
	const { state: code, resumedAt, pausedUntil, person } = state.pathways.col;
	if (code[pathway] === pathwayCode.closed) return Number.POSITIVE_INFINITY;
	if (code[pathway] !== pathwayCode.paused) return resumedAt[pathway] ?? 0;
	const over = calendarOfPerson(state, person[pathway] ?? 0).startOf(pausedUntil[pathway] ?? 0);
	return now < over ? Number.POSITIVE_INFINITY : over;
}

/** Each level so many calendar days after a day: at its first instant, whatever the hour of the fact. */
export const daysAfter = (
	{ startOf }: Calendar,
	day: number,
	{ attention, rupture, last }: Numbers,
): Dues => ({
	attention: Number.isFinite(attention) ? startOf(day + attention) : attention,
	rupture: Number.isFinite(rupture) ? startOf(day + rupture) : rupture,
	last: Number.isFinite(last) ? startOf(day + last) : last,
});

/** Each level so many days before a day. */
export const daysBefore = (
	{ startOf }: Calendar,
	day: number,
	{ attention, rupture, last }: Numbers,
): Dues => ({
	attention: Number.isFinite(attention) ? startOf(day - attention) : attention,
	rupture: Number.isFinite(rupture) ? startOf(day - rupture) : rupture,
	last: Number.isFinite(last) ? startOf(day - last) : last,
});

/** Each level so many business days after an instant, some of them already waited: one is always left. */
export function businessDaysAfter(
	calendar: Calendar,
	from: number,
	{ attention, rupture, last }: Numbers,
	waited = 0,
): Dues {
	const after = (days: number) => {
		if (!Number.isFinite(days)) return days;
		return days === 0 ? from : calendar.afterBusinessDays(from, Math.max(1, days - waited));
	};
	return { attention: after(attention), rupture: after(rupture), last: after(last) };
}
