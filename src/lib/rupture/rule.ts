/** Version of the rules' meaning: a change of what they look at raises it. Their numbers have a history of their own. */
export const rulesVersion = 1;

/** Who has the next move. */
export type OwnerKind = 'target-organisation' | 'source-worker' | 'lead-worker' | 'manager' | 'coordination';

/** Where a number counts from: after a fact, before a day to come, or how many facts. */
export type Unit = 'business-days' | 'days' | 'months' | 'days-before' | 'days-after-estimate' | 'facts';

/** Only organisational rules may ever be shown per organisation, once the collective agrees. */
export type Family = 'organisational' | 'situational';

/** A number of its unit; at once when the fact alone is enough; null when this level does not exist. */
export type Limit = number | 'at-once' | null;

/** Attention, then rupture, then a last call that stays a rupture and changes who moves. */
export interface Limits {
	readonly attention: Limit;
	readonly rupture: Limit;
	readonly last: Limit;
}

/** One action that can be done from the alert; its address is the screen's. */
export type Action =
	| 'remind-target'
	| 'refer-elsewhere'
	| 'call-together'
	| 'ask-news'
	| 'review-waiting'
	| 'plan-step'
	| 'call-person'
	| 'pause-pathway'
	| 'try-helper'
	| 'try-day-centre'
	| 'ask-barriers'
	| 'offer-another-form'
	| 'confirm-relay'
	| 'meet-before-exit'
	| 'propose-relay'
	| 'answer-relay'
	| 'renew-agreement'
	| 'replan-without'
	| 'tell-collective'
	| 'meet-partners'
	| 'say-done'
	| 'postpone-step'
	| 'note-outcome'
	| 'hear-person'
	| 'take-up-again'
	| 'make-assessment'
	| 'make-offer'
	| 'close-need';

export interface Units {
	readonly attention: Unit;
	readonly rupture: Unit;
	readonly last?: Unit;
}

export interface RuleShape {
	readonly family: Family;
	readonly units: Units;
	/** The units of a case that counts otherwise. */
	readonly unitsOf?: Readonly<Record<string, Units>>;
	/** By case: '' for everybody, or a name that the rule gives. */
	readonly cases: Readonly<Record<string, Limits>>;
	/** Who moves at attention, at rupture, at the last call. */
	readonly owners: readonly [OwnerKind, OwnerKind, OwnerKind];
	readonly actions: readonly [Action, Action];
	/** Whether a pause of the pathway stops its clock: a date of the world outside does not wait. */
	readonly waits: boolean;
}

const limits = (attention: Limit, rupture: Limit, last: Limit = null): Limits => ({
	attention,
	rupture,
	last,
});
const inUnit = (unit: Unit) => ({ attention: unit, rupture: unit, last: unit });
const byTheLead = ['lead-worker', 'lead-worker', 'lead-worker'] as const;
const bySource = ['source-worker', 'source-worker', 'coordination'] as const;
const byTarget = ['target-organisation', 'manager', 'coordination'] as const;

/**
 * The twenty rules of rupture (reference pathways-and-standards, section 5), with their numbers by default. Where the
 * source leaves two readings: seven business days in R4, since seven calendar days never come after five business ones.
 */
export const rules = {
	R1: {
		family: 'organisational',
		units: inUnit('business-days'),
		cases: { '': limits(2, 4, 10) },
		owners: byTarget,
		actions: ['remind-target', 'refer-elsewhere'],
		waits: true,
	},
	R2: {
		family: 'organisational',
		units: inUnit('business-days'),
		cases: { '': limits('at-once', 2) },
		owners: ['source-worker', 'coordination', 'coordination'],
		actions: ['refer-elsewhere', 'tell-collective'],
		waits: true,
	},
	R3: {
		family: 'organisational',
		units: inUnit('facts'),
		cases: { '': limits(2, 3) },
		owners: ['source-worker', 'coordination', 'coordination'],
		actions: ['tell-collective', 'meet-partners'],
		waits: true,
	},
	R4: {
		family: 'organisational',
		units: inUnit('business-days'),
		cases: { '': limits(5, 7), urgent: limits(1, 2) },
		owners: byTarget,
		actions: ['call-together', 'remind-target'],
		waits: true,
	},
	R5: {
		family: 'organisational',
		units: inUnit('days'),
		cases: { '': limits(30, 60) },
		owners: byTarget,
		actions: ['ask-news', 'call-person'],
		waits: true,
	},
	R6: {
		family: 'organisational',
		units: { attention: 'days', rupture: 'days-after-estimate' },
		cases: { '': limits(30, 14) },
		owners: byTarget,
		actions: ['review-waiting', 'refer-elsewhere'],
		waits: true,
	},
	R7: {
		family: 'organisational',
		units: { attention: 'business-days', rupture: 'days' },
		cases: { '': limits(3, 7) },
		owners: ['lead-worker', 'lead-worker', 'manager'],
		actions: ['plan-step', 'pause-pathway'],
		waits: true,
	},
	R8: {
		family: 'situational',
		units: inUnit('days'),
		cases: { '': limits(30, 60, 90), close: limits(15, 30, 90) },
		owners: ['lead-worker', 'lead-worker', 'manager'],
		actions: ['call-person', 'try-helper'],
		waits: true,
	},
	R9: {
		family: 'situational',
		units: inUnit('facts'),
		cases: { '': limits(2, 3) },
		owners: byTheLead,
		actions: ['try-helper', 'try-day-centre'],
		waits: true,
	},
	R10: {
		family: 'situational',
		units: inUnit('facts'),
		cases: { '': limits(1, 2, 3) },
		owners: byTheLead,
		actions: ['ask-barriers', 'offer-another-form'],
		waits: true,
	},
	R11: {
		family: 'situational',
		units: { attention: 'days-before', rupture: 'days', last: 'days' },
		cases: { '': limits(14, 7, 30) },
		owners: byTheLead,
		actions: ['confirm-relay', 'meet-before-exit'],
		waits: false,
	},
	R12: {
		family: 'organisational',
		units: inUnit('days'),
		unitsOf: { departure: inUnit('days-before') },
		cases: { '': limits(7, 14), departure: limits(14, 1) },
		owners: ['target-organisation', 'manager', 'manager'],
		actions: ['answer-relay', 'propose-relay'],
		waits: true,
	},
	R13: {
		family: 'organisational',
		units: inUnit('days-before'),
		cases: { '': limits(60, 30) },
		owners: byTheLead,
		actions: ['plan-step', 'call-person'],
		waits: false,
	},
	R14: {
		family: 'organisational',
		units: inUnit('days-before'),
		cases: { '': limits(30, 14, 7) },
		owners: byTheLead,
		actions: ['renew-agreement', 'replan-without'],
		waits: true,
	},
	R15: {
		family: 'organisational',
		units: inUnit('facts'),
		cases: { '': limits(1, 2) },
		owners: bySource,
		actions: ['meet-partners', 'tell-collective'],
		waits: true,
	},
	R16: {
		family: 'situational',
		units: inUnit('days'),
		cases: { '': limits(1, 7) },
		owners: byTheLead,
		actions: ['say-done', 'postpone-step'],
		waits: true,
	},
	R17: {
		family: 'situational',
		units: inUnit('days'),
		cases: { '': limits(14, 30) },
		owners: byTheLead,
		actions: ['plan-step', 'close-need'],
		waits: true,
	},
	R18: {
		family: 'situational',
		units: inUnit('days'),
		cases: { '': limits(1, 30) },
		owners: byTheLead,
		actions: ['call-person', 'note-outcome'],
		waits: false,
	},
	R19: {
		family: 'organisational',
		units: inUnit('days'),
		cases: { '': limits(null, 'at-once') },
		owners: ['source-worker', 'source-worker', 'source-worker'],
		actions: ['hear-person', 'take-up-again'],
		waits: true,
	},
	R20: {
		family: 'situational',
		units: inUnit('months'),
		cases: { young: limits(3, 4), 'long-term': limits(15, 18) },
		owners: byTheLead,
		actions: ['make-assessment', 'make-offer'],
		waits: false,
	},
} as const satisfies Readonly<Record<string, RuleShape>>;

export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as readonly RuleId[];
export const isRuleId = (told: string): told is RuleId => Object.hasOwn(rules, told);

/** The units of one case of a rule. */
export const unitsOf = (id: RuleId, name: string): Units => ruleOf(id).unitsOf?.[name] ?? ruleOf(id).units;

/** A rule as data, by its id. */
export const ruleOf = (id: RuleId): RuleShape => rules[id];

/** R3 and R15 look back so many days. */
export const windowDays = 90;
/** R9: attempts in at least two ways, over at least so many days. */
export const unreachable = { ways: 2, days: 10 } as const;
/** R10: more than two in twelve months. */
export const missedWindowDays = 365;
/** R15: so many organisations for one need within the window. */
export const manyOrganisations = 3;
/** R18: months after an exit when news are taken. */
export const checkMonths = [1, 3, 6] as const;
/** R18: news taken up to so many days before its date count for it. */
export const checkEarlyDays = 7;
