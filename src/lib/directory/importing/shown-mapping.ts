import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';
import { optionLabel } from '../editing/option-labels.ts';
import type { RawRow } from '../formats/row.ts';
import { looseKept } from '../mapping/loose.ts';
import { RowView } from '../mapping/row-view.ts';
import { sharedTables } from '../mapping/shared-tables.ts';
import { ruleOf, usualSigns } from './mapping-form.ts';
import { type MappingValue, type SimpleRule, simpleOf } from './simple-rule.ts';
import { type Entity, keyOf, type Target, targets } from './targets.ts';

/** A field of the form of a mapping, ready to be drawn. */
export interface ShownTarget {
	readonly key: string;
	readonly label: string;
	readonly needed: boolean;
	/** « », « column … », « constant », « template » or « keep ». */
	readonly chosen: string;
	readonly constants: readonly string[];
	/** A text made of several columns. */
	readonly template: string;
	/** The codes that a constant may be. */
	readonly options: readonly Option[];
	readonly several: boolean;
	/** What the chosen column holds in the first line that says something; the columns of a rule that is kept. */
	readonly example: string;
	/** Of a closed list: the values met and the code of each. */
	readonly values: readonly ShownValue[];
	readonly tooManyValues: boolean;
}
export interface ShownValue {
	readonly from: string;
	readonly to: string;
	readonly said: string;
}

export const mostValues = 60;

/** The form of a mapping for a sample of its file. */
export function showMapping(mapping: MappingValue, rows: readonly RawRow[]): Record<Entity, ShownTarget[]> {
	const entities: Readonly<Record<Entity, Readonly<Record<string, unknown>>>> = {
		structure: mapping.structure ?? {},
		service: mapping.services?.[0] ?? {},
	};
	const of = (entity: Entity) =>
		targets
			.filter((target) => target.entity === entity)
			.map((target) => showTarget(target, ruleOf(entities[entity], target), rows));
	return { structure: of('structure'), service: of('service') };
}

function showTarget(target: Target, told: unknown, rows: readonly RawRow[]): ShownTarget {
	const rule = simpleOf(told);
	const values =
		rule.as === 'column' && target.codes ? valuesIn(rule.column, target, rule.signs ?? usualSigns, rows) : [];
	return {
		key: keyOf(target),
		label: translate(labelKey(target.name)),
		needed: target.needed ?? false,
		chosen: chosenOf(rule),
		constants: rule.as === 'constant' ? rule.values : [],
		template: rule.as === 'template' ? rule.template : '',
		options: (target.codes ?? []).map((value) => ({ value, label: codeLabel(target.name, value) })),
		several: target.several ?? false,
		example:
			rule.as === 'column' ? exampleIn(rule.column, rows) : rule.as === 'other' ? sourceOf(told, rows) : '',
		values: values.slice(0, mostValues).map(([from, count]) => ({
			from,
			to: codeOf(from, rule, target),
			said: translate('importing.value-means', { value: from, count }),
		})),
		tooManyValues: values.length > mostValues,
	};
}

function labelKey(name: string): TextKey {
	const key = `importing.target.${name}`;
	return isTextKey(key) ? key : 'importing.nothing';
}

const chosenOf = (rule: SimpleRule): string =>
	({
		none: () => '',
		column: () => `column ${rule.as === 'column' ? rule.column : ''}`,
		constant: () => 'constant',
		template: () => 'template',
		other: () => 'keep',
	})[rule.as]();

/** `a.b` goes into what the column holds. */
const cellOf = ({ values }: RawRow, column: string): unknown => new RowView(values).find(column)?.value;

const cellText = (value: unknown): string =>
	value === null || value === undefined
		? ''
		: typeof value === 'object'
			? JSON.stringify(value)
			: String(value);

/** Where a rule that the form does not draw takes its value. */
function sourceOf(rule: unknown, rows: readonly RawRow[]): string {
	const known = new Set(rows.slice(0, 50).flatMap(({ values }) => Object.keys(values)));
	const columns = [...new Set(textsIn(rule))].filter((text) => known.has(text));
	return columns.length > 0 ? translate('importing.kept-from', { columns: columns.join(', ') }) : '';
}

const textsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

const longestExample = 80;
function exampleIn(column: string, rows: readonly RawRow[]): string {
	const found = rows.map((row) => cellText(cellOf(row, column)).trim()).find((text) => text !== '') ?? '';
	return found.length > longestExample ? `${found.slice(0, longestExample)}…` : found;
}

/** The values of a column and how often each comes, the most frequent first. */
function valuesIn(
	column: string,
	{ several }: Target,
	signs: readonly string[],
	rows: readonly RawRow[],
): [string, number][] {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const cell = cellOf(row, column);
		const texts = Array.isArray(cell)
			? cell.map(cellText)
			: several
				? signs.reduce((texts, sign) => texts.flatMap((text) => text.split(sign)), [cellText(cell)])
				: [cellText(cell)];
		for (const text of texts.map((one) => one.trim()).filter(Boolean))
			counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'fr'));
}

/** The code that a value stands for already: by the rule's table, or because it is that code, or its name. */
function codeOf(from: string, rule: SimpleRule, { codes = [], name, table: shared }: Target): string {
	const own = rule.as === 'column' ? tableOf(rule.table) : {};
	const table = { ...tableOf(shared ?? null), ...own };
	const wanted = looseKept(from);
	const known = Object.entries(table).findLast(([value]) => looseKept(value) === wanted);
	if (known) return String([known[1]].flat()[0] ?? '');
	return (
		codes.find((code) => looseKept(code) === wanted || looseKept(codeLabel(name, code)) === wanted) ?? ''
	);
}

function tableOf(
	table: Readonly<Record<string, unknown>> | string | null,
): Readonly<Record<string, unknown>> {
	if (typeof table !== 'string') return table ?? {};
	return Object.hasOwn(sharedTables, table) ? (sharedTables[table] ?? {}) : {};
}

/** Our name for a code of data·inclusion. */
function codeLabel(name: string, code: string): string {
	if (name === 'thematiques') return optionLabel('topics', code);
	return code.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}
