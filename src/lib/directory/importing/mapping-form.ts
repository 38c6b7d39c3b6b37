import { isPlain, type MappingValue, simpleOf } from './simple-rule.ts';
import { type Entity, keyOf, type Target, targets } from './targets.ts';

/** What the browser's form makes of a mapping: rules it knows how to draw change, the others stay as they were written. */
export function applyMappingForm(mapping: MappingValue, data: FormData): MappingValue {
	const named = { ...mapping, ...nameAndSource(mapping, data) };
	if (!isPlain(mapping)) return named;
	const structure: Record<string, unknown> = { ...mapping.structure };
	const service: Record<string, unknown> = { ...mapping.services?.[0] };
	const entities: Readonly<Record<Entity, Record<string, unknown>>> = { structure, service };
	for (const target of targets)
		setRule(entities[target.entity], target, ruleFrom(target, entities[target.entity], data));
	nameByDigest(structure);
	const offers = data.has('f.service.nom')
		? data.get('f.service.nom') !== ''
		: Object.keys(service).length > 0;
	const { services: _, ...rest } = named;
	return { ...rest, structure, ...(offers && { services: [service] }) };
}

function nameAndSource(mapping: MappingValue, data: FormData): { name: string; source: string } {
	const name = String(data.get('name') ?? mapping.name ?? '').trim();
	return { name, source: slugOf(String(data.get('source') || mapping.source || name)) };
}

/** Without a column that tells structures apart, their name and address do. */
function nameByDigest(structure: Record<string, unknown>): void {
	if (structure.id !== undefined || structure.nom === undefined) return;
	const { nom, adresse, code_postal, commune } = structure;
	structure.id = { digest: [nom, adresse, code_postal, commune].filter((rule) => rule !== undefined) };
}

/** « Mairie de Lens » is told apart as `mairie-de-lens`. */
export const slugOf = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z\d]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.replace(/-+$/, '');

/** Latitude and longitude are told together, so that a lost sign can be put back. */
const isPoint = (name: string): boolean => name === 'latitude' || name === 'longitude';

export function ruleOf(entity: Readonly<Record<string, unknown>>, { name }: Pick<Target, 'name'>): unknown {
	if (!isPoint(name)) return entity[name];
	const { point } = entity;
	return typeof point === 'object' && point !== null && name in point
		? Object.entries(point).find(([member]) => member === name)?.[1]
		: undefined;
}

function setRule(entity: Record<string, unknown>, { name }: Target, rule: unknown): void {
	if (!isPoint(name)) {
		if (rule === undefined) delete entity[name];
		else entity[name] = rule;
		return;
	}
	const { [name]: _, ...others } = Object(entity.point ?? {}) as Record<string, unknown>;
	const point = rule === undefined ? others : { ...others, [name]: rule };
	if (Object.keys(point).length === 0) delete entity.point;
	else entity.point = point;
}

function ruleFrom(target: Target, entity: Readonly<Record<string, unknown>>, data: FormData): unknown {
	const field = `f.${keyOf(target)}`;
	const now = ruleOf(entity, target);
	const chosen = data.get(field);
	if (chosen === null || chosen === 'keep') return now;
	if (chosen === 'constant') return constantFrom(target, data.getAll(`${field}.constant`).map(String));
	if (chosen === 'template') return templateFrom(target, String(data.get(`${field}.template`) ?? ''), now);
	const column = String(chosen).startsWith('column ') ? String(chosen).slice('column '.length) : undefined;
	if (column === undefined) return undefined;
	const codes = codesFrom(target, data);
	const known = simpleOf(now);
	const signs = known.as === 'column' && known.column === column ? known.signs : null;
	if (codes) return { column, steps: codedSteps(target, codes, signs) };
	if (known.as === 'column' && known.column === column) return now;
	return target.steps.length > 0 ? { column, steps: target.steps } : column;
}

/** A text made of several columns; the one that was there keeps what is done to it. */
function templateFrom({ steps }: Target, text: string, now: unknown): unknown {
	const template = text.trim();
	const known = simpleOf(now);
	if (template === '') return undefined;
	if (known.as === 'template' && known.template === template) return now;
	return steps.length > 0 ? { template, steps } : { template };
}

function constantFrom({ several, steps }: Target, given: readonly string[]): unknown {
	const values = given.map((value) => value.trim()).filter(Boolean);
	if (values.length === 0) return undefined;
	if (several) return { constant: values };
	return steps.length > 0 ? { constant: values[0], steps } : { constant: values[0] };
}

const mostCodes = 500;

/** What the form says of each value met: the code it stands for, or nothing. Undefined when it says nothing at all. */
function codesFrom(
	{ entity, name, codes }: Target,
	data: FormData,
): Record<string, string | null> | undefined {
	const prefix = `c.${entity}.${name}`;
	const count = Math.min(mostCodes, Number(data.get(`${prefix}.count`)) || 0);
	if (!codes || count === 0) return undefined;
	const pairs = Array.from({ length: count }, (_, rank) => {
		const to = String(data.get(`${prefix}.${rank}.to`) ?? '');
		return [String(data.get(`${prefix}.${rank}.from`) ?? ''), codes.includes(to) ? to : null] as const;
	});
	return Object.fromEntries(pairs.filter(([from]) => from !== ''));
}

/** What the form says of values first; of the values that it did not show, what the shared table knows. */
const codedSteps = (
	{ several, table: shared }: Target,
	table: Readonly<Record<string, string | null>>,
	signs: readonly string[] | null,
) => [
	...(several ? [{ split: signs ?? usualSigns }] : []),
	{ table, unmatched: shared === undefined ? 'warn' : 'keep' },
	...(shared === undefined ? [] : [{ table: shared }]),
	...(several ? ['unique'] : []),
];

/** The signs that part elements, when nothing says which. */
export const usualSigns: readonly string[] = [',', ';', '|'];
