/** A mapping as its file holds it, while it is being made: it may not be runnable yet. */
export interface MappingValue {
	readonly name?: string;
	readonly source?: string;
	readonly structure?: Readonly<Record<string, unknown>>;
	readonly services?: readonly Readonly<Record<string, unknown>>[];
	readonly [member: string]: unknown;
}

/** A rule as the form draws it. */
export type SimpleRule =
	| { readonly as: 'none' }
	| {
			readonly as: 'column';
			readonly column: string;
			readonly table: Readonly<Record<string, unknown>> | string | null;
			/** The signs that part its elements. */
			readonly signs: readonly string[] | null;
	  }
	| { readonly as: 'template'; readonly template: string }
	| { readonly as: 'constant'; readonly values: readonly string[] }
	/** A rule that says more than a form can draw: it is kept as it is. */
	| { readonly as: 'other' };

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
	typeof given === 'object' && given !== null && !Array.isArray(given);

/** Reads a rule the form may draw: a column and its steps, or a value that is always the same. */
export function simpleOf(rule: unknown): SimpleRule {
	if (rule === undefined) return { as: 'none' };
	if (typeof rule === 'string') return { as: 'column', column: rule, table: null, signs: null };
	if (!isObject(rule)) return { as: 'other' };
	const { column, constant, template, steps, ...more } = rule;
	const { optional: _, default: __, empty: ___, ...strange } = more;
	if (Object.keys(strange).length > 0) return { as: 'other' };
	if (typeof column === 'string' && constant === undefined)
		return { as: 'column', column, table: tableIn(steps), signs: signsIn(steps) };
	if (typeof template === 'string' && column === undefined && constant === undefined)
		return { as: 'template', template };
	const values = [constant].flat().filter((value) => value !== undefined);
	if (column === undefined && values.length > 0 && values.every((value) => typeof value !== 'object'))
		return { as: 'constant', values: values.map(String) };
	return { as: 'other' };
}

function tableIn(steps: unknown): Readonly<Record<string, unknown>> | string | null {
	if (!Array.isArray(steps)) return null;
	const tables = steps.flatMap((step: unknown) =>
		isObject(step) && step.table !== undefined ? [step.table] : [],
	);
	const [table] = tables;
	return isObject(table) || typeof table === 'string' ? table : null;
}

function signsIn(steps: unknown): readonly string[] | null {
	const [first]: unknown[] = Array.isArray(steps) ? steps : [];
	const signs = isObject(first) ? [first.split].flat().filter((sign) => typeof sign === 'string') : [];
	return signs.length > 0 ? signs : null;
}

/** Whether the form can draw a mapping: one file, one structure and at most one service a row. */
export const isPlain = (mapping: MappingValue): boolean =>
	mapping.parts === undefined && (mapping.services ?? []).length <= 1;

/** What is no object at all is an empty mapping. */
export const asMapping = (given: unknown): MappingValue =>
	typeof given === 'object' && given !== null && !Array.isArray(given)
		? { ...given }
		: { version: 1, name: '', source: '' };
