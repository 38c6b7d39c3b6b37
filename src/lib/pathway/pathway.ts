/** The life of a pathway. Coming back after its end is the same pathway, opened again, and told so by its events. */
const next = {
	'to-open': ['active', 'closed'],
	active: ['paused', 'closed'],
	paused: ['active', 'closed'],
	closed: ['active'],
} as const satisfies Record<string, readonly string[]>;
export type PathwayState = keyof typeof next;

const states = Object.keys(next) as readonly PathwayState[];

/** The database holds nothing else. */
export const pathwayStateOf = (told: string): PathwayState =>
	states.find((each) => each === told) ?? 'to-open';

export const canPathwayBecome = (from: PathwayState, to: PathwayState): boolean =>
	(next[from] as readonly PathwayState[]).includes(to);

/** A pause has a date at which it is looked at again: ninety days at most. */
export const longestPauseDays = 90;

/** Six months after closing, news are taken. */
export const checkAfterMonths = 6;

/** A year at most, in days: a later date would be nobody's. */
export const longestCheckDays = 366;

export const closingReasons = [
	'goals-reached',
	'moved',
	'no-longer-wishes',
	'lost-contact',
	'relayed',
	'died',
	'other',
] as const;
export type ClosingReason = (typeof closingReasons)[number];
