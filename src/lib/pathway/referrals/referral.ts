/** From where a move comes: who sent, who received, the person herself, or the clock. */
export const sides = ['source', 'target', 'person', 'system'] as const;
export type Side = (typeof sides)[number];

const beforeAnswer = [
	'accepted',
	'refused',
	'redirected',
	'withdrawn',
	'declined-by-person',
	'unanswered',
] as const;
const afterYes = ['completed', 'failed', 'withdrawn', 'declined-by-person'] as const;

/**
 * The life of a referral. Every edge between exported states is an edge of Gravity SDOH Clinical Care 3.0.0's task
 * graph; a draft that is dropped never left, and is never exported. An end never reopens: taking up again is a new
 * referral, with its parent.
 */
const next = {
	draft: ['awaiting-person', 'withdrawn', 'declined-by-person'],
	'awaiting-person': ['sent', 'withdrawn', 'declined-by-person'],
	sent: ['under-review', 'info-needed', ...beforeAnswer],
	'under-review': ['info-needed', ...beforeAnswer],
	// No expiry while the source owes the answer.
	'info-needed': ['under-review', 'accepted', 'refused', 'withdrawn', 'declined-by-person'],
	accepted: ['in-progress', 'waiting-list', 'suspended', ...afterYes],
	'waiting-list': ['in-progress', ...afterYes],
	'in-progress': ['suspended', ...afterYes],
	suspended: ['in-progress', ...afterYes],
	refused: [],
	redirected: [],
	withdrawn: [],
	'declined-by-person': [],
	unanswered: [],
	completed: [],
	failed: [],
	'entered-in-error': [],
} as const satisfies Record<string, readonly string[]>;
export type ReferralState = keyof typeof next;
export const referralStates = Object.keys(next) as readonly ReferralState[];

/** Where a referral may go from a state; a mistake of entry may be said of any, once. */
export const nextStates = (from: ReferralState): readonly ReferralState[] =>
	from === 'entered-in-error' ? [] : [...next[from], 'entered-in-error'];

export const canBecome = (from: ReferralState, to: ReferralState): boolean => nextStates(from).includes(to);

export const isEnded = (state: ReferralState): boolean => next[state].length === 0;

/** Who sets a state. The person agrees or declines, or a worker says it for her; answering a question puts it under review again. */
const setters: Readonly<Record<ReferralState, readonly Side[]>> = {
	draft: ['source'],
	'awaiting-person': ['source'],
	sent: ['source', 'person'],
	'under-review': ['target'],
	'info-needed': ['target'],
	accepted: ['target'],
	'waiting-list': ['target'],
	'in-progress': ['target'],
	suspended: ['target'],
	refused: ['target'],
	redirected: ['target'],
	withdrawn: ['source'],
	'declined-by-person': ['person', 'source'],
	unanswered: ['system'],
	completed: ['target'],
	failed: ['target'],
	'entered-in-error': ['source'],
};

/** Once it has begun, withdrawing takes both sides: one asks, the other agrees. */
export const takesBoth = (from: ReferralState, to: ReferralState): boolean =>
	to === 'withdrawn' && (from === 'in-progress' || from === 'suspended');

/** Whether a side may make this move. */
export const mayMove = (side: Side, from: ReferralState, to: ReferralState): boolean =>
	canBecome(from, to) &&
	(setters[to].includes(side) ||
		(side === 'source' && from === 'info-needed' && to === 'under-review') ||
		(side === 'target' && takesBoth(from, to)));

/** Why a request was refused, or failed, and on which side the reason lies: silences and refusals become facts of the territory. */
export const reasonSides = {
	capacity: 'organisation',
	'outside-area': 'territory',
	'not-eligible': 'organisation',
	'missing-papers': 'person',
	'language-access': 'organisation',
	'already-followed': 'person',
	'urgency-not-covered': 'territory',
	'funding-exhausted': 'organisation',
	'does-not-wish': 'person',
	unreachable: 'person',
	'other-solution': 'person',
	'situation-changed': 'person',
	'wrong-address': 'organisation',
	other: 'organisation',
} as const satisfies Record<string, 'organisation' | 'person' | 'territory'>;
export type ReasonCode = keyof typeof reasonSides;
export const reasonCodes = Object.keys(reasonSides) as readonly ReasonCode[];

/** A target that never reached her says how it tried: at least three times, in at least two ways. */
export const triedEnough = (attempts: readonly { readonly channel: string }[]): boolean =>
	attempts.length >= 3 && new Set(attempts.map(({ channel }) => channel)).size >= 2;

/** The fields a referral may carry, and the level of agreement each asks. */
export const fieldLevels = {
	name: 1,
	'contact-rule': 1,
	'safe-contact': 1,
	phone: 1,
	email: 1,
	language: 1,
	interpreter: 1,
	'birth-year': 1,
	commune: 1,
	need: 2,
	constraints: 2,
	expectation: 2,
	steps: 3,
	appointments: 3,
	assessment: 4,
	sensitive: 5,
} as const satisfies Record<string, 1 | 2 | 3 | 4 | 5>;
export type FieldName = keyof typeof fieldLevels;
export const fieldNames = Object.keys(fieldLevels) as readonly FieldName[];

/** Never struck: without them the recipient could put her in danger, or would not know what is asked. */
export const alwaysSent: readonly FieldName[] = ['name', 'contact-rule', 'safe-contact', 'need'];
