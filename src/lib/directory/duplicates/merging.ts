import { type EntryKind, editableFields, fieldsOf } from '../fields.ts';
import { foldWord, splitWords } from '../search/words.ts';

/** The two entries of a comparison, in the order of the pair. */
export const sides = ['first', 'second'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'first' ? 'second' : 'first');

/** Who is believed about a field. */
export type Choice = Side | 'both';
export type Choices = Readonly<Record<string, Choice>>;

/** An entry as a merge looks at it: its values by field, its address under `placeId`. */
export interface Version {
	readonly id: string;
	readonly name: string;
	readonly values: Readonly<Record<string, unknown>>;
	/** Last day on which its source or somebody here said it was right, YYYY-MM-DD. */
	readonly toldOn: string;
	/** What it offers; 0 for a service. */
	readonly services: number;
	/** Its address in one line; null when nobody knows, or may. */
	readonly address: string | null;
}

export interface Comparison {
	readonly field: string;
	readonly same: boolean;
	/** What may be chosen; one alone when the other is empty or breaks the field's rule. */
	readonly options: readonly Choice[];
	readonly chosen: Choice;
}

/** Lists where what both say can stand together. */
const addable = new Set(
	`networks languages closures offers resources topics welcomeModes zone mobilisationModes mobilisableBy stops`.split(
		' ',
	),
);

/** Who may see an address or a number is never settled by comparing. */
const private_ = new Set(['confidential', 'contactPrivate']);

export const mergedFields = (kind: EntryKind): readonly string[] => [
	...fieldsOf(kind).filter((field) => !private_.has(field)),
	'placeId',
];

/** Whether both are as private as each other: an entry never becomes public by being merged. */
export const equallyPrivate = (one: Version, other: Version): boolean =>
	[...private_].every((field) => one.values[field] === other.values[field]);

/** The entry proposed to stay: the one with more services, then the fuller, then the one told last. */
export function proposedKeeper(kind: EntryKind, first: Version, second: Version): Side {
	const said = (version: Version) =>
		mergedFields(kind).filter((field) => !isEmpty(version.values[field])).length;
	const order =
		second.services - first.services ||
		said(second) - said(first) ||
		Number(second.toldOn > first.toldOn) - Number(second.toldOn < first.toldOn);
	return order > 0 ? 'second' : 'first';
}

/** Field by field: what differs, what can be chosen, and what is proposed — what is said, else what was said last. */
export function compareFields(kind: EntryKind, first: Version, second: Version): Comparison[] {
	const newer: Side =
		first.toldOn === second.toldOn
			? proposedKeeper(kind, first, second)
			: first.toldOn > second.toldOn
				? 'first'
				: 'second';
	return mergedFields(kind).map((field) => {
		const [one, other] = [first.values[field], second.values[field]];
		const options = optionsOf(kind, field, one, other);
		const wanted = field === 'name' ? quieter(first.name, second.name, newer) : newer;
		const chosen = options.includes(wanted) ? wanted : options[0]!;
		return { field, same: saySame(field, first, second), options, chosen };
	});
}

/** A name in capitals is how a register writes it, not how people read it. */
function quieter(first: string, second: string, newer: Side): Side {
	const [one, other] = [isCapitals(first), isCapitals(second)];
	return one === other ? newer : one ? 'second' : 'first';
}

const isCapitals = (name: string) => name === name.toUpperCase() && name !== name.toLowerCase();

function optionsOf(kind: EntryKind, field: string, one: unknown, other: unknown): Choice[] {
	if (isEmpty(other) || !followsRule(kind, field, other)) return ['first'];
	if (isEmpty(one) || !followsRule(kind, field, one)) return ['second'];
	const options: Choice[] = ['first', 'second'];
	if (addable.has(field) && followsRule(kind, field, union(one, other))) options.push('both');
	return options;
}

/**
 * The values that the entry that stays takes from the other, by field; what it says already is not there, nor a
 * value that breaks the field's rule.
 */
export function takenValues(
	kind: EntryKind,
	kept: Version,
	merged: Version,
	choice: (field: string) => 'kept' | 'merged' | 'both',
): Record<string, unknown> {
	const taken = mergedFields(kind).flatMap((field): [string, unknown][] => {
		const chosen = choice(field);
		const [own, other] = [kept.values[field], merged.values[field]];
		if (chosen === 'kept' || isEmpty(other) || saySame(field, kept, merged)) return [];
		const value = chosen === 'both' && addable.has(field) ? union(own, other) : other;
		return equal(own, value) || !followsRule(kind, field, value) ? [] : [[field, value]];
	});
	return Object.fromEntries(taken);
}

/** Whether a value may be held: a place already written, or what the field's rule accepts. */
export function followsRule(kind: EntryKind, field: string, value: unknown): boolean {
	if (field === 'placeId') return true;
	const rules: Readonly<Record<string, { safeParse(given: unknown): { success: boolean } }>> =
		editableFields[kind];
	return rules[field]?.safeParse(value).success ?? false;
}

export const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Each source writes its own places: the same address is the same place. */
const saySame = (field: string, one: Version, other: Version): boolean =>
	equal(one.values[field], other.values[field]) ||
	(field === 'placeId' && one.address !== null && folded(one.address) === folded(other.address));

const folded = (address: string | null) =>
	splitWords(address ?? '')
		.map(foldWord)
		.join(' ');

const equal = (one: unknown, other: unknown): boolean =>
	(isEmpty(one) && isEmpty(other)) || canonical(one) === canonical(other);

/** Lists of codes in any order, objects whatever the order of their keys. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
	if (typeof value === 'object' && value !== null)
		return `{${Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, cell]) => `${name}:${canonical(cell)}`)
			.join()}}`;
	return JSON.stringify(value) ?? 'null';
}

function union(one: unknown, other: unknown): unknown[] {
	const all = [one, other].flatMap((list) => (Array.isArray(list) ? list : []));
	return [...new Map(all.map((item) => [canonical(item), item])).values()];
}
