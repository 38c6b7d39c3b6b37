import type { TextKey } from '#lib/texts/catalogue.ts';
import type { Values } from '#lib/texts/translator.ts';
import { type Fault, faultAt } from './faults.ts';
import { neededFields } from './fields.ts';
import { nearest } from './loose.ts';
import type { Mapping, Part, Rule, RuleObject, Step, StepObject } from './mapping.ts';
import type { MappingFile } from './mapping-schema.ts';
import { originNames } from './origin.ts';
import { plainSteps } from './plain-steps.ts';
import { setSteps } from './set-steps.ts';
import { sharedTables } from './shared-tables.ts';
import { piecesOf } from './template.ts';
import { inRule, rulesOf, type Seen } from './walk.ts';

type Path = readonly PropertyKey[];
type Say = (path: Path, reason: TextKey, values?: Values) => void;

const mostRules = 5000;

/** What a mapping's rules speak of and that is not there: values, tables, files, steps; rules that go round in circles. */
export function checkMapping(mapping: Mapping, { parts }: Pick<MappingFile, 'parts'>): Fault[] {
	const faults: Fault[] = [];
	const say: Say = (path, reason, values) => faults.push(faultAt(path, reason, values));
	mapping.parts.forEach((part, rank) => {
		checkPart(part, parts ? ['parts', rank] : [], mapping, say);
	});
	return faults;
}

function checkPart(part: Part, path: Path, mapping: Mapping, say: Say): void {
	if (!part.structure && part.services.length === 0) say(path, 'mapping.fault.gives-nothing');
	checkFiles(part, path, mapping, say);
	checkNeeded(part, path, say);
	const rules = [...rulesOf(part, path)];
	if (rules.length > mostRules) say(path, 'mapping.fault.too-many-rules', { most: mostRules });
	for (const seen of rules.slice(0, mostRules)) checkRule(seen, part, mapping, say);
	checkCircles(part, path, say);
}

function checkFiles({ file, joins }: Part, path: Path, { files }: Mapping, say: Say): void {
	const known = Object.keys(files);
	if (file !== undefined && !known.includes(file))
		say([...path, 'file'], 'mapping.fault.no-file', named(file, known));
	if (file === undefined && known.length - Object.keys(joins).length > 1)
		say(path, 'mapping.fault.which-file');
	for (const alias of Object.keys(joins))
		if (!known.includes(alias)) say([...path, 'joins', alias], 'mapping.fault.no-file', named(alias, known));
}

/** Without an identifier a second import would double everything. */
function checkNeeded({ structure, services }: Part, path: Path, say: Say): void {
	if (structure)
		for (const field of neededFields.structure)
			if (!structure.fields[field]) say([...path, 'structure'], 'mapping.fault.needs', { field });
	services.forEach(({ fields, each }, rank) => {
		const here = [...path, 'services', rank];
		for (const field of neededFields.service) if (!fields[field]) say(here, 'mapping.fault.needs', { field });
		if (!structure && !fields.structure_id) say(here, 'mapping.fault.needs', { field: 'structure_id' });
		if (!fields.id && (!structure || each || services.length > 1))
			say(here, 'mapping.fault.needs', { field: 'id' });
	});
}

function checkRule({ rule, path, hasItem }: Seen, part: Part, mapping: Mapping, say: Say): void {
	if (typeof rule === 'string' || isList(rule)) return;
	checkOrigin(rule, path, say);
	const values = Object.keys(part.values);
	if (rule.value !== undefined && !values.includes(rule.value))
		say(path, 'mapping.fault.no-value', named(rule.value, values));
	for (const alias of [rule.from, rule.joined])
		if (alias !== undefined && !Object.hasOwn(part.joins, alias))
			say(path, 'mapping.fault.not-joined', named(alias, Object.keys(part.joins)));
	if (rule.item !== undefined && !hasItem) say(path, 'mapping.fault.no-element');
	if (rule.template !== undefined && !piecesOf(rule.template)) say(path, 'mapping.fault.template');
	rule.steps?.forEach((step, rank) => {
		checkStep(step, [...path, 'steps', rank], mapping, say);
	});
}

const isList = (rule: Rule): rule is readonly Rule[] => Array.isArray(rule);

function checkOrigin(rule: RuleObject, path: Path, say: Say): void {
	const found = originNames.filter((name) => rule[name] !== undefined);
	if (found.length === 0) say(path, 'mapping.fault.no-origin', { among: originNames.join(', ') });
	if (found.length > 1) say(path, 'mapping.fault.two-origins', { names: found.join(', ') });
}

const stepOptions = ['unmatched', 'otherwise'];

function checkStep(step: Step, path: Path, mapping: Mapping, say: Say): void {
	const plain = Object.keys(plainSteps);
	if (typeof step === 'string') {
		if (!plain.includes(step))
			say(path, 'mapping.fault.no-step', named(step, [...plain, ...Object.keys(setSteps)]));
		return;
	}
	const settings = Object.keys(step).filter((name) => !stepOptions.includes(name));
	if (settings.length !== 1) say(path, 'mapping.fault.one-step', { names: settings.join(', ') });
	checkTable(step, path, mapping, say);
}

function checkTable({ table }: StepObject, path: Path, { tables }: Mapping, say: Say): void {
	const known = [...Object.keys(tables), ...Object.keys(sharedTables)];
	if (typeof table === 'string' && !known.includes(table))
		say(path, 'mapping.fault.no-table', named(table, known));
}

/** Values and joins that need themselves, through whatever others. */
function checkCircles(part: Part, path: Path, say: Say): void {
	const needs = new Map<string, string[]>();
	for (const [name, rule] of Object.entries(part.values)) needs.set(name, neededBy(rule));
	for (const [alias, join] of Object.entries(part.joins)) needs.set(joinName(alias), neededBy(join.with));
	const done = new Set<string>();
	for (const name of needs.keys()) {
		const circle = circleFrom(name, needs, [], done);
		if (!circle) continue;
		say([...path, 'values'], 'mapping.fault.circle', { names: circle.join(' → ') });
		return;
	}
}

const joinName = (alias: string): string => `joins.${alias}`;

const neededBy = (rule: Rule): string[] =>
	[...inRule(rule, [], true)].flatMap(({ rule: inner }) => {
		if (typeof inner === 'string' || isList(inner)) return [];
		const joined = [inner.from, inner.joined].filter((alias) => alias !== undefined).map(joinName);
		return inner.value === undefined ? joined : [inner.value, ...joined];
	});

function circleFrom(
	name: string,
	needs: ReadonlyMap<string, readonly string[]>,
	trail: readonly string[],
	done: Set<string>,
): string[] | undefined {
	const at = trail.indexOf(name);
	if (at >= 0) return [...trail.slice(at), name];
	if (done.has(name)) return undefined;
	for (const next of needs.get(name) ?? []) {
		const circle = circleFrom(next, needs, [...trail, name], done);
		if (circle) return circle;
	}
	done.add(name);
	return undefined;
}

const named = (name: string, known: readonly string[]): Values => {
	const near = nearest(name, known);
	return { name, near: near ?? '', hasNear: near ? 'yes' : 'no' };
};
