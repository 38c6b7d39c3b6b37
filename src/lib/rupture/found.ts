import type { Calendar } from './calendar.ts';
import type { RuleId } from './rule.ts';
import { calendarOfPerson, pathwayCode, type State } from './state.ts';
import { type Numbers, numbersAt, type Thresholds } from './thresholds.ts';

export const levels = ['attention', 'rupture', 'last-call'] as const;

/** What one pass over the columns found: a number a cell, an object a person asks for. */
export interface Found {
	/** By its place in `allRules`. */
	readonly rule: number[];
	readonly row: number[];
	readonly person: number[];
	/** 1 attention, 2 rupture, 3 last call. */
	readonly level: number[];
	/** The instant of the fact that set the clock going: with the rule and the subject, the alert's identity. */
	readonly occurred: number[];
	/** When it became an alert. */
	readonly since: number[];
	/** When its level was reached. */
	readonly risen: number[];
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

export const emptyFound = (): Found => ({
	rule: [],
	row: [],
	person: [],
	level: [],
	occurred: [],
	since: [],
	risen: [],
});

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
	found.rule.push(rule);
	found.row.push(row);
	found.person.push(person);
	found.level.push(level);
	found.occurred.push(occurred);
	found.since.push(since);
	found.risen.push(Math.max(since, reached));
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
