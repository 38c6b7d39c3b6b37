import { holds } from './conditions.ts';
import { digestOf } from './digest.ts';
import { readMappedWeek } from './mapped-week.ts';
import type { Rule, RuleObject } from './mapping.ts';
import { type OriginName, originOf } from './origin.ts';
import { isRecord, stepsOf, within } from './path.ts';
import { isNothing } from './row-view.ts';
import type { Scope } from './scope.ts';
import { follow } from './steps.ts';
import { filledIn, piecesOf } from './template.ts';
import { bounded, listOf, mostItems, shown, textOf, yesOrNo } from './text.ts';

/** What a rule gives for a row; undefined when nothing. Never throws. */
export function workOut(rule: Rule, scope: Scope): unknown {
	if (!scope.spend()) return undefined;
	if (typeof rule === 'string') return scope.cell(rule);
	if (isRules(rule)) return firstOf(rule, scope);
	const value = bounded(follow(gathered(rule, scope), rule.steps ?? [], scope));
	if (!isNothing(value)) return value;
	if (rule.default !== undefined) return rule.default;
	if (rule.empty) scope.note(rule.empty, 'mapping.row.empty');
	return undefined;
}

const isRules = (rule: Rule): rule is readonly Rule[] => Array.isArray(rule);

function firstOf(rules: readonly Rule[], scope: Scope): unknown {
	for (const rule of rules) {
		const value = workOut(rule, scope);
		if (!isNothing(value)) return value;
	}
	return undefined;
}

/** How each origin is read. */
const origins: Readonly<Record<OriginName, (rule: RuleObject, scope: Scope) => unknown>> = {
	column: ({ column, from }, scope) => columnOf(column ?? '', from, scope),
	item: ({ item = '' }, scope) => (item === '' ? scope.item : within(scope.item, stepsOf(item))),
	value: ({ value = '' }, scope) => scope.value(value),
	constant: ({ constant }) => constant,
	template: templateOf,
	first: ({ first = [] }, scope) => firstOf(first, scope),
	join: joinOf,
	list: ({ list = [] }, scope) => list.flatMap((rule) => listOf(workOut(rule, scope))),
	flags: flagsOf,
	week: ({ week = {} }, scope) => readMappedWeek(week, scope),
	cases: ({ cases = [] }, scope) => {
		const met = cases.find(({ when }) => holds(when, scope));
		return met && workOut(met.give, scope);
	},
	digest: ({ digest = [] }, scope) => digestOfRules(digest, scope),
	joined: ({ joined = '' }, scope) => scope.joinedRows(joined),
	each: eachOf,
	object: objectOf,
	file: ({ file }, scope) => (file === 'date' ? scope.frame.setting.fileDate : scope.frame.setting.fileName),
};

function gathered(rule: RuleObject, scope: Scope): unknown {
	const name = originOf(rule);
	return name && origins[name](rule, scope);
}

function columnOf(column: string | readonly string[], from: string | undefined, scope: Scope): unknown {
	for (const name of typeof column === 'string' ? [column] : column) {
		const value = from === undefined ? scope.cell(name) : scope.joinedCell(from, name);
		if (value !== undefined) return value;
	}
	return undefined;
}

function templateOf({ template = '', with: rules = {} }: RuleObject, scope: Scope): string {
	const told = new Map<string, string>();
	const read = (name: string): string =>
		textOf(Object.hasOwn(rules, name) ? workOut(rules[name] ?? '', scope) : scope.cell(name));
	return filledIn(piecesOf(template) ?? [], (name) => {
		const text = told.get(name) ?? read(name);
		told.set(name, text);
		return text;
	});
}

function joinOf({ join = [], separator = ' ' }: RuleObject, scope: Scope): string {
	const texts = join.map((rule) => textOf(workOut(rule, scope)));
	return texts.filter((text) => text !== '').join(separator);
}

function flagsOf({ flags = {}, yes = [] }: RuleObject, scope: Scope): unknown[] {
	const codes = Object.entries(flags).flatMap(([column, code]) => {
		const value = scope.cell(column);
		const said = yesOrNo(value, yes);
		if (said === undefined) scope.note('warn', 'mapping.row.not-yes-or-no', { value: shown(value) });
		return said ? listOf(code) : [];
	});
	return [...new Set(codes)];
}

function eachOf({ each = '', give }: RuleObject, scope: Scope): unknown[] {
	return listOf(workOut(each, scope))
		.slice(0, mostItems)
		.flatMap((item) => {
			const value = give === undefined ? item : workOut(give, scope.at(item));
			return isNothing(value) ? [] : [value];
		});
}

/** Nothing when every part is empty: all such rows would be one. */
function digestOfRules(rules: readonly Rule[], scope: Scope): string | undefined {
	const texts = rules.map((rule) => textOf(workOut(rule, scope)));
	return texts.every((text) => text === '') ? undefined : digestOf(texts);
}

function objectOf({ object = {}, needs = [] }: RuleObject, scope: Scope): unknown {
	const members = Object.entries(object).map(([name, rule]) => [name, workOut(rule, scope) ?? null] as const);
	const told = Object.fromEntries(members);
	if (!isRecord(told) || isNothing(told) || needs.some((name) => isNothing(told[name]))) return undefined;
	return told;
}
