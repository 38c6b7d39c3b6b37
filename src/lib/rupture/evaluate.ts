/**
 * The rules engine, for whoever keeps and shows alerts. All pure: the instant is an argument, in milliseconds.
 *
 *   const state = foldAll(emptyState(), facts)             // fold/fold-fact.ts, state.ts; facts in the order of telling
 *   const thresholds = thresholdsOf(files)                 // thresholds.ts; `defaultThresholds` when nobody decided
 *   findAlerts(state, thresholds, now): Alert[]            // everybody; the clock's job
 *   const person = foldFact(state, fact)                   // one more fact: the row of the person it touches, -1 for a
 *                                                          // worker's departure (then: everybody)
 *   findAlertsOf(state, thresholds, now, person): Alert[]  // what she has now; what is no more in the list is repaired
 *   groupAlerts(alerts): AlertGroup[]                      // a line a person and a day
 *   sayAlert(alert, nameOf), sayBecause(alert, nameOf)     // sentence.ts; nameOf(organisationId) gives a name
 *   factRefusedBecause(fact, now): TextKey | undefined     // refuse.ts; before folding what another program sends
 *   await loadFacts(act, people?): Promise<Fact[]>         // server/load-facts.ts, in an act of the clock; some people or all
 *
 * `Alert.id` is the same whoever computes it: a unique key on it and « on conflict do nothing » raise one alert from
 * two processes. An alert that grows from attention to rupture keeps its id; a new fact makes a new one.
 */

import { dayText } from './calendar.ts';
import { emptyFound, type Found, levels, type Pass } from './found.ts';
import { type Action, type OwnerKind, type RuleId, ruleOf, rulesVersion } from './rule.ts';
import { allRules } from './rules/all.ts';
import type { Described, Params, Rule } from './rules/kind.ts';
import { anyRowOf } from './rules/rows-of.ts';
import { calendarOfPerson, type OwnedTable, type State } from './state.ts';
import type { Thresholds } from './thresholds.ts';

export type Level = (typeof levels)[number];

/** Who has the next move; nobody by name when it is the coordination. */
export interface Owner {
	readonly who: OwnerKind;
	readonly organisationId: string | null;
	readonly hatId: string | null;
}

/** One alert: a fact that waited too long, and nothing about the person herself. */
export interface Alert {
	/** Rule, subject and the fact's instant: the same whoever computes it, whenever. */
	readonly id: string;
	readonly rule: RuleId;
	/** Of the rules' meaning, when it was found. */
	readonly version: number;
	readonly level: Level;
	readonly subject: { readonly kind: OwnedTable; readonly id: string };
	readonly personId: string;
	readonly pathwayId: string | null;
	/** The fact that set the clock going. */
	readonly occurredAt: Date;
	/** When it became an alert, then when it reached its level. */
	readonly since: Date;
	readonly risenAt: Date;
	/** The calendar day of `risenAt` where she lives, YYYY-MM-DD. */
	readonly day: string;
	readonly owner: Owner;
	/** The organisation that the sentence is about, when it is another than the lead's. */
	readonly targetId: string | null;
	readonly actions: readonly [Action, Action];
	/** For the sentence (`sentence.ts`): days, counts and codes. */
	readonly params: Params;
}

/** Every alert of everybody, as numbers: one pass over the columns. */
export function scan(state: State, thresholds: Thresholds, now: number): Found {
	const pass: Pass = { state, thresholds, now, found: emptyFound(), rule: 0 };
	for (const rule of allRules) {
		const rows = state[rule.table].ids.length;
		for (let row = 0; row < rows; row++) rule.check(pass, row);
		pass.rule++;
	}
	return pass.found;
}

/** The same for one person, by her row: what one more fact asks to look at again. */
export function scanPerson(state: State, thresholds: Thresholds, now: number, person: number): Found {
	const pass: Pass = { state, thresholds, now, found: emptyFound(), rule: 0 };
	for (const rule of allRules) {
		anyRowOf(state, rule.table, person, (row) => {
			rule.check(pass, row);
			return false;
		});
		pass.rule++;
	}
	return pass.found;
}

/** Every alert, told in full. */
export const findAlerts = (state: State, thresholds: Thresholds, now: number): Alert[] =>
	alertsOf(state, scan(state, thresholds, now), now);

/** Every alert of one person, by her row (`state.people.rowOf`). */
export const findAlertsOf = (state: State, thresholds: Thresholds, now: number, person: number): Alert[] =>
	alertsOf(state, scanPerson(state, thresholds, now, person), now);

/** What a pass found, told in full: ids, owner, and what the sentence needs. */
export function alertsOf(state: State, found: Found, now: number): Alert[] {
	const alerts: Alert[] = [];
	for (let index = 0; index < found.size; index++) {
		const rule = allRules[found.rule[index] ?? 0];
		if (rule) alerts.push(tell(state, rule, found, index, now));
	}
	return alerts;
}

function tell(state: State, rule: Rule, found: Found, index: number, now: number): Alert {
	const [row = 0, person = 0, level = 1] = [found.row[index], found.person[index], found.level[index]];
	const told = rule.describe(state, row, now, found, index);
	const occurredAt = new Date(found.occurred[index] ?? 0);
	const pathway = pathwayOf(state, rule.table, row) ?? lastPathway(state, person);
	const { owners, actions } = ruleOf(rule.id);
	return {
		id: `${rule.id}:${told.identity ?? told.subject}:${occurredAt.toISOString()}`,
		rule: rule.id,
		version: rulesVersion,
		level: levels[level - 1] ?? 'attention',
		subject: { kind: rule.table, id: told.subject },
		personId: state.people.ids[person] ?? '',
		pathwayId: pathway === null ? null : (state.pathways.ids[pathway] ?? null),
		occurredAt,
		since: new Date(found.since[index] ?? 0),
		risenAt: new Date(found.risen[index] ?? 0),
		day: dayText(calendarOfPerson(state, person).dayOf(found.risen[index] ?? 0)),
		owner: ownerOf(state, owners[level - 1] ?? 'lead-worker', pathway, told),
		targetId: state.names[told.target ?? 0] || null,
		actions,
		params: told.params,
	};
}

function pathwayOf(state: State, table: OwnedTable, row: number): number | null {
	if (table === 'pathways') return row;
	const { col } = state[table];
	return 'pathway' in col ? (col.pathway[row] ?? null) : null;
}

/** The pathway opened last, for what belongs to her and to no pathway in particular. */
function lastPathway(state: State, person: number): number | null {
	const first = state.firstOf.pathways[person];
	return first ? first - 1 : null;
}

function ownerOf(state: State, who: OwnerKind, pathway: number | null, { target, source }: Described): Owner {
	const { hat, organisation } = state.pathways.col;
	const lead = { organisation: organisation[pathway ?? 0] ?? 0, hat: hat[pathway ?? 0] ?? 0 };
	const place = {
		'target-organisation': { organisation: target ?? lead.organisation, hat: 0 },
		manager: { organisation: target ?? lead.organisation, hat: 0 },
		'source-worker': source ?? lead,
		'lead-worker': lead,
		coordination: { organisation: 0, hat: 0 },
	}[who];
	return {
		who,
		organisationId: state.names[place.organisation] || null,
		hatId: state.names[place.hat] || null,
	};
}

/** What one worker reads in one line: the alerts that rose for one person on one day, the gravest first. */
export interface AlertGroup<One extends Grouped = Alert> {
	readonly personId: string;
	readonly day: string;
	readonly alerts: readonly One[];
}
type Grouped = Pick<Alert, 'personId' | 'day' | 'level'>;

/** A line a person and a day, the oldest day first. */
export function groupAlerts<One extends Grouped>(alerts: readonly One[]): AlertGroup<One>[] {
	const groups = Map.groupBy(alerts, ({ personId, day }) => `${day} ${personId}`);
	return [...groups]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([, together]) => {
			const [first] = together;
			const gravest = together.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
			return first ? [{ personId: first.personId, day: first.day, alerts: gravest }] : [];
		});
}
