import type { Part, Rule, RuleObject } from './mapping.ts';
import { namesIn, piecesOf } from './template.ts';
import { columnsOfDay, rulesOf, type Seen } from './walk.ts';

/** A column that a part asks for: one of several names is enough. */
export interface Need {
	readonly names: readonly string[];
	/** Alias of the joined file that has it; the part's own when there is none. */
	readonly from?: string;
}

/** Every column without which a part would not say what it is meant to; those marked optional are left out. */
export function columnNeeds(part: Part): Need[] {
	const seen = [...rulesOf(part, [])];
	const needs = seen.flatMap((one) => (one.isAlternative ? [] : needsOf(one)));
	const keys = Object.entries(part.joins).map(([from, { key }]) => ({ names: [key], from }));
	const groups = (part.group ?? []).map((name) => ({ names: [name] }));
	return distinct([...needs, ...keys, ...groups]);
}

function needsOf({ rule }: Seen): Need[] {
	if (typeof rule === 'string') return [{ names: [rule] }];
	if (isList(rule)) return alternatives(rule);
	if (rule.first) return alternatives(rule.first);
	if (rule.optional) return [];
	if (rule.column !== undefined) return [needOf(rule)];
	const template = namesIn(piecesOf(rule.template ?? '') ?? []).filter(
		(name) => !Object.hasOwn(rule.with ?? {}, name),
	);
	const days = Object.values(rule.week ?? {}).flatMap(columnsOfDay);
	return [...template, ...Object.keys(rule.flags ?? {}), ...days].map((name) => ({ names: [name] }));
}

const isList = (rule: Rule): rule is readonly Rule[] => Array.isArray(rule);

const needOf = ({ column = [], from }: RuleObject): Need => ({
	names: typeof column === 'string' ? [column] : column,
	...(from === undefined ? {} : { from }),
});

/** One column among those of a list is enough; none is needed when something else can stand for them. */
function alternatives(rules: readonly Rule[]): Need[] {
	const columns = rules.map((rule) => {
		if (typeof rule === 'string') return { names: [rule] };
		return !isList(rule) && rule.column !== undefined && !rule.optional ? needOf(rule) : undefined;
	});
	const told = columns.filter((need) => need !== undefined);
	const [first] = told;
	if (!first || told.length < rules.length || told.some(({ from }) => from !== first.from)) return [];
	return [{ ...first, names: told.flatMap(({ names }) => names) }];
}

function distinct(needs: readonly Need[]): Need[] {
	const known = new Map(
		needs.map((need) => [JSON.stringify([need.from ?? null, need.names]), need] as const),
	);
	return [...known.values()];
}
