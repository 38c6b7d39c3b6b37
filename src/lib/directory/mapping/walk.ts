import type {
	Condition,
	DayRule,
	Part,
	PointRule,
	Rule,
	RuleObject,
	ServiceRules,
	StructureRules,
} from './mapping.ts';

type Path = readonly PropertyKey[];

/** A rule of a part, where it is written, and whether an element is at hand there. */
export interface Seen {
	readonly rule: Rule;
	readonly path: Path;
	readonly hasItem: boolean;
	/** Another rule beside it may give the value in its place. */
	readonly isAlternative: boolean;
}

/** Every rule of a part, those within others included. */
export function* rulesOf(part: Part, path: Path): Generator<Seen> {
	if (part.keep) yield* inCondition(part.keep, [...path, 'keep'], false);
	for (const [alias, join] of Object.entries(part.joins))
		yield* inRule(join.with, [...path, 'joins', alias, 'with'], false);
	for (const [name, rule] of Object.entries(part.values))
		yield* inRule(rule, [...path, 'values', name], true);
	if (part.structure) yield* inEntry(part.structure, [...path, 'structure'], false);
	for (const [rank, service] of part.services.entries())
		yield* inService(service, [...path, 'services', rank]);
}

function* inService(service: ServiceRules, path: Path): Generator<Seen> {
	if (service.each) yield* inRule(service.each, [...path, 'each'], false);
	yield* inEntry(service, path, service.each !== undefined);
}

function* inEntry({ when, point, fields }: StructureRules, path: Path, hasItem: boolean): Generator<Seen> {
	if (when) yield* inCondition(when, [...path, 'when'], hasItem);
	if (point) yield* inPoint(point, [...path, 'point'], hasItem);
	for (const [name, rule] of Object.entries(fields)) yield* inRule(rule, [...path, name], hasItem);
}

function* inPoint({ longitude, latitude, pair }: PointRule, path: Path, hasItem: boolean): Generator<Seen> {
	if (longitude) yield* inRule(longitude, [...path, 'longitude'], hasItem);
	if (latitude) yield* inRule(latitude, [...path, 'latitude'], hasItem);
	if (pair) yield* inRule(pair, [...path, 'pair'], hasItem);
}

/** A rule, and those within it. */
export function* inRule(rule: Rule, path: Path, hasItem: boolean, isAlternative = false): Generator<Seen> {
	yield { rule, path, hasItem, isAlternative };
	if (typeof rule === 'string') return;
	if (isList(rule)) yield* inList(rule, path, hasItem, true);
	else yield* inObject(rule, path, hasItem);
}

const isList = (rule: Rule): rule is readonly Rule[] => Array.isArray(rule);

function* inList(
	rules: readonly Rule[],
	path: Path,
	hasItem: boolean,
	areAlternatives = false,
): Generator<Seen> {
	for (const [rank, inner] of rules.entries())
		yield* inRule(inner, [...path, rank], hasItem, areAlternatives);
}

function* inObject(rule: RuleObject, path: Path, hasItem: boolean): Generator<Seen> {
	yield* inList(rule.first ?? [], [...path, 'first'], hasItem, true);
	for (const name of ['join', 'list', 'digest'] as const)
		yield* inList(rule[name] ?? [], [...path, name], hasItem);
	for (const name of ['with', 'object'] as const)
		for (const [key, inner] of Object.entries(rule[name] ?? {}))
			yield* inRule(inner, [...path, name, key], hasItem);
	for (const [rank, { when, give }] of (rule.cases ?? []).entries()) {
		yield* inCondition(when, [...path, 'cases', rank, 'when'], hasItem);
		yield* inRule(give, [...path, 'cases', rank, 'give'], hasItem);
	}
	if (rule.each) yield* inRule(rule.each, [...path, 'each'], hasItem);
	if (rule.give) yield* inRule(rule.give, [...path, 'give'], true);
}

function* inCondition(condition: Condition, path: Path, hasItem: boolean): Generator<Seen> {
	if ('not' in condition) yield* inCondition(condition.not, [...path, 'not'], hasItem);
	else if ('of' in condition) yield* inRule(condition.of, [...path, 'of'], hasItem);
	else {
		const [name, inner] =
			'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
		for (const [rank, one] of inner.entries()) yield* inCondition(one, [...path, name, rank], hasItem);
	}
}

/** The columns that the hours of a day name. */
export function columnsOfDay(rule: DayRule): string[] {
	if (typeof rule === 'string') return [rule];
	if (Array.isArray(rule)) return rule.flatMap(columnsOfDay);
	if (isDays(rule)) return [];
	return [rule.column, rule.from, rule.to].filter((name) => name !== undefined);
}

const isDays = (rule: DayRule): rule is readonly DayRule[] => Array.isArray(rule);
